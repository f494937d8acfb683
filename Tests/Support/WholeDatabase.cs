using System.Data.Common;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using Pana.Engine;

namespace Pana.Tests.Support;

/// <summary>Everything a thief of the database would hold.</summary>
internal static partial class WholeDatabase
{
    /// <summary>SQLite: the bytes of the file and its write-ahead log. PostgreSQL: a plain pg_dump (a whole database brings its large objects), and after it every bytea of it decoded.</summary>
    public static async Task<byte[]> ReadAsync(TestDatabase database, CancellationToken ct) =>
        database.Kind == DatabaseKind.Sqlite ? await FilesAsync(database.ConnectionString, ct) : await DumpAsync(database.ConnectionString, ct);

    private static async Task<byte[]> FilesAsync(string connectionString, CancellationToken ct)
    {
        var file = new DbConnectionStringBuilder { ConnectionString = connectionString }["Data Source"].ToString()!;
        using var all = new MemoryStream();
        foreach (var path in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await stream.CopyToAsync(all, ct);
        }

        return all.ToArray();
    }

    private static async Task<byte[]> DumpAsync(string connectionString, CancellationToken ct)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo("pg_dump") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--format=plain", $"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", server.Database!])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGPASSWORD"] = server.Password;
        using var dump = Process.Start(start) ?? throw new InvalidOperationException("Expected to run pg_dump, which did not start. Install PostgreSQL's client programs.");
        var errors = dump.StandardError.ReadToEndAsync(ct);
        using var all = new MemoryStream();
        await dump.StandardOutput.BaseStream.CopyToAsync(all, ct);
        await dump.WaitForExitAsync(ct);
        if (dump.ExitCode != 0)
        {
            throw new InvalidOperationException($"Expected pg_dump to succeed, got {dump.ExitCode}: {await errors}");
        }

        foreach (Match bytes in Bytea().Matches(Encoding.UTF8.GetString(all.ToArray())))
        {
            all.Write(Convert.FromHexString(bytes.Groups[1].Value));
            all.WriteByte((byte)'\n');
        }

        return all.ToArray();
    }

    // In the rows of a COPY it is \\x…, as the argument of lowrite '\x…'.
    [GeneratedRegex(@"\\x((?:[0-9a-f]{2})+)")]
    private static partial Regex Bytea();
}
