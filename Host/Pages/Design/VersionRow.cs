using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design;

/// <summary>One version in a table of versions.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State"><c>Current</c>, <c>Earlier</c>, <c>Draft</c> or <c>FileDraft</c>.</param>
/// <param name="When">When it was published or last changed.</param>
/// <param name="Who">By whom; empty for an import.</param>
/// <param name="From">First application day it holds for.</param>
/// <param name="Digest">The mark tasks and papers keep.</param>
/// <param name="Linked">Whether its number leads to it.</param>
public sealed record VersionRow(int Number, string State, string When, string Who, DateOnly? From, string Digest, bool Linked)
{
    /// <summary>The state of a draft that a changed file has left.</summary>
    public const string FileDraft = "FileDraft";

    /// <summary>The rows of versions.</summary>
    public static IReadOnlyList<VersionRow> Of(IEnumerable<ContentVersion> versions, DateOnly today, bool linked = false) => [.. versions.Select(version => new VersionRow(
        version.Number,
        version.IsCurrent ? "Current" : !version.IsDraft ? "Earlier" : version.ImportedHash is null ? "Draft" : FileDraft,
        (version.PublishedAt ?? version.ChangedAt).DayAndTime(today),
        (version.IsDraft ? version.ChangedByName : version.PublishedByName) ?? "",
        version.AppliesFrom,
        version.Digest,
        linked))];
}
