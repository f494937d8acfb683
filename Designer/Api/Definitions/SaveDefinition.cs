using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// Saves what the studio sends. The studio repeats a save that was not answered, so the same save twice is one; it
/// shows no failure but a refusal with its reason, so everything a person must know is one.
/// </summary>
internal sealed class SaveDefinition(
    WorkflowDb db, DbSession session, DefinitionStore store, StudioDefinition studio, ActivityCatalog catalog, ChangeDefinitions change, DesignerActs acts, DesignerOptions options, TimeProvider time, IStringLocalizer<DesignerTexts> texts,
    IStringLocalizer<DefectTexts> words)
{
    private static readonly string[] Canvases = ["Elsa.Flowchart", "Elsa.Sequence"];

    /// <summary>Saves and, when asked, publishes. A draft that cannot be published stays saved.</summary>
    public async Task<IResult> SaveAsync(JsonObject? request, ClaimsPrincipal user, CancellationToken ct)
    {
        if ((request?["model"] ?? request) is not JsonObject model || model["root"] is not JsonObject root)
        {
            return Answer.Refuse(texts["NoDefinition"]);
        }

        var publish = request!["publish"] is JsonValue wanted && wanted.TryGetValue(out bool yes) && yes;
        var definitionId = IdOf(model, root);
        WorkflowDefinition? saved = null;
        var refusal = await session.InTransactionAsync(
            async token =>
            {
                await LockAsync(definitionId, token);
                var stored = await store.GetLatestAsync(definitionId, token);
                (var refused, saved) = await SaveAsync(model, definitionId, stored, user, token);
                return refused;
            },
            ct);
        if (refusal is not null)
        {
            return refusal;
        }

        return publish ? await PublishAsync(definitionId, ct) : await SavedAsync(saved!, alreadyPublished: false, 0, ct);
    }

    /// <summary>Publishes the latest version; every defect is told.</summary>
    public async Task<IResult> PublishAsync(string definitionId, CancellationToken ct)
    {
        if (await store.GetLatestAsync(definitionId, ct) is not { } latest)
        {
            return Answer.Refuse(texts["DefinitionMissing", definitionId]);
        }

        if (latest.IsPublished)
        {
            return await SavedAsync(latest, alreadyPublished: true, 0, ct);
        }

        try
        {
            var (published, consumers) = await change.PublishOneAsync(definitionId, ct);
            return await SavedAsync(published, alreadyPublished: false, consumers.Count, ct);
        }
        catch (InvalidDefinitionException e)
        {
            return Refuse(e, latest, words);
        }
    }

    /// <summary>Takes a file: the next draft of the definition it names, or a new definition.</summary>
    public async Task<IResult> ImportAsync(JsonObject? model, CancellationToken ct)
    {
        if (model?["root"] is not JsonObject root)
        {
            return Answer.Refuse(texts["NoDefinition"]);
        }

        var isNew = (string?)model["definitionId"] is not { Length: > 0 };
        var json = studio.FromStudio(model, null);
        SavedStamp.RemoveFrom(json);
        json["definitionId"] = IdOf(model, root);
        try
        {
            var saved = await acts.DoAsync(
                async token =>
                {
                    var draft = await store.SaveDraftAsync(json.ToJsonString(), token);
                    acts.Note("imported", draft);
                    return draft;
                },
                ct);
            return Answer.Json(await studio.ToStudioAsync(saved, ct), isNew ? 201 : 200);
        }
        catch (InvalidDefinitionException e)
        {
            return Refuse(e, null, words);
        }
    }

    /// <summary>The defects in words, each with the step it is in.</summary>
    public static IResult Refuse(InvalidDefinitionException failure, WorkflowDefinition? definition, IStringLocalizer<DefectTexts> words)
    {
        var names = definition?.Activities.Where(a => a.Id.Length > 0).GroupBy(a => a.Id).ToDictionary(g => g.Key, g => NameOf(g.First().Json)) ?? [];
        return Answer.Refuse(
            failure.Defects.Select(d => d.ActivityId is { } id && names.TryGetValue(id, out var name) ? $"«{name}»: {DefectTexts.Say(words, d)}" : DefectTexts.Say(words, d)),
            "defects");
    }

    private async Task<(IResult? Refusal, WorkflowDefinition? Saved)> SaveAsync(
        JsonObject model, string definitionId, WorkflowDefinition? stored, ClaimsPrincipal user, CancellationToken ct)
    {
        var sent = SavedStamp.Read(model);
        var json = studio.FromStudio(model, stored);
        json["definitionId"] = definitionId;
        var userId = user.FindFirst("sub")?.Value ?? user.FindFirst(ClaimTypes.NameIdentifier)?.Value;
        var from = sent?.Stamp ?? "";
        var stamp = SavedStamp.Digest(json, from);
        IReadOnlyList<string> recent = [];
        if (stored is not null)
        {
            var known = SavedStamp.Of(stored);
            if (known.Stamp == stamp || SavedStamp.Digest(stored.Json, "") == SavedStamp.Digest(json, ""))
            {
                return (null, stored);
            }

            recent = known.RecentAfter(userId);
            if (sent is not null && known.Stamp != from && !known.IsOvertaken(from, userId, time.GetUtcNow()))
            {
                return (Answer.Refuse(texts["SavedBySomebody", known.By ?? "?", known.At?.ToLocalTime().ToString("dd.MM.yyyy HH:mm", null) ?? "?"], "stale"), null);
            }
        }

        if (Objection(json, stored, await studio.KnownAsync(WorkflowDefinition.FromJson(json), ct)) is { } objection)
        {
            return (Answer.Refuse(objection), null);
        }

        new SavedStamp(stamp, from, user.FindFirst(options.NameClaim)?.Value, userId, time.GetUtcNow(), recent).WriteTo(json);
        try
        {
            var saved = await store.SaveDraftAsync(json.ToJsonString(), ct);
            await acts.NoteSaveAsync(saved, ct);
            return (null, saved);
        }
        catch (InvalidDefinitionException e)
        {
            return (Refuse(e, null, words), null);
        }
    }

    /// <summary>Why this must not be saved: what would silently destroy a workflow.</summary>
    private string? Objection(JsonObject json, WorkflowDefinition? stored, KnownSteps there)
    {
        var steps = WorkflowDefinition.FromJson(json).Activities;
        var root = steps[0];
        if (!Canvases.Contains(root.Type) && catalog.Find(root.Type) is null && stored?.Activities[0].Type != root.Type)
        {
            return texts["RootNotSupported", root.Type];
        }

        var before = stored?.Activities ?? [];
        if (before.Count > 2 && steps.Count == 1)
        {
            return texts["WouldDropAll", before.Count - 1];
        }

        var known = before.Select(s => (s.Id, NameWithVersion(s))).ToHashSet();
        var strangers = steps.Where(s => NotFoundSteps.IsUnknown(s, there) && !known.Contains((s.Id, NameWithVersion(s)))).Select(NameWithVersion).Distinct().ToList();
        if (strangers.Count > 0)
        {
            return texts["UnknownTypes", string.Join(", ", strangers)];
        }

        var lost = steps.Where(s => s.Type == NotFoundSteps.TypeName).Select(s => NameOf(s.Json)).ToList();
        return lost.Count > 0 ? texts["LostOriginal", string.Join(", ", lost)].Value : null;
    }

    /// <summary>Of a step that is another definition, the version counts: one that was never published is no step.</summary>
    private static string NameWithVersion(DefinitionActivity step) => UsedDefinition.Read(step.Json) is { } used ? $"{step.Type} ({used.Version})" : step.Type;

    /// <summary>Two saves of one definition wait for each other; SQLite's writers do so anyway.</summary>
    private async Task LockAsync(string definitionId, CancellationToken ct)
    {
        if (session.Kind == DatabaseKind.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({definitionId}))", ct);
        }
    }

    /// <summary>A new definition's id comes from its root's, which the browser drew by lot: creating it twice makes it once.</summary>
    private static string IdOf(JsonObject model, JsonObject root) => (string?)model["definitionId"] is { Length: > 0 } given
        ? given
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{root["id"]}\n{model["name"]}")))[..16];

    private static string NameOf(JsonObject step) =>
        (string?)step["metadata"]?["displayText"] ?? (string?)step["name"] ?? (string?)step["id"] ?? "?";

    private async Task<IResult> SavedAsync(WorkflowDefinition definition, bool alreadyPublished, int consumers, CancellationToken ct) => Answer.Json(new JsonObject
    {
        ["workflowDefinition"] = await studio.ToStudioAsync(definition, ct),
        ["alreadyPublished"] = alreadyPublished,
        ["consumingWorkflowCount"] = consumers,
    });
}
