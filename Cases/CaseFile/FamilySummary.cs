using System.Globalization;

namespace Pana.Cases;

/// <summary>Says who a family is, for example «Ана және 2 бала (4 және 9 жаста)», from the vault at the moment of rendering; never stored.</summary>
public sealed class FamilySummary(Vault vault, ObligationCatalog obligations, TimeProvider time)
{
    /// <summary>The family in the words of a culture; the person first, then the children by age.</summary>
    public async Task<string> OfAsync(IReadOnlyList<Case> family, string culture, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(culture);

        return Compose(family, await KnownAsync(family, ct), culture);
    }

    /// <summary>Several families at once, by their ids: two queries for a whole list. A family given by one child alone is that child with its age.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfManyAsync(IReadOnlyCollection<Case> cases, string culture, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(culture);
        var known = await KnownAsync(cases, ct);
        return cases.GroupBy(file => file.FamilyId).ToDictionary(family => family.Key, family => Compose([.. family], known, culture));
    }

    private Task<ILookup<Guid, KeyValuePair<string, string>>> KnownAsync(IReadOnlyCollection<Case> cases, CancellationToken ct) =>
        vault.GetManyAsync([.. cases.Select(file => file.Id)], ["person.sex", "person.birthDate"], ct);

    private string Compose(IReadOnlyCollection<Case> family, ILookup<Guid, KeyValuePair<string, string>> known, string culture)
    {
        var person = family.FirstOrDefault(file => !file.IsChild);
        return Compose(
            person is not null,
            person is null ? null : Value(person, "person.sex"),
            [.. family.Where(file => file.IsChild).Select(file => Age(Value(file, "person.birthDate")))],
            culture);

        string? Value(Case file, string key) => known[file.Id].FirstOrDefault(pair => pair.Key == key).Value;
    }

    internal static string Compose(bool hasPerson, string? sex, IReadOnlyCollection<int?> ages, string culture)
    {
        var words = FamilyWords.Of(culture);
        var who = !hasPerson ? null : ages.Count == 0 ? words.Alone(sex) : words.Parent(sex);
        if (ages.Count == 0)
        {
            return who ?? "";
        }

        var known = ages.OfType<int>().Order().ToList();
        var children = words.Children(ages.Count);
        var aged = known.Count == 0 ? children : $"{children} ({words.Ages(known)})";
        return who is null ? aged : $"{who} {words.And} {aged}";
    }

    private int? Age(string? birthDate)
    {
        if (!DateOnly.TryParseExact(birthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
        {
            return null;
        }

        var today = LocalDay.Of(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(obligations.Setting("timeZone").GetString()!));
        return today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
    }
}
