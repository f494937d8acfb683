using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>Elsa's HTTP API as Elsa Studio calls it: a table of contents.</summary>
internal static class ElsaApi
{
    public static void Map(RouteGroupBuilder api)
    {
        MapDefinitions(api);
        MapDefinitionsInBulk(api.MapGroup("/bulk-actions"));
        MapInstances(api);
        MapExecutions(api);
        MapDescriptors(api.MapGroup("/descriptors"));
        api.MapGet("/features/installed", SmallDescriptors.Features);
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", (SmallDescriptors small, string definitionId, CancellationToken ct) => small.TypeDefinitionsAsync(definitionId, ct));
        api.MapPost("/tests/activities", (IStringLocalizer<DesignerTexts> texts) => Answer.Json(new JsonObject
        {
            ["activityState"] = new JsonObject(),
            ["payload"] = new JsonObject(),
            ["outputs"] = new JsonObject(),
            ["exception"] = new JsonObject { ["type"] = "", ["message"] = texts["TestingOff"].Value, ["stackTrace"] = "" },
            ["status"] = "Faulted",
        }));
    }

    private static void MapDefinitions(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/workflow-definitions");
        group.MapGet("", (ReadDefinitions read, [AsParameters] DefinitionQuery query, CancellationToken ct) => read.ListAsync(query, ct));
        group.MapPost("", (SaveDefinition save, [FromBody] JsonObject body, HttpContext http, CancellationToken ct) => save.SaveAsync(body, http.User, ct));
        group.MapPost("/import", (SaveDefinition save, [FromBody] JsonObject body, CancellationToken ct) => save.ImportAsync(body, ct));
        group.MapGet("/by-definition-id/{id}", (ReadDefinitions read, string id, string? versionOptions, CancellationToken ct) => read.ByDefinitionIdAsync(id, versionOptions, ct));
        group.MapGet("/by-id/{id}", (ReadDefinitions read, string id, CancellationToken ct) => read.ByVersionIdAsync(id, ct));
        group.MapGet("/{id}/versions", (ReadDefinitions read, string id, CancellationToken ct) => read.VersionsAsync(id, ct));
        group.MapGet("/validation/is-name-unique", (ReadDefinitions read, string? name, string? definitionId, CancellationToken ct) => read.IsNameUniqueAsync(name, definitionId, ct));
        group.MapGet("/subgraph/{versionId}", (ReadDefinitions read, string versionId, string? parentNodeId, CancellationToken ct) => read.SubgraphAsync(versionId, parentNodeId, ct));
        group.MapGet("/subgraph/segments/{versionId}", (ReadDefinitions read, string versionId, string? childNodeId, CancellationToken ct) => read.SegmentsAsync(versionId, childNodeId, ct));
        group.MapPost("/{id}/publish", (SaveDefinition save, string id, CancellationToken ct) => save.PublishAsync(id, ct));
        group.MapPost("/{id}/retract", (ChangeDefinitions change, string id, CancellationToken ct) => change.RetractAsync(id, ct));
        group.MapPost("/{id}/revert/{version:int}", (ChangeDefinitions change, string id, int version, CancellationToken ct) => change.RevertAsync(id, version, ct));
        group.MapPost("/{id}/execute", (ChangeDefinitions change, string id, [FromBody] JsonObject? body, HttpContext http, CancellationToken ct) => change.ExecuteAsync(id, body, http, ct));
        group.MapGet("/{id}/export", (ExportDefinitions export, string id, string? versionOptions, bool? includeConsumingWorkflows, HttpContext http, CancellationToken ct) =>
            export.OneAsync(id, versionOptions, includeConsumingWorkflows, http, ct));
        group.MapDelete("/{id}", (ChangeDefinitions change, string id, CancellationToken ct) => change.DeleteAsync(id, ct));
        api.MapDelete("/workflow-definition-versions/{id}", (ChangeDefinitions change, string id, CancellationToken ct) => change.DeleteVersionAsync(id, ct));
    }

    private static void MapDefinitionsInBulk(RouteGroupBuilder bulk)
    {
        bulk.MapPost("/export/workflow-definitions", (ExportDefinitions export, [FromBody] JsonObject body, HttpContext http, CancellationToken ct) =>
            export.ManyAsync(Ids(body, "ids"), (bool?)body["includeConsumingWorkflows"] ?? false, http, ct));
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", (ChangeDefinitions change, [FromBody] JsonObject body, CancellationToken ct) => change.PublishManyAsync(Ids(body, "definitionIds"), ct));
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", (ChangeDefinitions change, [FromBody] JsonObject body, CancellationToken ct) => change.RetractManyAsync(Ids(body, "definitionIds"), ct));
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", (ChangeDefinitions change, [FromBody] JsonObject body, CancellationToken ct) => change.DeleteManyAsync(Ids(body, "definitionIds"), ct));
        bulk.MapPost("/delete/workflow-definitions/by-id", (ChangeDefinitions change, [FromBody] JsonObject body, CancellationToken ct) => change.DeleteManyVersionsAsync(Ids(body, "ids"), ct));
    }

    private static void MapInstances(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/workflow-instances");
        group.MapPost("", (ReadInstances read, [FromBody] JsonObject? body, CancellationToken ct) => read.ListAsync(body, ct));
        group.MapGet("/{id}", (ReadInstances read, string id, CancellationToken ct) => read.OneAsync(id, ct));
        group.MapPost("/{id}/journal", (ReadJournal journal, string id, [FromBody] JsonObject? body, int? skip, int? take, CancellationToken ct) => journal.LinesAsync(id, body, skip, take, ct));
        group.MapGet("/{id}/execution-state", (ReadInstances read, string id, CancellationToken ct) => read.ExecutionStateAsync(id, ct));
        group.MapGet("/{id}/variables", (ReadInstances read, string id, CancellationToken ct) => read.VariablesAsync(id, ct));
        group.MapGet("/{id}/export", (ChangeInstances change, string id, HttpContext http, CancellationToken ct) => change.ExportAsync([id], http, ct));
        group.MapDelete("/{id}", (ChangeInstances change, string id, CancellationToken ct) => change.DeleteAsync([id], ct));
        api.MapPost("/cancel/workflow-instances/{id}", (ChangeInstances change, string id, CancellationToken ct) => change.CancelAsync([id], ct));
        api.MapPost("/alterations/submit", (ChangeInstances change, [FromBody] JsonObject? body, CancellationToken ct) => change.AlterAsync(body, ct));
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/cancel/workflow-instances", (ChangeInstances change, [FromBody] JsonObject? body, CancellationToken ct) => change.CancelManyAsync(body, ct));
        bulk.MapPost("/delete/workflow-instances/by-id", (ChangeInstances change, [FromBody] JsonObject body, CancellationToken ct) => change.DeleteAsync(Ids(body, "ids"), ct));
        bulk.MapPost("/export/workflow-instances", (ChangeInstances change, [FromBody] JsonObject body, HttpContext http, CancellationToken ct) => change.ExportAsync(Ids(body, "ids"), http, ct));
        bulk.MapPost("/import/workflow-instances", (ChangeInstances change) => change.RefuseImport());
    }

    private static void MapExecutions(RouteGroupBuilder api)
    {
        api.MapPost("/activity-executions/report", (ReadJournal journal, [FromBody] JsonObject? body, CancellationToken ct) => journal.StatsAsync(body, ct));
        api.MapGet("/activity-execution-summaries/list", (ReadJournal journal, string? workflowInstanceId, string? activityNodeId, CancellationToken ct) => journal.ExecutionsAsync(workflowInstanceId, activityNodeId, whole: false, ct));
        api.MapGet("/activity-executions/list", (ReadJournal journal, string? workflowInstanceId, string? activityNodeId, CancellationToken ct) => journal.ExecutionsAsync(workflowInstanceId, activityNodeId, whole: true, ct));
        api.MapGet("/activity-executions/by-id", (ReadJournal journal, string id, CancellationToken ct) => journal.ExecutionAsync(id, ct));
        api.MapGet("/activity-executions/{id}/call-stack", (ReadJournal journal, string id, CancellationToken ct) => journal.CallStackAsync(id, ct));
    }

    private static void MapDescriptors(RouteGroupBuilder group)
    {
        group.MapGet("/activities", (SmallDescriptors small, CancellationToken ct) => small.ActivitiesAsync(ct));
        group.MapPost("/activities/{typeName}/options/{inputName}", (SmallDescriptors small, string typeName, string inputName) => small.Options(typeName, inputName));
        group.MapGet("/expression-descriptors", (SmallDescriptors small) => small.Expressions());
        group.MapGet("/workflow-activation-strategies", (SmallDescriptors small) => small.ActivationStrategies());
        group.MapGet("/incident-strategies", (SmallDescriptors small) => small.IncidentStrategies());
        group.MapGet("/log-persistence-strategies", (SmallDescriptors small) => small.LogStrategies());
        group.MapGet("/commit-strategies/workflows", SmallDescriptors.CommitStrategies);
        group.MapGet("/commit-strategies/activities", SmallDescriptors.CommitStrategies);
        group.MapGet("/storage-drivers", (SmallDescriptors small) => small.StorageDrivers());
        group.MapGet("/variables", (SmallDescriptors small, HttpContext http) => small.Variables(http));
        group.MapGet("/output-converters", () => Answer.List([]));
    }

    private static string[] Ids(JsonObject body, string name) => [.. (body[name] as JsonArray ?? []).OfType<JsonValue>().Select(v => v.ToString())];
}
