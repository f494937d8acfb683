using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design;

/// <summary>One form or document in a list.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Title">Its title in the reader's language.</param>
/// <param name="Version">Number of the current version.</param>
/// <param name="Draft"><c>Draft</c> or <c>FileDraft</c> when one waits.</param>
/// <param name="When">When it was last changed.</param>
/// <param name="Who">By whom; empty for an import.</param>
public sealed record ContentRow(string Key, string Title, int Version, string? Draft, string When, string Who)
{
    /// <summary>The rows of what the store lists.</summary>
    public static IReadOnlyList<ContentRow> Of(IEnumerable<ContentVersion> versions, Func<string, string> titleOf, DateOnly today) =>
        [.. versions.GroupBy(version => version.Key).Select(same => Of(same.Key, [.. same.OrderBy(version => version.Number)], titleOf, today)).OrderBy(row => row.Title, StringComparer.CurrentCulture)];

    private static ContentRow Of(string key, List<ContentVersion> versions, Func<string, string> titleOf, DateOnly today)
    {
        var newest = versions[^1];
        return new(
            key,
            titleOf(key),
            versions.FirstOrDefault(version => version.IsCurrent)?.Number ?? 0,
            newest.IsDraft ? newest.ImportedHash is null ? "Draft" : "FileDraft" : null,
            newest.ChangedAt.DayAndTime(today),
            newest.ChangedByName);
    }
}
