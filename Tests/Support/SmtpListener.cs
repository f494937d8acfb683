using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace Pana.Tests.Support;

/// <summary>A mail server of the tests on a free port of 127.0.0.1: it keeps what it is given, or refuses it when told to.</summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<MimeMessage> _mail = Channel.CreateUnbounded<MimeMessage>();
    private readonly Task _accepting;
    private int _refuse;

    public SmtpListener()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every line clients said, the letters' own lines too.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Refuses the next so many letters for a time (451).</summary>
    public void RefuseNext(int letters) => Interlocked.Exchange(ref _refuse, letters);

    /// <summary>The next letter; waits for it half a minute at most.</summary>
    public async Task<MimeMessage> NextAsync(CancellationToken ct) => await _mail.Reader.ReadAsync(ct).AsTask().WaitAsync(TimeSpan.FromSeconds(30), ct);

    /// <summary>Whether a letter lies there that nobody has taken.</summary>
    public bool HasMore => _mail.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 tests");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                Said.Enqueue(line);
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "QUIT")
                {
                    await writer.WriteLineAsync("221 bye");
                    return;
                }

                await writer.WriteLineAsync(verb == "DATA" ? "354 go on" : "250 ok");
                if (verb == "DATA")
                {
                    if (await ReadLetterAsync(reader) is not { } letter)
                    {
                        return;
                    }

                    await writer.WriteLineAsync(await TakeAsync(letter) ? "250 kept" : "451 try again later");
                }
            }
        }
        catch (IOException)
        {
            // The client went away; the next one is served.
        }
    }

    /// <summary>The letter up to its closing dot; null when the client went away before it.</summary>
    private async Task<string?> ReadLetterAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
            {
                return text.ToString();
            }

            Said.Enqueue(line);
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return null;
    }

    private async Task<bool> TakeAsync(string letter)
    {
        if (Interlocked.Decrement(ref _refuse) >= 0)
        {
            return false;
        }

        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(letter));
        await _mail.Writer.WriteAsync(await MimeMessage.LoadAsync(bytes, _stop.Token));
        return true;
    }
}
