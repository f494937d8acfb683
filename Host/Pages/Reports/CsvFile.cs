using System.Text;

namespace Pana.Portal.Pages.Reports;

/// <summary>A table as a file that spreadsheets open safely: UTF-8 with its mark, semicolons, and no cell that could be a formula.</summary>
internal static class CsvFile
{
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // What begins like a formula is made text by an apostrophe, also after spaces, which spreadsheets skip.
    internal static string Cell(string value)
    {
        var safe = value.TrimStart() is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\n'), ..] || value is [('\t' or '\r' or '\n'), ..] ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
