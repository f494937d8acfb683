using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Definitions and their versions. A version that was published never changes; editing it makes the next one.</summary>
public sealed class DefinitionStore
{
    private readonly IDefinitionRows _rows;
    private readonly DefinitionValidator _validator;
    private readonly DefinitionUses _uses;
    private readonly EventTriggers _triggers;
    private readonly DefinitionTimers _timers;
    private readonly TimeProvider _time;

    internal DefinitionStore(IDefinitionRows rows, DefinitionValidator validator, DefinitionUses uses, EventTriggers triggers, DefinitionTimers timers, TimeProvider time)
    {
        _rows = rows;
        _validator = validator;
        _uses = uses;
        _triggers = triggers;
        _timers = timers;
        _time = time;
    }

    /// <summary>The version new instances run; null when there is none.</summary>
    public async Task<WorkflowDefinition?> GetPublishedAsync(string definitionId, CancellationToken ct = default) =>
        ReadOrNull((await _rows.FindVersionsAsync(definitionId, ct).ConfigureAwait(false)).FirstOrDefault(d => d.IsPublished));

    /// <summary>The newest version, draft or published; null when there is none.</summary>
    public async Task<WorkflowDefinition?> GetLatestAsync(string definitionId, CancellationToken ct = default) =>
        await _rows.FindVersionsAsync(definitionId, ct).ConfigureAwait(false) is [var newest, ..] ? Read(newest) : null;

    /// <summary>A version by its own id; null when there is none.</summary>
    public async Task<WorkflowDefinition?> GetVersionAsync(string versionId, CancellationToken ct = default) =>
        ReadOrNull(await _rows.FindVersionAsync(versionId, ct).ConfigureAwait(false));

    /// <summary>All versions, newest first.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> GetVersionsAsync(string definitionId, CancellationToken ct = default) =>
        [.. (await _rows.FindVersionsAsync(definitionId, ct).ConfigureAwait(false)).Select(Read)];

    /// <summary>The latest and the published version of every definition, ordered by name.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> ListAsync(CancellationToken ct = default) =>
        [.. (await _rows.ListAsync(ct).ConfigureAwait(false)).Select(Read)];

    /// <summary>
    /// Saves a draft: the draft there is, or version + 1 when the latest was published. A draft may be unfinished, so
    /// only a text that is no definition at all is refused.
    /// </summary>
    public async Task<WorkflowDefinition> SaveDraftAsync(string json, CancellationToken ct = default)
    {
        var definition = WorkflowDefinition.Parse(json);
        if (definition.Root is null)
        {
            throw new InvalidDefinitionException(definition.DefinitionId, [new(null, "$.root", EngineDefects.NoRoot)]);
        }

        return Read(await SaveDraftAsync(definition, null, ct).ConfigureAwait(false));
    }

    /// <summary>Publishes the latest version; refused whole when it has a defect.</summary>
    /// <exception cref="InvalidDefinitionException">The latest version has defects; all are named.</exception>
    public async Task<WorkflowDefinition> PublishAsync(string definitionId, CancellationToken ct = default)
    {
        var versions = await VersionsAsync(definitionId, ct).ConfigureAwait(false);
        var latest = versions[0];
        var definition = Read(latest);
        var (pinned, ofUses) = await _uses.CheckAsync(definition, ct).ConfigureAwait(false);
        if (_validator.Validate(definition).Concat(ofUses).ToList() is { Count: > 0 } defects)
        {
            throw new InvalidDefinitionException(definitionId, defects);
        }

        if (pinned != definition)
        {
            latest.Json = Stamp(pinned, latest).ToJson();
        }

        // The unique published version must give way first.
        foreach (var other in versions.Where(v => v.IsPublished && v != latest))
        {
            other.IsPublished = false;
        }

        latest.IsPublished = true;
        latest.PublishedAt ??= _time.GetUtcNow();
        await _rows.SaveAsync(versions, ct).ConfigureAwait(false);
        await _rows.ReplaceTimersAsync(definitionId, _timers.Of(Read(latest)), ct).ConfigureAwait(false);
        _triggers.Forget();
        return Read(latest);
    }

    /// <summary>No new instance is started any more; running ones go on.</summary>
    /// <exception cref="DefinitionInUseException">It is a step of published definitions, which would start new ones.</exception>
    public async Task<WorkflowDefinition> RetractAsync(string definitionId, CancellationToken ct = default)
    {
        var versions = await VersionsAsync(definitionId, ct).ConfigureAwait(false);
        await RefuseWhileUsedAsync(definitionId, null, consumer => consumer.IsPublished, ct).ConfigureAwait(false);
        foreach (var version in versions)
        {
            version.IsPublished = false;
        }

        await _rows.SaveAsync(versions, ct).ConfigureAwait(false);
        await _rows.ReplaceTimersAsync(definitionId, [], ct).ConfigureAwait(false);
        _triggers.Forget();
        return Read(versions[0]);
    }

    /// <summary>Makes an older version the newest draft.</summary>
    public async Task<WorkflowDefinition> RevertAsync(string definitionId, int version, CancellationToken ct = default)
    {
        var versions = await VersionsAsync(definitionId, ct).ConfigureAwait(false);
        var old = versions.FirstOrDefault(v => v.Version == version)
            ?? throw new KeyNotFoundException($"Definition '{definitionId}' has no version {version}. Known: {string.Join(", ", versions.Select(v => v.Version))}.");
        return Read(await SaveDraftAsync(Read(old), null, ct).ConfigureAwait(false));
    }

    /// <summary>The latest and published versions of the definitions that have this one as a step.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> ConsumersAsync(string definitionId, CancellationToken ct = default) =>
        [.. (await _uses.ConsumersAsync(definitionId, null, ct).ConfigureAwait(false)).Where(d => d.IsLatest || d.IsPublished)];

    /// <summary>Deletes a definition with all versions; refused while an instance runs one of them.</summary>
    /// <exception cref="DefinitionInUseException">A version of another definition has it as a step.</exception>
    public async Task<bool> DeleteAsync(string definitionId, CancellationToken ct = default)
    {
        var versions = await _rows.FindVersionsAsync(definitionId, ct).ConfigureAwait(false);
        if (versions.Count == 0)
        {
            return false;
        }

        await RefuseWhileRunningAsync(versions, ct).ConfigureAwait(false);
        await RefuseWhileUsedAsync(definitionId, null, _ => true, ct).ConfigureAwait(false);
        await _rows.ReplaceTimersAsync(definitionId, [], ct).ConfigureAwait(false);
        await _rows.DeleteAsync(versions, ct).ConfigureAwait(false);
        _triggers.Forget();
        return true;
    }

    /// <summary>Deletes one version; refused while an instance runs it.</summary>
    /// <exception cref="DefinitionInUseException">A version of another definition has it as a step.</exception>
    public async Task<bool> DeleteVersionAsync(string versionId, CancellationToken ct = default)
    {
        if (await _rows.FindVersionAsync(versionId, ct).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        await RefuseWhileRunningAsync([row], ct).ConfigureAwait(false);
        await RefuseWhileUsedAsync(row.DefinitionId, versionId, _ => true, ct).ConfigureAwait(false);
        await _rows.DeleteAsync([row], ct).ConfigureAwait(false);
        if (row.IsLatest && (await _rows.FindVersionsAsync(row.DefinitionId, ct).ConfigureAwait(false)) is [var next, ..])
        {
            next.IsLatest = true;
            await _rows.SaveAsync([next], ct).ConfigureAwait(false);
        }

        if (row.IsPublished)
        {
            await _rows.ReplaceTimersAsync(row.DefinitionId, [], ct).ConfigureAwait(false);
            _triggers.Forget();
        }

        return true;
    }

    /// <summary>The version that a step runs; null when it was never published here.</summary>
    internal async Task<WorkflowDefinition?> FindUsedAsync(UsedDefinition used, CancellationToken ct) =>
        ReadOrNull(await used.FindAsync(_rows, ct).ConfigureAwait(false));

    internal async Task<DefinitionRow> SaveDraftAsync(WorkflowDefinition definition, string? importedHash, CancellationToken ct)
    {
        var definitionId = definition.DefinitionId.Length > 0 ? definition.DefinitionId : JournalText.NewId();
        var latest = await _rows.FindVersionsAsync(definitionId, ct).ConfigureAwait(false) is [var newest, ..] ? newest : null;
        var changed = new List<DefinitionRow>();
        DefinitionRow row;
        // A draft that came from a file is the record of what was imported, so a designer's change becomes the next version.
        if (latest is { PublishedAt: null } && (latest.ImportedHash is not null) == (importedHash is not null))
        {
            row = latest;
        }
        else
        {
            if (latest is not null)
            {
                latest.IsLatest = false;
                changed.Add(latest);
            }

            row = new DefinitionRow
            {
                VersionId = JournalText.NewId(),
                DefinitionId = definitionId,
                Version = (latest?.Version ?? 0) + 1,
                IsLatest = true,
                Json = "",
                CreatedAt = _time.GetUtcNow(),
            };
        }

        row.Name = definition.Name;
        row.Description = definition.Description;
        row.ImportedHash = importedHash;
        row.Json = Stamp(definition, row).ToJson();
        changed.Add(row);
        await _rows.SaveAsync(changed, ct).ConfigureAwait(false);
        return row;
    }

    internal static WorkflowDefinition Read(DefinitionRow row) => Stamp(WorkflowDefinition.Parse(row.Json), row);

    private static WorkflowDefinition? ReadOrNull(DefinitionRow? row) => row is null ? null : Read(row);

    /// <summary>What the row knows better than the JSON.</summary>
    private static WorkflowDefinition Stamp(WorkflowDefinition definition, DefinitionRow row)
    {
        var stamped = definition.With(
            new("id", row.VersionId),
            new("definitionId", row.DefinitionId),
            new("version", row.Version),
            new("createdAt", JsonValue.Create(row.CreatedAt)),
            new("isLatest", row.IsLatest),
            new("isPublished", row.IsPublished));
        stamped.Json.Remove("links");
        return stamped;
    }

    private async Task<IReadOnlyList<DefinitionRow>> VersionsAsync(string definitionId, CancellationToken ct) =>
        await _rows.FindVersionsAsync(definitionId, ct).ConfigureAwait(false) is { Count: > 0 } versions
            ? versions
            : throw new KeyNotFoundException($"Definition '{definitionId}' does not exist. Save a draft first, or correct the id.");

    private async Task RefuseWhileUsedAsync(string definitionId, string? versionId, Func<WorkflowDefinition, bool> counts, CancellationToken ct)
    {
        var consumers = await _uses.ConsumersAsync(definitionId, versionId, ct).ConfigureAwait(false);
        if (consumers.Where(counts).Select(d => d.Name ?? d.DefinitionId).Distinct().ToList() is { Count: > 0 } names)
        {
            throw new DefinitionInUseException(definitionId, names);
        }
    }

    private async Task RefuseWhileRunningAsync(IReadOnlyCollection<DefinitionRow> versions, CancellationToken ct)
    {
        if (await _rows.IsRunningAsync([.. versions.Select(v => v.VersionId)], ct).ConfigureAwait(false))
        {
            throw new InvalidOperationException(
                $"Definition '{versions.First().DefinitionId}' cannot be deleted: instances still run it. Retract it, and delete it when they have ended.");
        }
    }
}
