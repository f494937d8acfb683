using System.Diagnostics;
using System.Globalization;

namespace Pana.Portal.Papers;

/// <summary>
/// Prints a paper to PDF by the Chromium of the machine. Where there is none, <see cref="IsAvailable"/> is false and the
/// portal offers printing from the browser only. The browser gets no network, no scripts, and a folder in memory that is removed.
/// </summary>
public sealed class ChromiumPdf : IDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Papers have no scripts; should a template ever get one, it does not run. (The browser's own printing needs its scripts.)
    private const string NoScripts = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";

    private readonly string? _program;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<string> _left = [];

    /// <summary>Looks for the program: <c>Papers:Chromium</c> (a path, or <c>none</c> to switch printing off), else the usual names on PATH.</summary>
    public ChromiumPdf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _program = configuration["Papers:Chromium"] switch
        {
            "none" => null,
            { Length: > 0 } path => File.Exists(path) ? path : throw new InvalidOperationException(
                $"Papers:Chromium is \"{path}\", but there is no such file. Give the path of Chromium, or \"none\" to do without PDF."),
            _ => Find(),
        };
    }

    /// <summary>Where the folder of a paper is made: in memory where the system offers that.</summary>
    internal string Parent { get; init; } = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    /// <summary>Can this machine make PDF?</summary>
    public bool IsAvailable => _program is not null;

    /// <summary>The paper as PDF. One at a time; <see cref="PdfException"/> when the browser fails or takes longer than 30 seconds.</summary>
    public async Task<byte[]> PrintAsync(string html, CancellationToken ct = default)
    {
        var program = _program ?? throw new PdfException("There is no Chromium on this machine. Install it or set Papers:Chromium; printing from the browser works without it.");
        await _one.WaitAsync(ct);
        var folder = MakeFolder();
        try
        {
            var (source, target) = (Path.Combine(folder, "paper.html"), Path.Combine(folder, "paper.pdf"));
            await File.WriteAllTextAsync(source, html.Replace("<head>", "<head>" + NoScripts, StringComparison.Ordinal), ct);
            await RunAsync(program, folder, source, target, ct);
            return File.Exists(target) ? await File.ReadAllBytesAsync(target, ct) : throw new PdfException("Chromium ended without making the PDF. Try again; if it stays so, look whether it starts by hand.");
        }
        finally
        {
            Remove(folder);
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        RemoveLeft();
        _one.Dispose();
    }

    private static async Task RunAsync(string program, string folder, string source, string target, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start(program, folder, source, target) };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        process.Start();
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await output;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new PdfException(string.Create(CultureInfo.InvariantCulture, $"Chromium did not finish within {Limit.TotalSeconds:0} seconds. Try again when the machine is less busy."));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static ProcessStartInfo Start(string program, string folder, string source, string target)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--disable-breakpad", "--disable-crash-reporter",
            // Nothing may leave the machine: no name resolves, no proxy answers.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            "--user-data-dir=" + Path.Combine(folder, "profile"), "--no-pdf-header-footer", "--print-to-pdf=" + target,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (Environment.IsPrivilegedProcess)
        {
            // Chromium's own sandbox refuses to work for root, as in a container.
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(new Uri(source).AbsoluteUri);
        start.Environment["HOME"] = folder;
        return start;
    }

    /// <summary>A folder only this user may open.</summary>
    private string MakeFolder()
    {
        var folder = Path.Combine(Parent, "pana-paper-" + Path.GetRandomFileName());
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    /// <summary>
    /// The paper goes at once. What a helper of the browser still holds open is tried again before the next paper and at
    /// the end: nothing waits for it.
    /// </summary>
    private void Remove(string folder)
    {
        File.Delete(Path.Combine(folder, "paper.html"));
        File.Delete(Path.Combine(folder, "paper.pdf"));
        _left.Add(folder);
        RemoveLeft();
    }

    private void RemoveLeft() => _left.RemoveAll(folder =>
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    });

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists);
}
