using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>Does what a designer asks and notes who, when and which version, in one transaction.</summary>
internal sealed class DesignerActs(CaseDb db, DbSession session, AuditTrail audit, CurrentActor actor, TimeProvider time)
{
    /// <summary>The studio saves every stroke by itself: the saves of one sitting are one entry, until somebody else saves.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(15);

    /// <summary>Runs an act; its note is written with it or not at all.</summary>
    public Task<T> DoAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken ct) => session.InTransactionAsync(act, ct);

    public void Note(string action, WorkflowDefinition definition) => Note(action, definition.DefinitionId, definition.Version, definition.Id);

    public void Note(string action, string definitionId, int? version = null, string? versionId = null) =>
        audit.Note("definition." + action, null, definitionId, Answer.Object(("version", version), ("versionId", versionId)));

    /// <summary>What was done to a run; one that belongs to a case is noted in the case's own trail.</summary>
    public void NoteRun(string action, string instanceId, string definitionId, int version, string? correlationId) =>
        audit.Note("instance." + action, Guid.TryParse(correlationId, out var id) ? id : null, instanceId, Answer.Object(("definition", definitionId), ("version", version)));

    public async Task NoteSaveAsync(WorkflowDefinition draft, CancellationToken ct)
    {
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Action == "definition.saved" && e.Subject == draft.DefinitionId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstOrDefaultAsync(ct);
        var goesOn = last is not null && last.ActorId == actor.Value.UserId && last.ActorName == actor.Value.DisplayName
            && (string?)last.Detail?["versionId"] == draft.Id && time.GetUtcNow() - last.At < Sitting;
        if (!goesOn)
        {
            Note("saved", draft);
        }
    }
}
