namespace Pana.Engine;

/// <summary>Where definition versions are kept: tables through EF, or memory.</summary>
internal interface IDefinitionRows
{
    Task<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken ct);

    /// <summary>All versions of a definition, newest first.</summary>
    Task<IReadOnlyList<DefinitionRow>> FindVersionsAsync(string definitionId, CancellationToken ct);

    /// <summary>The latest and the published version of every definition, ordered by name.</summary>
    Task<IReadOnlyList<DefinitionRow>> ListAsync(CancellationToken ct);

    /// <summary>Every version, of any definition, whose JSON has this text in it; not for change.</summary>
    Task<IReadOnlyList<DefinitionRow>> FindMentioningAsync(string json, CancellationToken ct);

    /// <summary>Writes new and changed rows, in one transaction.</summary>
    Task SaveAsync(IReadOnlyCollection<DefinitionRow> rows, CancellationToken ct);

    /// <summary>Deletes versions that no instance runs.</summary>
    Task DeleteAsync(IReadOnlyCollection<DefinitionRow> rows, CancellationToken ct);

    /// <summary>Replaces the recurring starts of a definition.</summary>
    Task ReplaceTimersAsync(string definitionId, IReadOnlyCollection<TimerRow> timers, CancellationToken ct);

    /// <summary>Whether an instance of one of these versions is still running.</summary>
    Task<bool> IsRunningAsync(IReadOnlyCollection<string> versionIds, CancellationToken ct);
}
