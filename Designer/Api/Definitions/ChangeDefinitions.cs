using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>Retract, revert, delete and run, one or many.</summary>
internal sealed class ChangeDefinitions(
    DefinitionStore store, StudioDefinition studio, ConsumerUpdates updates, WorkflowRuntime runtime, DesignerActs acts, IStringLocalizer<DesignerTexts> texts, IStringLocalizer<DefectTexts> words)
{
    public Task<IResult> RetractAsync(string definitionId, CancellationToken ct) =>
        TryAsync(async () => Answer.Json(await studio.ToStudioAsync(await RetractOneAsync(definitionId, ct), ct)));

    public Task<IResult> RevertAsync(string definitionId, int version, CancellationToken ct) => TryAsync(async () =>
    {
        var draft = await acts.DoAsync(
            async token =>
            {
                var reverted = await store.RevertAsync(definitionId, version, token);
                acts.Note("reverted", reverted);
                return reverted;
            },
            ct);
        return Answer.Json(new DefinitionSummary(
            draft.Id, draft.DefinitionId, draft.Name, draft.Description, draft.Version, draft.IsLatest, draft.IsPublished, draft.Json["createdAt"]!.GetValue<DateTimeOffset>()).ToJson());
    });

    public Task<IResult> DeleteAsync(string definitionId, CancellationToken ct) =>
        TryAsync(async () => await DeleteOneAsync(definitionId, ct) ? Results.NoContent() : Missing());

    public Task<IResult> DeleteVersionAsync(string versionId, CancellationToken ct) =>
        TryAsync(async () => await DeleteOneVersionAsync(versionId, ct) ? Results.NoContent() : Missing());

    public Task<IResult> DeleteManyAsync(string[] definitionIds, CancellationToken ct) => DeleteManyAsync(definitionIds, DeleteOneAsync, ct);

    public Task<IResult> DeleteManyVersionsAsync(string[] versionIds, CancellationToken ct) => DeleteManyAsync(versionIds, DeleteOneVersionAsync, ct);

    /// <summary>Publishes those that can be; when one cannot, nothing more is tried and its defects are told.</summary>
    public async Task<IResult> PublishManyAsync(string[] definitionIds, CancellationToken ct)
    {
        var (published, already, missing, updated) = (new JsonArray(), new JsonArray(), new JsonArray(), new JsonArray());
        foreach (var id in definitionIds)
        {
            if (await store.GetLatestAsync(id, ct) is not { } latest)
            {
                missing.Add(id);
            }
            else if (latest.IsPublished)
            {
                already.Add(id);
            }
            else
            {
                try
                {
                    foreach (var consumer in (await PublishOneAsync(id, ct)).Consumers)
                    {
                        updated.Add(consumer.DefinitionId);
                    }

                    published.Add(id);
                }
                catch (InvalidDefinitionException e)
                {
                    return SaveDefinition.Refuse(e, latest, words);
                }
            }
        }

        return Answer.Json(new JsonObject { ["published"] = published, ["alreadyPublished"] = already, ["notFound"] = missing, ["updatedConsumers"] = updated });
    }

    /// <summary>Publishes it, and lets the definitions that have it as a step use the new version when it asks for that.</summary>
    /// <exception cref="InvalidDefinitionException">It has defects, or one that is updated with it would have; all are named.</exception>
    public Task<(WorkflowDefinition Definition, IReadOnlyList<WorkflowDefinition> Consumers)> PublishOneAsync(string definitionId, CancellationToken ct) => acts.DoAsync(
        async token =>
        {
            var published = await store.PublishAsync(definitionId, token);
            acts.Note("published", published);
            return (published, await updates.FollowAsync(published, token));
        },
        ct);

    public Task<IResult> RetractManyAsync(string[] definitionIds, CancellationToken ct) => TryAsync(async () =>
    {
        var (retracted, already, missing) = (new JsonArray(), new JsonArray(), new JsonArray());
        foreach (var id in definitionIds)
        {
            if (await store.GetLatestAsync(id, ct) is null)
            {
                missing.Add(id);
            }
            else if (await store.GetPublishedAsync(id, ct) is null)
            {
                already.Add(id);
            }
            else
            {
                await RetractOneAsync(id, ct);
                retracted.Add(id);
            }
        }

        return Answer.Json(new JsonObject { ["retracted"] = retracted, ["alreadyRetracted"] = already, ["notFound"] = missing });
    });

    /// <summary>The studio reads two headers only: the new instance, or that there is none. Our page reads the reason besides.</summary>
    public async Task<IResult> ExecuteAsync(string definitionId, JsonObject? request, HttpContext context, CancellationToken ct)
    {
        var headers = context.Response.Headers;
        var reason = texts["CannotStart"].Value;
        try
        {
            if (await store.GetPublishedAsync(definitionId, ct) is { } published)
            {
                var run = await acts.DoAsync(token => StartAsync(published, request, token), ct);
                headers["x-elsa-workflow-instance-id"] = run.InstanceId;
                headers["x-elsa-workflow-cannot-start"] = "false";
                return Answer.Json(new JsonObject { ["workflowState"] = new JsonObject { ["id"] = run.InstanceId, ["status"] = run.Status.ToString(), ["subStatus"] = run.SubStatus.ToString() } });
            }
        }
        catch (WorkflowFaultedException e)
        {
            // The engine has rolled back and left an incident.
            reason = texts["StartFailed", e.Incident.ActivityId ?? "?", e.Incident.Message];
        }
        catch (WorkflowRefusedException e)
        {
            // A rule refused it; the engine has rolled back, and there is nothing to mend.
            reason = e.Message;
        }

        headers["x-elsa-workflow-cannot-start"] = "true";
        return Answer.Json(new JsonObject { ["title"] = reason });
    }

    private async Task<WorkflowRunResult> StartAsync(WorkflowDefinition published, JsonObject? request, CancellationToken ct)
    {
        var start = new StartWorkflow(published.DefinitionId) { CorrelationId = (string?)request?["correlationId"], TriggerActivityId = (string?)request?["triggerActivityId"] };
        var run = await runtime.StartAsync(start, ct);
        acts.NoteRun("started", run.InstanceId, published.DefinitionId, published.Version, start.CorrelationId);
        return run;
    }

    private Task<WorkflowDefinition> RetractOneAsync(string definitionId, CancellationToken ct) => acts.DoAsync(
        async token =>
        {
            var published = await store.GetPublishedAsync(definitionId, token);
            var retracted = await store.RetractAsync(definitionId, token);
            acts.Note("retracted", published ?? retracted);
            return retracted;
        },
        ct);

    private Task<bool> DeleteOneAsync(string definitionId, CancellationToken ct) => acts.DoAsync(
        async token =>
        {
            var deleted = await store.DeleteAsync(definitionId, token);
            if (deleted)
            {
                acts.Note("deleted", definitionId);
            }

            return deleted;
        },
        ct);

    private Task<bool> DeleteOneVersionAsync(string versionId, CancellationToken ct) => acts.DoAsync(
        async token =>
        {
            if (await store.GetVersionAsync(versionId, token) is not { } version || !await store.DeleteVersionAsync(versionId, token))
            {
                return false;
            }

            acts.Note("versionDeleted", version);
            return true;
        },
        ct);

    private Task<IResult> DeleteManyAsync(string[] ids, Func<string, CancellationToken, Task<bool>> delete, CancellationToken ct) => TryAsync(async () =>
    {
        var deleted = 0;
        foreach (var id in ids)
        {
            deleted += await delete(id, ct) ? 1 : 0;
        }

        return Answer.Json(new JsonObject { ["deleted"] = deleted });
    });

    private static IResult Missing() => Answer.Missing("There is nothing with this id here.");

    private async Task<IResult> TryAsync(Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (KeyNotFoundException)
        {
            return Missing();
        }
        catch (DefinitionInUseException e)
        {
            return Answer.Refuse(texts["UsedBy", string.Join(", ", e.Consumers.Select(name => $"«{name}»"))]);
        }
        catch (InvalidOperationException)
        {
            // The store refuses one thing besides: to delete what still runs.
            return Answer.Refuse(texts["InUse"]);
        }
    }
}
