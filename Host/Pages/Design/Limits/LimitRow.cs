using Pana.Cases;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>One of the sixteen limits in the list: D02 is a range without a clock, the others are counted from an event.</summary>
/// <param name="Row">Its row in the table of limits, for example <c>D08</c>.</param>
/// <param name="Path">The page that changes it.</param>
/// <param name="Name">What must be done or is bounded.</param>
/// <param name="Paragraph">The paragraph of the Standard.</param>
/// <param name="Amount">How long, in words.</param>
/// <param name="Who">Who must act; null for a range.</param>
/// <param name="Events">From what to what; null for a range.</param>
/// <param name="Next">How long it will be, when another amount is published already.</param>
/// <param name="From">From which day of application the other amount holds.</param>
internal sealed record LimitRow(string Row, string Path, LocalizedText Name, string Paragraph, string Amount, string? Who = null, string? Events = null, string? Next = null, DateOnly? From = null)
{
    public static LimitRow Of(Obligation limit, LimitEdition? next, LimitWords words)
    {
        var events = $"{string.Join(", ", limit.Anchors.Select(words.Event))} → {string.Join(", ", limit.Targets.Select(words.Event))}";
        return new(limit.Row, $"/designer/limits/{limit.Id}", limit.Name, limit.Paragraph, words.Amount(limit), words.Actor(limit.Actor), events, next is null ? null : words.Amount(next.Get(limit.Id)), next?.AppliesFrom);
    }

    public static LimitRow Of(LimitRange range, IEnumerable<LimitEdition> editions, LimitEdition inForce, LimitWords words)
    {
        var later = editions.Where(edition => edition.Number > inForce.Number).Select(edition => (edition.AppliesFrom, Range: edition.FindRange(range.Id)))
            .FirstOrDefault(one => one.Range is { } other && (other.From, other.To) != (range.From, range.To));
        return new(range.Row, $"/designer/limits/range/{range.Id}", range.Name, range.Paragraph, words.Amount(range), Next: later.Range is null ? null : words.Amount(later.Range), From: later.AppliesFrom);
    }
}
