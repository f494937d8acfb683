using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Personal values, answers and papers: AES-256-GCM under a random key for each case, wrapped by the master key.</summary>
public sealed class Vault(CaseDb db, DbSession session, CaseKeys keys, BlindIndex index, TimeProvider time)
{
    /// <summary>Stores a value; null or empty removes it.</summary>
    public Task PutAsync(Guid caseId, string key, string? value, CancellationToken ct = default) =>
        PutAllAsync(caseId, new Dictionary<string, string?> { [key] = value }, ct);

    /// <summary>Stores several values of one case; null or empty removes one.</summary>
    public Task PutAllAsync(Guid caseId, IReadOnlyDictionary<string, string?> values, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? Task.CompletedTask : session.InTransactionAsync(
            async token =>
            {
                var stored = await StoredAsync(caseId, [.. values.Keys], token);
                foreach (var (key, value) in values)
                {
                    await PutAsync(caseId, key, value, stored.GetValueOrDefault(key), token);
                }

                await index.UpdateAsync(caseId, values, token);
            },
            ct);
    }

    /// <summary>One value, or null. Note it in the audit trail when a person sees it.</summary>
    public async Task<string?> GetAsync(Guid caseId, string key, CancellationToken ct = default)
    {
        var stored = await StoredAsync(caseId, [key], ct);
        return stored.TryGetValue(key, out var value) ? await OpenAsync(value, ct) : null;
    }

    /// <summary>The values that the reader's role may see: <c>health.*</c> for nurse and head, <c>psych.*</c> for psychologist and head.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetAllAsync(Guid caseId, Actor reader, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(reader);

        Dictionary<string, string> open = new(StringComparer.Ordinal);
        foreach (var (key, value) in await StoredAsync(caseId, null, ct))
        {
            if (reader.MayRead(key))
            {
                open[key] = await OpenAsync(value, ct);
            }
        }

        return open;
    }

    /// <summary>
    /// The same few values of many cases in one query, for lists that name nobody. What was destroyed, never stored or does
    /// not open is left out: one damaged case must not close a whole list; its own page says what is wrong.
    /// </summary>
    internal async Task<ILookup<Guid, KeyValuePair<string, string>>> GetManyAsync(IReadOnlyCollection<Guid> owners, IReadOnlyCollection<string> wanted, CancellationToken ct = default)
    {
        var stored = await db.VaultValues.AsNoTracking().Where(value => owners.Contains(value.OwnerId) && wanted.Contains(value.Key))
            .Join(db.VaultKeys, value => value.OwnerId, key => key.OwnerId, (value, key) => new { Value = value, Key = key })
            .ToListAsync(ct);
        List<(Guid Owner, KeyValuePair<string, string> Value)> open = [];
        foreach (var owner in stored.GroupBy(row => row.Value.OwnerId, row => row))
        {
            byte[]? key = null;
            foreach (var (value, wrapped) in owner.Select(row => (row.Value, row.Key)))
            {
                try
                {
                    key ??= keys.Unwrap(wrapped);
                    open.Add((value.OwnerId, KeyValuePair.Create(value.Key, Encoding.UTF8.GetString(Sealing.Open(key, value.Sealed, value.OwnerId, value.Key, value.Id)))));
                }
                catch (VaultException)
                {
                    // Left out, see above.
                }
            }

            CryptographicOperations.ZeroMemory(key);
        }

        return open.ToLookup(one => one.Owner, one => one.Value);
    }

    /// <summary>The names of the values that are stored, those of this transaction included; no value is opened.</summary>
    internal async Task<IReadOnlySet<string>> StoredKeysAsync(Guid caseId, CancellationToken ct = default)
    {
        var stored = await db.VaultValues.AsNoTracking().Where(value => value.OwnerId == caseId).Select(value => value.Key).ToListAsync(ct);
        return stored.Union(db.VaultValues.Local.Where(value => value.OwnerId == caseId).Select(value => value.Key)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All values of a case, whoever asks: for papers that the procedure makes. Never for a page.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> GetAllForPaperAsync(Guid caseId, CancellationToken ct = default)
    {
        Dictionary<string, string> open = new(StringComparer.Ordinal);
        foreach (var (key, value) in await StoredAsync(caseId, null, ct))
        {
            open[key] = await OpenAsync(value, ct);
        }

        return open;
    }

    /// <summary>Encrypts bytes; the same case, purpose and row id are needed to open them.</summary>
    public async Task<byte[]> SealAsync(Guid caseId, string purpose, Guid rowId, ReadOnlyMemory<byte> bytes, CancellationToken ct = default) =>
        Sealing.Seal(await keys.GetOrCreateAsync(caseId, ct), bytes.Span, caseId, purpose, rowId);

    /// <summary>Fetches the keys of many owners in one query; what is opened for them afterwards asks no more.</summary>
    internal Task FetchKeysAsync(IReadOnlyCollection<Guid> owners, CancellationToken ct = default) =>
        db.VaultKeys.Where(key => owners.Contains(key.OwnerId)).LoadAsync(ct);

    /// <summary>Encrypts a filled form.</summary>
    internal Task<byte[]> SealAsync(Guid caseId, string purpose, Guid rowId, FormAnswers answers, CancellationToken ct = default) =>
        SealAsync(caseId, purpose, rowId, Encoding.UTF8.GetBytes(Json.Write(answers.ToJson())), ct);

    /// <summary>Decrypts a filled form.</summary>
    internal async Task<FormAnswers> OpenAnswersAsync(Guid caseId, string purpose, Guid rowId, byte[] box, CancellationToken ct = default) =>
        FormAnswers.Parse(Encoding.UTF8.GetString(await OpenAsync(caseId, purpose, rowId, box, ct)));

    /// <summary>Decrypts bytes; <see cref="VaultException"/> when they were changed, moved to another row, or the key is destroyed.</summary>
    public async Task<byte[]> OpenAsync(Guid caseId, string purpose, Guid rowId, ReadOnlyMemory<byte> bytes, CancellationToken ct = default)
    {
        var key = await keys.FindAsync(caseId, ct)
            ?? throw new VaultException($"Expected a vault key for {caseId}, found none. The id is wrong, or the row of vault_keys is lost.");
        return Sealing.Open(key, bytes.Span, caseId, purpose, rowId);
    }

    /// <summary>Destroys the case's key and its search entries. There is no way back.</summary>
    public Task DestroyAsync(Guid caseId, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            await keys.DestroyAsync(caseId, token);
            await index.ForgetAsync(caseId, token);
        },
        ct);

    private async Task PutAsync(Guid owner, string key, string? value, VaultValue? stored, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(value))
        {
            if (stored is not null)
            {
                db.VaultValues.Remove(stored);
            }

            return;
        }

        var row = stored ?? db.VaultValues.Add(new VaultValue { OwnerId = owner, Key = key, Sealed = [] }).Entity;
        row.Sealed = await SealAsync(owner, key, row.Id, Encoding.UTF8.GetBytes(value), ct);
        row.UpdatedAt = time.GetUtcNow();
    }

    private async Task<string> OpenAsync(VaultValue value, CancellationToken ct) =>
        Encoding.UTF8.GetString(await OpenAsync(value.OwnerId, value.Key, value.Id, value.Sealed, ct));

    /// <summary>From the database and from what this scope has not saved yet.</summary>
    private async Task<Dictionary<string, VaultValue>> StoredAsync(Guid owner, IReadOnlyCollection<string>? wanted, CancellationToken ct)
    {
        var query = db.VaultValues.Where(value => value.OwnerId == owner);
        if (wanted is not null)
        {
            query = query.Where(value => wanted.Contains(value.Key));
        }

        await query.LoadAsync(ct);
        return db.VaultValues.Local
            .Where(value => value.OwnerId == owner && (wanted is null || wanted.Contains(value.Key)))
            .ToDictionary(value => value.Key, StringComparer.Ordinal);
    }
}
