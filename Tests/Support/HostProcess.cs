using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pana.Tests.Support;

/// <summary>The built portal as a process of its own, on a free port of 127.0.0.1 and a data folder that outlive its death.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);

    private readonly TestDatabase _database;
    private readonly string _masterKey;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pana-crash-");
    private readonly List<string> _said = [];
    private volatile TaskCompletionSource _running = NewSignal();
    private Process? _process;

    private readonly string? _program;

    /// <summary>The portal as it was built beside the tests, or a published program, which is then started from a folder that has nothing to do with it.</summary>
    public HostProcess(TestDatabase database, string masterKey, string? program = null)
    {
        _database = database;
        _masterKey = masterKey;
        _program = program;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>Starts the program and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _program is null ? Path.Combine(Repository.Root, "Host") : _data.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(_program ?? AppContext.BaseDirectory, "Pana.Host.dll"), "--environment=Development", $"--Pana:MasterKey={_masterKey}",
            .. PortalArguments.Of(_database.Kind, _database.ConnectionString, _data.FullName, TestPortal.Password, Address.OriginalString)
                .Where(argument => _program is null || !argument.StartsWith("--Pana:WorkflowsFolder", StringComparison.Ordinal)),
            "--Logging:LogLevel:Default=Warning",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var greeted = _running;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            if (await Task.WhenAny(greeted.Task, _process.WaitForExitAsync()).WaitAsync(StartsWithin) == greeted.Task)
            {
                return;
            }
        }
        catch (TimeoutException)
        {
            // Said below, with what it printed.
        }

        throw new InvalidOperationException($"Expected the portal to answer at {Address} within {StartsWithin}; it did not. It said:\n{Said()}");
    }

    /// <summary>Done while the program listens; of a dead one, once it has been started again.</summary>
    public Task RunningAsync(CancellationToken ct) => _running.Task.WaitAsync(ct);

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _running = NewSignal();
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>What the program printed of warnings and worse, the last lines of it.</summary>
    public string Said()
    {
        lock (_said)
        {
            return string.Join('\n', _said.TakeLast(60));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _data.Delete(recursive: true);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { Length: > 0 } said)
        {
            // Printed once the server listens.
            if (said.StartsWith("Pana: http", StringComparison.Ordinal))
            {
                _running.TrySetResult();
            }

            lock (_said)
            {
                _said.Add(said);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
