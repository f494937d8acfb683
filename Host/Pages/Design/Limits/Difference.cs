using Pana.Cases;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>What another edition says differently, in words.</summary>
/// <param name="Row">The row of the limit or the number of the question, for example <c>D10</c> or <c>Q1</c>.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Before">As it is in use; null when it is new.</param>
/// <param name="After">As it would be; null when it would be gone.</param>
internal sealed record Difference(string Row, string Name, string? Before, string? After)
{
    public static IReadOnlyList<Difference> Between(LimitEdition before, LimitEdition after, LimitWords words, string others) =>
    [
        .. Pair(before.All, after.All, limit => limit.Id).Where(pair => !Same(pair.Before, pair.After))
            .Select(pair => Of(pair.Before?.Row ?? pair.After!.Row, pair.Before?.Name ?? pair.After!.Name, pair.Before is null ? null : words.Amount(pair.Before), pair.After is null ? null : words.Amount(pair.After), others)),
        .. Pair(before.Ranges, after.Ranges, range => range.Id).Where(pair => pair.Before != pair.After)
            .Select(pair => Of(pair.Before?.Row ?? pair.After!.Row, pair.Before?.Name ?? pair.After!.Name, pair.Before is null ? null : words.Amount(pair.Before), pair.After is null ? null : words.Amount(pair.After), others)),
        .. Pair(before.Readings, after.Readings, reading => reading.Name).Where(pair => pair.Before?.Value.GetRawText() != pair.After?.Value.GetRawText())
            .Select(pair => Of(pair.Before?.Id ?? pair.After!.Id, (pair.After ?? pair.Before!).Text, pair.Before is null ? null : words.Value(pair.Before.Value.GetRawText()), pair.After is null ? null : words.Value(pair.After.Value.GetRawText()), others)),
    ];

    private static Difference Of(string row, LocalizedText name, string? before, string? after, string others) =>
        before == after ? new(row, name.In(DesignPage.Culture), others, others) : new(row, name.In(DesignPage.Culture), before, after);

    private static IEnumerable<(T? Before, T? After)> Pair<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key)
        where T : class
    {
        var (old, young) = (before.ToDictionary(key, StringComparer.Ordinal), after.ToDictionary(key, StringComparer.Ordinal));
        return old.Keys.Union(young.Keys).Select(id => (old.GetValueOrDefault(id), young.GetValueOrDefault(id)));
    }

    private static bool Same(Obligation? left, Obligation? right) => left is not null && right is not null
        && (left.Amount, left.Unit, left.Actor, left.Paragraph) == (right.Amount, right.Unit, right.Actor, right.Paragraph)
        && left.Anchors.SequenceEqual(right.Anchors) && left.Targets.SequenceEqual(right.Targets) && left.VoidedBy.SequenceEqual(right.VoidedBy);
}
