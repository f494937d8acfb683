using Pana.Cases;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// A definition that is a step of others may ask that they follow it (<c>autoUpdateConsumingWorkflows</c>): when it is
/// published, their newest versions take the new version, and those that were published are published again.
/// </summary>
internal sealed class ConsumerUpdates(DefinitionStore store, DefinitionUses uses, DesignerActs acts, CurrentActor actor, TimeProvider time)
{
    /// <summary>Updates the consumers and theirs; all or none, so a publication that would break one is refused.</summary>
    /// <exception cref="InvalidDefinitionException">A consumer cannot be published with the new version.</exception>
    public async Task<IReadOnlyList<WorkflowDefinition>> FollowAsync(WorkflowDefinition published, CancellationToken ct)
    {
        var updated = new List<WorkflowDefinition>();
        if (!UsableDefinition.IsMarked(published) || !WorkflowDefinition.Flag(published.Json["options"]!["autoUpdateConsumingWorkflows"]))
        {
            return updated;
        }

        foreach (var consumer in (await store.ConsumersAsync(published.DefinitionId, ct)).Where(d => d.IsLatest))
        {
            var draft = await store.SaveDraftAsync(With(published, consumer).ToJson(), ct);
            if (!consumer.IsPublished)
            {
                acts.Note("saved", draft);
                updated.Add(draft);
                continue;
            }

            var follower = await PublishAsync(draft, ct);
            updated.Add(follower);
            updated.AddRange(await FollowAsync(follower, ct));
        }

        return updated;
    }

    /// <summary>Stamped anew, and as nobody's sitting: a designer who has the consumer open is told that it has changed.</summary>
    private WorkflowDefinition With(WorkflowDefinition published, WorkflowDefinition consumer)
    {
        var changed = consumer.With();
        foreach (var (step, _) in uses.In(changed).Where(u => u.Used.DefinitionId == published.DefinitionId))
        {
            step.Json["type"] = UsableDefinition.TypeNameOf(published.Name);
            step.Json["version"] = published.Version;
            step.Json[UsedDefinition.VersionIdMember] = published.Id;
        }

        new SavedStamp(SavedStamp.Digest(changed.Json, published.Id), null, actor.Value.DisplayName, null, time.GetUtcNow(), []).WriteTo(changed.Json);
        return changed;
    }

    private async Task<WorkflowDefinition> PublishAsync(WorkflowDefinition draft, CancellationToken ct)
    {
        try
        {
            var follower = await store.PublishAsync(draft.DefinitionId, ct);
            acts.Note("published", follower);
            return follower;
        }
        catch (InvalidDefinitionException e)
        {
            throw new InvalidDefinitionException(
                e.DefinitionId, [new DefinitionDefect(null, "$.options", EngineDefects.ConsumerRefused, draft.Name ?? draft.DefinitionId), .. e.Defects.Select(d => d with { ActivityId = null })]);
        }
    }
}
