using Pana.Cases;

namespace Pana.Portal.Pages.Book;

/// <summary>An entry of the book opened for the reader. Who wrote it, and how to answer, is for the head alone.</summary>
internal sealed record BookLine(BookEntry Entry, string Words, bool Named, string? From, string? Contact)
{
    public static async Task<IReadOnlyList<BookLine>> OpenAsync(ComplaintsBook book, IEnumerable<BookEntry> entries, bool withNames, CancellationToken ct)
    {
        List<BookLine> lines = [];
        foreach (var entry in entries)
        {
            var given = await book.OpenAsync(entry, ct);
            var from = given.Text("from") is { Length: > 0 } name ? name : null;
            var contact = given.Text("contact") is { Length: > 0 } way ? way : null;
            lines.Add(new BookLine(entry, given.Text("text") ?? "", from is not null, withNames ? from : null, withNames ? contact : null));
        }

        return lines;
    }
}
