using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>Exact search over what is encrypted, inside one organisation and only among the cases the acting person may see.</summary>
public sealed class BlindIndex(CaseDb db, CurrentActor actor, MasterKey master)
{
    /// <summary>The most that one search finds, the newest cases first: a longer list is not read, it is searched again with another word.</summary>
    public const int Most = 50;

    private readonly Dictionary<Guid, byte[]> _keys = [];

    /// <summary>Cases with this IIN.</summary>
    public Task<IReadOnlyList<Guid>> FindByIinAsync(string iin, CancellationToken ct = default) =>
        FindAsync("person.iin", SearchWords.Of("person.iin", iin), ct);

    /// <summary>Cases with this phone, however it is written.</summary>
    public Task<IReadOnlyList<Guid>> FindByPhoneAsync(string phone, CancellationToken ct = default) =>
        FindAsync("person.phone", SearchWords.Of("person.phone", phone), ct);

    /// <summary>Cases whose name has all these words.</summary>
    public Task<IReadOnlyList<Guid>> FindByNameTokensAsync(string words, CancellationToken ct = default) =>
        FindAsync("person.lastName", SearchWords.Of("person.lastName", words), ct);

    /// <summary>Brings the entries of a case in line with values just written to its vault.</summary>
    internal async Task UpdateAsync(Guid caseId, IReadOnlyDictionary<string, string?> values, CancellationToken ct)
    {
        string[] searched = [.. values.Keys.Where(SearchWords.IsSearched)];
        if (searched.Length == 0 || await OrganisationOfAsync(caseId, ct) is not { } organisation)
        {
            return;
        }

        await db.BlindIndexEntries.Where(entry => entry.CaseId == caseId && searched.Contains(entry.Key)).LoadAsync(ct);
        db.BlindIndexEntries.RemoveRange(
            db.BlindIndexEntries.Local.Where(entry => entry.CaseId == caseId && searched.Contains(entry.Key)).ToList());
        db.BlindIndexEntries.AddRange(
            from key in searched
            from word in SearchWords.Of(key, values[key])
            select new BlindIndexEntry { CaseId = caseId, OrganisationId = organisation, Key = key, Hash = Hash(organisation, key, word) });
    }

    internal async Task ForgetAsync(Guid caseId, CancellationToken ct)
    {
        await db.BlindIndexEntries.Where(entry => entry.CaseId == caseId).LoadAsync(ct);
        db.BlindIndexEntries.RemoveRange(db.BlindIndexEntries.Local.Where(entry => entry.CaseId == caseId).ToList());
    }

    private async Task<IReadOnlyList<Guid>> FindAsync(string key, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words.Count == 0 || actor.Value.OrganisationId is not { } organisation)
        {
            return [];
        }

        var cases = db.Cases.VisibleTo(actor.Value, db);
        foreach (var word in words)
        {
            var hash = Hash(organisation, key, word);
            // A list by itself, read once from the index: asked for each case anew, SQLite would walk all cases for each word.
            cases = cases.Where(file => db.BlindIndexEntries.Where(entry => entry.OrganisationId == organisation && entry.Hash == hash).Select(entry => entry.CaseId).Contains(file.Id));
        }

        return await cases.OrderByDescending(file => file.AppliedAt).ThenByDescending(file => file.Id).Select(file => file.Id).Take(Most).ToListAsync(ct);
    }

    internal byte[] Hash(Guid organisation, string key, string word)
    {
        if (!_keys.TryGetValue(organisation, out var secret))
        {
            _keys[organisation] = secret = master.Derive("blind-index", organisation);
        }

        return HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{SearchWords.KindOf(key)}|{word}"));
    }

    private async Task<Guid?> OrganisationOfAsync(Guid caseId, CancellationToken ct) =>
        db.Cases.Local.FindEntry(caseId)?.Entity.OrganisationId
        ?? await db.Cases.Where(file => file.Id == caseId).Select(file => (Guid?)file.OrganisationId).SingleOrDefaultAsync(ct);
}
