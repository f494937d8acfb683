using System.Net;
using System.Net.Sockets;

namespace Pana.Tests.Support;

/// <summary>
/// A proxy in front of PostgreSQL that counts what crosses the wire, whatever the driver believes: a round trip is the
/// client speaking after the server has answered, a commit is the server's own word for it.
/// </summary>
public sealed class PostgresTraffic : IAsyncDisposable
{
    private static readonly byte[] CommitTag = "COMMIT\0"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _host;
    private readonly int _port;
    private int _roundTrips;
    private int _commits;

    public PostgresTraffic(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int RoundTrips => Volatile.Read(ref _roundTrips);

    public int Commits => Volatile.Read(ref _commits);

    public void Reset() => (_roundTrips, _commits) = (0, 0);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_host, _port, _stop.Token);
                client.NoDelay = server.NoDelay = true;
                var answered = new StrongBox(true);
                await Task.WhenAny(
                    PumpAsync(client.GetStream(), server.GetStream(), _ =>
                    {
                        if (Interlocked.Exchange(ref answered.Value, 0) == 1)
                        {
                            Interlocked.Increment(ref _roundTrips);
                        }
                    }),
                    PumpAsync(server.GetStream(), client.GetStream(), bytes =>
                    {
                        Interlocked.Exchange(ref answered.Value, 1);
                        Interlocked.Add(ref _commits, Count(bytes));
                    }));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // The connection ended, or the test is over.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> seen)
    {
        var buffer = new byte[65536];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var count)
        {
            seen(buffer.AsMemory(0, count));
            await to.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
        }
    }

    private static int Count(ReadOnlyMemory<byte> bytes) => bytes.Span.Count(CommitTag);

    private sealed class StrongBox(bool value)
    {
        public int Value = value ? 1 : 0;
    }
}
