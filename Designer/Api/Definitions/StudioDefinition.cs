using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>Makes a stored definition safe for the studio, and what the studio sends safe for the store.</summary>
internal sealed class StudioDefinition(ActivityCatalog catalog, DefinitionStore store, DefinitionUses uses, UsableSteps usable, WorkflowDb db, IStringLocalizer<DesignerTexts> texts)
{
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>The definition as the studio loads it.</summary>
    public async Task<JsonObject> ToStudioAsync(WorkflowDefinition definition, CancellationToken ct)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        SavedStamp.Of(definition).WriteTo(json);
        Repair(json);
        await NameNewestAsync(json, ct);
        NotFoundSteps.Substitute(json, await KnownAsync(definition, ct), NotFoundTitle);
        json["links"] = Links.Of(definition.DefinitionId);
        json["isReadonly"] = false;
        return json;
    }

    /// <summary>The definition as it is exported: stored as it is, without our stamp, with what an import recognises.</summary>
    public static JsonObject ToFile(WorkflowDefinition definition)
    {
        var json = new JsonObject { ["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json" };
        foreach (var (name, value) in (JsonObject)definition.Json.DeepClone())
        {
            json[name] = value?.DeepClone();
        }

        SavedStamp.RemoveFrom(json);
        Repair(json);
        return json;
    }

    /// <summary>What the studio sent, laid over what is stored, so that members it does not know are kept.</summary>
    public JsonObject FromStudio(JsonObject model, WorkflowDefinition? stored)
    {
        var json = (JsonObject)model.DeepClone();
        NotFoundSteps.Restore(json, NotFoundTitle);
        json.Remove("links");
        foreach (var (name, value) in json.Where(m => m.Value is null).ToList())
        {
            json.Remove(name);
        }

        foreach (var (name, value) in stored?.Json ?? [])
        {
            if (name == "options" && json["options"] is JsonObject options && value is JsonObject kept)
            {
                foreach (var (option, setting) in kept.Where(o => !options.ContainsKey(o.Key)))
                {
                    options[option] = setting?.DeepClone();
                }
            }
            else if (!model.ContainsKey(name))
            {
                json[name] = value?.DeepClone();
            }
        }

        Repair(json);
        return json;
    }

    /// <summary>The steps that the studio knows; the definitions offered as steps are looked up only where one is used.</summary>
    public async Task<KnownSteps> KnownAsync(WorkflowDefinition definition, CancellationToken ct) =>
        new(catalog, uses.In(definition).Any() ? await usable.AllAsync(db, ct) : []);

    /// <summary>Puts the steps of other definitions into the steps that run them, as far down as the node lies.</summary>
    public async Task OpenUsedAsync(JsonObject json, string? nodeId, CancellationToken ct)
    {
        while (nodeId is not null && uses.In(WorkflowDefinition.FromJson(json)).FirstOrDefault(u => u.Step.Json["root"] is null && $"{nodeId}:".StartsWith(u.Step.NodeId + ":", StringComparison.Ordinal)) is ({ } step, { } used)
            && await store.FindUsedAsync(used, ct) is { } inner)
        {
            step.Json["root"] = (await ToStudioAsync(inner, ct))["root"]!.DeepClone();
        }

        Repair(json);
    }

    /// <summary>A step that runs a definition says which version of it is published now: the studio opens no other on a double click.</summary>
    private async Task NameNewestAsync(JsonObject json, CancellationToken ct)
    {
        foreach (var (step, used) in uses.In(WorkflowDefinition.FromJson(json)))
        {
            if ((await store.GetPublishedAsync(used.DefinitionId, ct) ?? await store.FindUsedAsync(used, ct)) is { } newest)
            {
                step.Json["latestAvailablePublishedVersion"] = newest.Version;
                step.Json["latestAvailablePublishedVersionId"] = newest.Id;
            }
        }
    }

    private string NotFoundTitle(string type) => texts["StepNotFound", type];

    /// <summary>What crashes the studio or blanks its canvas is mended in place; nothing that has a meaning is changed.</summary>
    private static void Repair(JsonObject json)
    {
        foreach (var name in Lists.Where(n => json[n] is not JsonArray))
        {
            json[name] = new JsonArray();
        }

        foreach (var name in new[] { "customProperties", "options" }.Where(n => json[n] is not JsonObject))
        {
            json[name] = new JsonObject();
        }

        var properties = (JsonObject)json["customProperties"]!;
        if (properties.ContainsKey("logPersistenceConfig") && properties["logPersistenceConfig"] is not JsonObject { } config)
        {
            properties.Remove("logPersistenceConfig");
        }

        if (!System.Version.TryParse((json["toolVersion"] as JsonValue)?.ToString(), out _))
        {
            json["toolVersion"] = "3.8.0.0";
        }

        if (json["root"] is not JsonObject root)
        {
            return;
        }

        root["id"] ??= "Flowchart1";
        foreach (var step in WorkflowDefinition.FromJson(json).Activities)
        {
            step.Json["nodeId"] = step.NodeId;
            step.Json["version"] ??= 1;
            foreach (var connection in (step.Json["connections"] as JsonArray ?? []).OfType<JsonObject>().Where(c => c.ContainsKey("vertices") && c["vertices"] is null))
            {
                connection["vertices"] = new JsonArray();
            }
        }
    }
}
