using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>Plans of activities in the reader's words.</summary>
internal static class LeisureWords
{
    /// <summary>The period: a year or a quarter.</summary>
    public static string Title(IStringLocalizer texts, PlanPeriod period) =>
        period.Quarter is { } quarter ? texts["Leisure.quarter", quarter.Year, quarter.Number] : texts["Leisure.year", period.Year];

    /// <summary>Where a version stands: approved, waiting for the head, or being written; with who and when.</summary>
    public static string State(IStringLocalizer texts, LeisureVersion version, bool superseded = false) => version switch
    {
        { ApprovedAt: { } at } => texts[superseded ? "Leisure.superseded" : "Leisure.approved", version.Number, at.LocalDate().WithYear(), version.ApprovedByName!],
        { SentAt: { } at } => texts["Leisure.sent", version.Number, at.LocalDate().WithYear(), version.DraftedByName],
        _ => texts["Leisure.draft", version.Number, version.DraftedAt.LocalDate().WithYear(), version.DraftedByName],
    };
}
