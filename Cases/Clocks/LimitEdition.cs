using System.Text.Json;

namespace Pana.Cases;

/// <summary>The limits and readings as they hold for cases opened from a day on.</summary>
public sealed class LimitEdition
{
    private readonly Dictionary<string, Obligation> _obligations;
    private readonly Dictionary<string, Reading> _readings;
    private readonly HashSet<string> _names;

    internal LimitEdition(LimitsFile file, int number = 1, DateOnly? appliesFrom = null, DateTimeOffset? publishedAt = null)
    {
        Number = number;
        AppliesFrom = appliesFrom;
        PublishedAt = publishedAt;
        Words = file.Words;
        _readings = file.Settings.ToDictionary(reading => reading.Name, StringComparer.Ordinal);
        _obligations = file.Limits.Select(Read).ToDictionary(obligation => obligation.Id, StringComparer.Ordinal);
        Ranges = file.Ranges ?? [];
        _names = [.. All.SelectMany(limit => limit.Anchors.Concat(limit.Targets).Concat(limit.VoidedBy))];
    }

    /// <summary>1 for the first.</summary>
    public int Number { get; }

    /// <summary>The first application day it holds for; null for always.</summary>
    public DateOnly? AppliesFrom { get; }

    /// <summary>The first application day that an edition published today after this one may begin with.</summary>
    public DateOnly FirstDayAfter(DateOnly today) => FirstDay(AppliesFrom, today);

    /// <summary>When it was published; cases opened before keep what they had.</summary>
    public DateTimeOffset? PublishedAt { get; }

    /// <summary>All limits that a clock counts, D01 first.</summary>
    public IReadOnlyCollection<Obligation> All => _obligations.Values;

    /// <summary>Bounds without a clock: D02.</summary>
    public IReadOnlyList<LimitRange> Ranges { get; }

    /// <summary>The range of an id such as <c>p2.3</c>, or null.</summary>
    public LimitRange? FindRange(string id) => Ranges.FirstOrDefault(range => range.Id == id);

    /// <summary>The open questions Q1–Q24 with the reading in use.</summary>
    public IReadOnlyCollection<Reading> Readings => _readings.Values;

    internal LimitWords Words { get; }

    /// <summary>The obligation of an id such as <c>p28.1</c>, or null.</summary>
    public Obligation? Find(string id) => _obligations.GetValueOrDefault(id);

    /// <summary>The obligation of an id; otherwise an exception that names the known ones.</summary>
    public Obligation Get(string id) => Find(id) ?? throw new KeyNotFoundException(
        $"'{id}' is not an obligation of limits.json. Known: {string.Join(", ", _obligations.Keys)}.");

    /// <summary>The value of a reading by its name, for example <c>countEventDay</c> (Q1).</summary>
    public JsonElement Setting(string name) => _readings.TryGetValue(name, out var reading)
        ? reading.Value
        : throw new KeyNotFoundException($"'{name}' is not a setting of limits.json. Known: {string.Join(", ", _readings.Keys)}.");

    /// <summary>Editions never overtake each other: neither before today nor before the last one.</summary>
    internal static DateOnly FirstDay(DateOnly? last, DateOnly today) => last > today ? last.Value : today;

    /// <summary>Whether any limit begins, is met or falls away with this event.</summary>
    internal bool Concerns(string eventName) => _names.Contains(eventName);

    /// <summary>Whether it governs a case that was applied for on this local day and opened at this moment.</summary>
    internal bool Governs(DateOnly appliedOn, DateTimeOffset openedAt) =>
        (AppliesFrom is not { } from || appliedOn >= from) && (Number == 1 || PublishedAt is not { } at || openedAt > at);

    /// <summary>Applies the readings that change what a limit counts from or to (Q8, Q15, Q16).</summary>
    private Obligation Read(Obligation limit) => limit.Row switch
    {
        "D05" or "D06" when !Setting("approvalWithinLimit").GetBoolean() => limit with { Targets = ["plan.drafted"] },
        "D16" when Setting("policeAnchor").GetString() == "application" => limit with { Anchors = ["application.submitted"] },
        "D16" when Setting("policeDutyAfterFiling").GetBoolean() => limit with { VoidedBy = [] },
        _ => limit,
    };
}
