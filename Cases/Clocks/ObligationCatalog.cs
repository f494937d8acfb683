using System.Text.Json;

namespace Pana.Cases;

/// <summary>
/// The statutory limits D01–D16 and the readings Q1–Q24, edition after edition. It begins with
/// <c>Workflows/Obligations/limits.json</c>; <see cref="ContentLibrary"/> puts what was published in its place.
/// A case keeps the edition it was opened under.
/// </summary>
public sealed class ObligationCatalog
{
    private volatile IReadOnlyList<LimitEdition> _editions;

    private ObligationCatalog(LimitEdition first) => _editions = [first];

    /// <summary>Every edition, the newest last.</summary>
    public IReadOnlyList<LimitEdition> Editions => _editions;

    /// <summary>The newest edition, in force already or from a coming day.</summary>
    public LimitEdition Newest => _editions[^1];

    /// <summary>All limits of the newest edition, D01 first.</summary>
    public IReadOnlyCollection<Obligation> All => Newest.All;

    /// <summary>The open questions Q1–Q24 with the newest reading.</summary>
    public IReadOnlyCollection<Reading> Readings => Newest.Readings;

    /// <summary>Reads <c>limits.json</c> of the folder.</summary>
    public static ObligationCatalog Load(string folder) => new(new LimitEdition(DataFile.Read<LimitsFile>(folder, "limits.json")));

    /// <summary>
    /// The edition that governs a case: the newest that holds for the day of its application and was published before the
    /// case was opened. An open case therefore keeps its limits whatever is published later.
    /// </summary>
    public LimitEdition Of(Case file, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(file);
        var appliedOn = LocalDay.Of(file.AppliedAt, zone);
        return _editions.LastOrDefault(edition => edition.Governs(appliedOn, file.CreatedAt)) ?? _editions[0];
    }

    /// <summary>The first later edition in which the limit has another amount or unit; null when none has.</summary>
    public LimitEdition? ChangedAfter(int number, string obligationId)
    {
        var before = _editions.LastOrDefault(edition => edition.Number <= number)?.Find(obligationId);
        return before is null ? null : _editions.FirstOrDefault(edition => edition.Number > number
            && edition.Find(obligationId) is { } after && (after.Amount != before.Amount || after.Unit != before.Unit));
    }

    /// <summary>The obligation of an id such as <c>p28.1</c>, or null.</summary>
    public Obligation? Find(string id) => Newest.Find(id);

    /// <summary>The obligation of an id; otherwise an exception that names the known ones.</summary>
    public Obligation Get(string id) => Newest.Get(id);

    /// <summary>The newest value of a reading by its name, for example <c>countEventDay</c> (Q1).</summary>
    public JsonElement Setting(string name) => Newest.Setting(name);

    /// <summary>What is in use from now on, in the order of publication.</summary>
    internal void Use(IReadOnlyList<LimitEdition> editions) => _editions = editions;
}
