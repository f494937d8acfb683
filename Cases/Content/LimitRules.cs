using System.Text.Json;

namespace Pana.Cases;

/// <summary>What the limits must satisfy to be published.</summary>
internal static class LimitRules
{
    /// <summary>The longest limit, in its own unit.</summary>
    public const int MaxAmount = 366;

    /// <summary>Who may have a duty besides the roles.</summary>
    public static readonly IReadOnlyList<string> Actors = [.. RoleCodes.All, "organisation", "specialists"];

    public static IReadOnlyList<ContentDefect> Check(LimitsFile file, EventCatalog events, ObligationCatalog inUse)
    {
        if (file.Limits is null or [] || file.Settings is null)
        {
            return [new ContentDefect("", null, ContentMessages.LimitsMissing)];
        }

        List<ContentDefect> defects = [.. file.Limits.GroupBy(limit => limit.Id).Where(same => same.Count() > 1).Select(same => new ContentDefect(same.Key, null, ContentMessages.LimitTwice))];
        // Events of an organisation, not of a case, are known from the limits in use.
        var known = inUse.All.SelectMany(limit => limit.Anchors.Concat(limit.Targets).Concat(limit.VoidedBy)).Concat(events.All.Select(one => one.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var limit in file.Limits)
        {
            defects.AddRange(Check(limit, known).Select(message => new ContentDefect(limit.Id, null, message)));
        }

        foreach (var range in file.Ranges ?? [])
        {
            defects.AddRange(Check(range).Select(message => new ContentDefect(range.Id, null, message)));
        }

        foreach (var reading in file.Settings.Where(reading => reading.Options is { Count: > 0 } options && !options.Any(option => Same(option, reading.Value))))
        {
            defects.Add(new ContentDefect(reading.Id, null, ContentMessages.NotOneOf.Fill(reading.Value, string.Join(", ", reading.Options!))));
        }

        foreach (var reading in file.Settings.Where(reading => reading.Options is null && reading.Value.ValueKind != reading.Recommended.ValueKind))
        {
            defects.Add(new ContentDefect(reading.Id, null, ContentMessages.OtherKind.Fill(reading.Value, reading.Recommended)));
        }

        return defects;
    }

    private static IEnumerable<LocalizedText> Check(Obligation limit, HashSet<string> known)
    {
        if (limit.Amount is < 1 or > MaxAmount)
        {
            yield return ContentMessages.NotBetween.Fill(limit.Amount, 1, MaxAmount);
        }

        if (!Enum.IsDefined(limit.Unit))
        {
            yield return ContentMessages.LimitUnit;
        }

        if (limit.Anchors.Count == 0 || limit.Targets.Count == 0)
        {
            yield return ContentMessages.LimitEvents;
        }

        foreach (var name in limit.Anchors.Concat(limit.Targets).Concat(limit.VoidedBy).Where(name => !known.Contains(name)).Distinct())
        {
            yield return ContentMessages.NoCaseEvent.Fill(name);
        }

        if (!Actors.Contains(limit.Actor))
        {
            yield return ContentMessages.NotOneOf.Fill($"\"{limit.Actor}\"", string.Join(", ", Actors));
        }

        if (!LocalizedWords.AreWhole(limit.Name))
        {
            yield return ContentMessages.NameIt;
        }

        if (string.IsNullOrWhiteSpace(limit.Paragraph))
        {
            yield return ContentMessages.NameParagraph;
        }
    }

    private static IEnumerable<LocalizedText> Check(LimitRange range)
    {
        if (range.From < 1 || range.From > range.To || range.To > LimitRange.Most)
        {
            yield return ContentMessages.RangeBounds.Fill(range.From, range.To, LimitRange.Most);
        }

        if (!LocalizedWords.AreWhole(range.Name))
        {
            yield return ContentMessages.NameIt;
        }

        if (string.IsNullOrWhiteSpace(range.Paragraph))
        {
            yield return ContentMessages.NameParagraph;
        }
    }

    private static bool Same(JsonElement left, JsonElement right) => left.GetRawText() == right.GetRawText();
}
