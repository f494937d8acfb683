using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>A page on one line of the table of limits.</summary>
internal abstract class LimitPage(ObligationCatalog obligations, LimitChange change, LimitWords words, ParagraphTexts paragraphs, TimeProvider time) : DesignPage
{
    public LimitWords Words => words;
    public DateOnly Today { get; private set; }
    public int Seen { get; private set; }
    public string? Norm { get; private set; }

    private protected LimitEdition Newest => obligations.Newest;

    private protected LimitChange Change => change;

    private protected DateOnly FirstDay => Newest.FirstDayAfter(Today);

    /// <summary>What stands around the line; false when there is no such line.</summary>
    private protected async Task<bool> LoadAsync(LimitLine? line, CancellationToken ct)
    {
        if (line is null)
        {
            return false;
        }

        Today = time.GetUtcNow().LocalDate();
        Seen = (await change.CurrentAsync(ct)).Number;
        Norm = paragraphs.Find(line.Id)?.In(Culture) ?? paragraphs.Find(line.Paragraph)?.In(Culture);
        return true;
    }
}
