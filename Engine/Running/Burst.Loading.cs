namespace Pana.Engine;

internal sealed partial class Burst
{
    /// <summary>An instance for change; null when there is none.</summary>
    public async Task<WorkflowExecutionContext?> LoadAsync(string instanceId)
    {
        if (_instances.TryGetValue(instanceId, out var known))
        {
            return known;
        }

        var stored = await store.LoadInstanceAsync(instanceId, forUpdate: true, CancellationToken).ConfigureAwait(false);
        return stored is null ? null : await RestoreAsync(stored).ConfigureAwait(false);
    }

    /// <summary>The waits with this name and hash, in the database and in this burst.</summary>
    public async Task<IReadOnlyList<string>> FindBookmarksAsync(string name, string hash, string? correlationId, string? instanceId)
    {
        var found = await store.FindBookmarksAsync(name, hash, correlationId, instanceId, CancellationToken).ConfigureAwait(false);
        var ids = found.Select(b => b.Id).Where(id => !_changes.BookmarksRemoved.Contains(id)).ToList();
        ids.AddRange(_newBookmarks.Values
            .Where(b => b.Name == name && b.Hash == hash && (correlationId is null || b.CorrelationId == correlationId) && (instanceId is null || b.InstanceId == instanceId))
            .Select(b => b.Id));
        return ids;
    }

    public Task<IReadOnlyList<string>> FindRunningChildrenAsync(string parentInstanceId) =>
        store.FindRunningChildrenAsync(parentInstanceId, CancellationToken);

    private async Task<(WorkflowExecutionContext? Instance, StoredBookmark? Bookmark)> TakeAsync(string bookmarkId)
    {
        if (_newBookmarks.TryGetValue(bookmarkId, out var young))
        {
            return (_instances[young.InstanceId], young);
        }

        if (_changes.BookmarksRemoved.Contains(bookmarkId) || await store.TakeBookmarkAsync(bookmarkId, CancellationToken).ConfigureAwait(false) is not { } load)
        {
            return default;
        }

        var instance = _instances.TryGetValue(load.Instance.Id, out var known) ? known : await RestoreAsync(load.Instance).ConfigureAwait(false);
        return (instance, load.Bookmark);
    }

    private async Task<WorkflowExecutionContext> RestoreAsync(StoredInstance stored)
    {
        var workflow = await FindVersionAsync(stored.DefinitionVersionId).ConfigureAwait(false);
        var instance = InstanceState.Read(stored, workflow, this);
        _instances[instance.Id] = instance;
        return instance;
    }

    private async Task<CompiledWorkflow> FindWorkflowAsync(StartWorkflow request)
    {
        var versionId = request.DefinitionVersionId
            ?? await store.FindPublishedVersionAsync(request.DefinitionId, CancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                $"No published version of workflow definition '{request.DefinitionId}' exists. Publish it in the designer, or correct the id.");
        return await FindVersionAsync(versionId).ConfigureAwait(false);
    }

    /// <summary>The version that a step runs. Publishing writes its id onto the step, so it is found in memory.</summary>
    public async Task<CompiledWorkflow> FindUsedAsync(UsedDefinition used)
    {
        if (shared.Compiled.Find(used.VersionId) is { } compiled)
        {
            return compiled;
        }

        var row = await used.FindAsync((IDefinitionRows)Services.GetService(typeof(IDefinitionRows))!, CancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                $"Version {used.Version} of workflow definition '{used.DefinitionId}' is not published here, but a step runs it. Choose another version in the step, and publish again.");
        return await FindVersionAsync(row.VersionId).ConfigureAwait(false);
    }

    private async Task<CompiledWorkflow> FindVersionAsync(string versionId)
    {
        if (shared.Compiled.Find(versionId) is { } compiled)
        {
            return compiled;
        }

        var rows = (IDefinitionRows)Services.GetService(typeof(IDefinitionRows))!;
        var row = await rows.FindVersionAsync(versionId, CancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Definition version '{versionId}' does not exist any more, but an instance runs it. Restore the version from a backup.");
        return shared.Compiled.Add(DefinitionStore.Read(row), keep: row.PublishedAt is not null);
    }
}
