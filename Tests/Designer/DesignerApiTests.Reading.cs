using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

// What the studio lists, opens, takes back and is told.
public abstract partial class DesignerApiTests
{
    [Fact]
    public async Task A_run_is_listed_read_and_cancelled()
    {
        var saved = await SaveAsync(Flow("Орындалу", "run1"), publish: true);
        var started = await _studio.PostAsJsonAsync($"workflow-definitions/{saved["definitionId"]}/execute", new JsonObject { ["versionOptions"] = "Latest" }, Ct);
        var id = started.Headers.GetValues("x-elsa-workflow-instance-id").Single();

        var listed = await PostAsync("workflow-instances", new JsonObject { ["page"] = 0, ["pageSize"] = 10, ["isSystem"] = false, ["definitionIds"] = new JsonArray(saved["definitionId"]!.ToString()), ["statuses"] = new JsonArray("Running") });
        var instance = await GetAsync($"workflow-instances/{id}");
        var journal = await PostAsync($"workflow-instances/{id}/journal?skip=0&take=110", new JsonObject { ["filter"] = new JsonObject { ["excludedActivityTypes"] = new JsonArray("Elsa.Workflow", "Elsa.Flowchart") } });
        var report = await PostAsync("activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = new JsonArray("Workflow1:run1:e") });
        var executions = await GetAsync($"activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:run1:e");
        var stack = await GetAsync($"activity-executions/{executions["items"]![0]!["id"]}/call-stack?includeCrossWorkflowChain=True");
        await _studio.PostAsync($"cancel/workflow-instances/{id}", null, Ct);
        var state = await GetAsync($"workflow-instances/{id}/execution-state");

        Assert.Equal("Suspended", (string?)Assert.Single(listed["items"]!.AsArray())!["subStatus"]);
        Assert.Equal("go", (string?)instance["workflowState"]!["bookmarks"]![0]!["payload"]!["eventName"]);
        Assert.Equal(["Started", "Completed", "Started", "Suspended"], journal["items"]!.AsArray().Select(j => j!["eventName"]!.ToString()));
        Assert.True(Assert.Single(report["stats"]!.AsArray())!["isBlocked"]!.GetValue<bool>());
        Assert.Equal("go", (string?)executions["items"]![0]!["activityState"]!["EventName"]);
        Assert.Equal(["Elsa.Workflow", "Elsa.Flowchart", "Elsa.Event"], stack["items"]!.AsArray().Select(j => j!["activityType"]!.ToString()));
        Assert.Equal(("Finished", "Cancelled"), ((string?)state["status"], (string?)state["subStatus"]));
    }

    [Fact]
    public async Task Versions_are_reverted_retracted_and_deleted()
    {
        var first = await SaveAsync(Flow("Қайтару", "revert1"), publish: true);
        var id = first["definitionId"]!.ToString();
        first["description"] = "екінші";
        await SaveAsync(first, publish: true);

        var reverted = await PostAsync($"workflow-definitions/{id}/revert/1", null);
        var draft = await GetAsync($"workflow-definitions/by-id/{reverted["id"]}");
        var retracted = await PostAsync($"workflow-definitions/{id}/retract", []);
        var deleted = await PostAsync("bulk-actions/delete/workflow-definitions/by-definition-id", new JsonObject { ["definitionIds"] = new JsonArray(id) });

        Assert.Equal(3, reverted["version"]!.GetValue<int>());
        Assert.NotEqual("екінші", (string?)draft["description"]);
        Assert.False(retracted["isPublished"]!.GetValue<bool>());
        Assert.Equal(1, deleted["deleted"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NotFound, (await _studio.GetAsync($"workflow-definitions/by-definition-id/{id}", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("descriptors/expression-descriptors", 2)]
    [InlineData("descriptors/workflow-activation-strategies", 1)]
    [InlineData("descriptors/incident-strategies", 1)]
    [InlineData("descriptors/log-persistence-strategies", 1)]
    [InlineData("descriptors/commit-strategies/workflows", 0)]
    [InlineData("descriptors/commit-strategies/activities", 0)]
    [InlineData("descriptors/storage-drivers", 1)]
    [InlineData("descriptors/variables", 1)]
    [InlineData("descriptors/output-converters", 0)]
    [InlineData("features/installed", 0)]
    public async Task The_lists_that_the_studio_cannot_do_without_are_there(string path, int least)
    {
        var list = await GetAsync(path);

        Assert.True(list["items"]!.AsArray().Count >= least);
    }

    [Fact]
    public async Task Steps_are_described_in_the_users_language_with_choices_from_the_catalogues()
    {
        using var russian = _server.ClientOf(culture: "ru");

        var kazakh = (await GetAsync("descriptors/activities?Refresh=True"))["items"]!.AsArray();
        var russianTask = (await russian.GetFromJsonAsync<JsonObject>("descriptors/activities", Ct))!["items"]!.AsArray().Single(d => (string?)d!["typeName"] == "Pana.UserTask")!;

        var task = kazakh.Single(d => (string?)d!["typeName"] == "Pana.UserTask")!;
        var forms = task["inputs"]!.AsArray().Single(i => (string?)i!["name"] == "Form")!["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
        Assert.Equal("Тапсырма", (string?)task["displayName"]);
        Assert.Equal("Задача", (string?)russianTask["displayName"]);
        Assert.Contains(forms, f => (string?)f!["value"] == "assessment-sheet");
        Assert.Equal("dynamic-outcomes", (string?)task["inputs"]!.AsArray().Single(i => (string?)i!["name"] == "Outcomes")!["uiHint"]);
        Assert.Equal(kazakh.Count, kazakh.Select(d => ((string?)d!["typeName"], d["version"]!.GetValue<int>())).Distinct().Count());
        Assert.All(kazakh, d => Assert.All(new[] { "category", "name", "inputs", "outputs", "ports", "customProperties", "constructionProperties" }, m => Assert.NotNull(d![m])));
    }
}
