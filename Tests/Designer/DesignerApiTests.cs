using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

public sealed class DesignerApiOnSqliteTests(SqliteTestDatabase database) : DesignerApiTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class DesignerApiOnPostgresTests(PostgresTestDatabase database) : DesignerApiTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Elsa's HTTP API as the studio calls it, shape by shape.</summary>
public abstract partial class DesignerApiTests(TestDatabase database) : IAsyncLifetime
{
    private DesignerServer _server = null!;
    private HttpClient _studio = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database.Require();
        _server = await DesignerServer.StartAsync(database.Kind, database.ConnectionString);
        _studio = _server.ClientOf();
    }

    public async ValueTask DisposeAsync()
    {
        _studio?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Only_a_process_designer_enters_and_only_from_this_origin()
    {
        using var nobody = _server.ClientOf(null);
        using var nurse = _server.ClientOf("nurse/Гүлнар");
        using var program = _server.ClientOf(null);
        program.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        program.DefaultRequestHeaders.Authorization = new("Bearer", "process-designer/program");
        using var foreign = _server.ClientOf();
        foreign.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        foreign.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("workflow-definitions", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.GetAsync("workflow-definitions", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("workflow-definitions", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await foreign.PostAsJsonAsync("workflow-instances", new { }, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_new_definition_is_made_once_however_often_it_is_sent()
    {
        var first = await SaveAsync(Flow("Бірінші", "new1"));
        var again = await SaveAsync(Flow("Бірінші", "new1"));

        Assert.Equal(first["definitionId"]!.ToString(), again["definitionId"]!.ToString());
        Assert.Equal(first["id"]!.ToString(), again["id"]!.ToString());
        Assert.Equal(1, again["version"]!.GetValue<int>());
        Assert.Contains(again["links"]!.AsArray(), l => (string?)l!["rel"] == "publish");
        Assert.Equal($"Workflow1:new1:s", (string?)again["root"]!["activities"]![0]!["nodeId"]);
    }

    [Fact]
    public async Task Saving_a_published_version_makes_the_next_draft_and_the_list_shows_both()
    {
        var published = await SaveAsync(Flow("Нұсқалар", "ver1"), publish: true);
        var id = published["definitionId"]!.ToString();
        published["description"] = "өзгерді";

        var draft = await SaveAsync(published);
        var latest = await GetAsync($"workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=НҰСҚАЛАР&IsSystem=False&OrderDirection=Ascending");
        var live = await GetAsync($"workflow-definitions?versionOptions=Published&DefinitionIds={id}");

        Assert.Equal(2, draft["version"]!.GetValue<int>());
        Assert.False(draft["isPublished"]!.GetValue<bool>());
        Assert.Equal(2, Assert.Single(latest["items"]!.AsArray())!["version"]!.GetValue<int>());
        Assert.Equal(1, Assert.Single(live["items"]!.AsArray())!["version"]!.GetValue<int>());
        Assert.Contains(latest["links"]!.AsArray(), l => (string?)l!["rel"] == "bulk-publish");
    }

    [Fact]
    public async Task A_save_over_what_somebody_else_saved_is_refused_with_who_and_when()
    {
        var mine = await SaveAsync(Flow("Екеу", "two1"));
        using var colleague = _server.ClientOf("process-designer/Ерлан");
        var theirs = (JsonObject)mine.DeepClone();
        theirs["description"] = "Ерланның өзгерісі";
        await SaveAsync(theirs, client: colleague);
        mine["description"] = "менің өзгерісім";

        var refusal = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = mine, ["publish"] = false }, Ct);

        var problem = (await refusal.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Equal("stale", (string?)problem["code"]);
        Assert.Contains("Ерлан", problem["errors"]!["any"]![0]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_autosave_that_overtakes_the_answer_to_the_one_before_is_taken()
    {
        var loaded = await SaveAsync(Flow("Жылдам", "fast1"));
        var first = (JsonObject)loaded.DeepClone();
        first["description"] = "а";
        var second = (JsonObject)loaded.DeepClone();
        second["description"] = "аб";

        await SaveAsync(first);
        var saved = await SaveAsync(second);

        Assert.Equal("аб", (string?)saved["description"]);
    }

    [Fact]
    public async Task A_save_made_from_the_answer_that_came_late_is_taken_from_the_same_person_only()
    {
        var loaded = await SaveAsync(Flow("Кешіккен", "late1"));
        var first = (JsonObject)loaded.DeepClone();
        first["description"] = "а";
        var second = (JsonObject)loaded.DeepClone();
        second["description"] = "аб";
        var answered = await SaveAsync(first);
        await SaveAsync(second);
        answered["description"] = "абв";
        using var colleague = _server.ClientOf("process-designer/Ерлан");

        var refusal = await colleague.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = answered.DeepClone(), ["publish"] = false }, Ct);
        var saved = await SaveAsync(answered);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Equal("абв", (string?)saved["description"]);
    }

    [Fact]
    public async Task A_save_that_would_empty_a_workflow_is_refused()
    {
        var saved = await SaveAsync(Flow("Босату", "empty1"));
        saved["root"]!["activities"] = new JsonArray();
        saved["root"]!["connections"] = new JsonArray();

        var refusal = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = saved, ["publish"] = false }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        var kept = await GetAsync($"workflow-definitions/by-definition-id/{saved["definitionId"]}?versionOptions=Latest");
        Assert.Equal(2, kept["root"]!["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_step_of_an_unknown_type_is_drawn_as_not_found_and_saved_as_it_was()
    {
        var file = Flow("Бөтен", "alien1");
        file["root"]!["activities"]![1] = new JsonObject
        {
            ["id"] = "x",
            ["type"] = "Acme.Approve",
            ["version"] = 4,
            ["name"] = "Approve1",
            ["assignee"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "a" } },
            ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 1, ["y"] = 2 } } },
        };
        file["root"]!["connections"]!.AsArray().Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = "x", ["port"] = "Approved" }, ["target"] = new JsonObject { ["activity"] = "s", ["port"] = "In" } });
        var imported = await PostAsync("workflow-definitions/import", file);
        var shown = await GetAsync($"workflow-definitions/by-definition-id/{imported["definitionId"]}");
        var step = shown["root"]!["activities"]![1]!;
        step["metadata"]!["designer"]!["position"]!["x"] = 500;

        await SaveAsync(shown);

        Assert.Equal("Elsa.NotFoundActivity", (string?)step["type"]);
        Assert.Contains("Approved", step["outcomes"]!["expression"]!["value"]!.ToString(), StringComparison.Ordinal);
        var exported = await GetAsync($"workflow-definitions/{imported["definitionId"]}/export?versionOptions=Latest&includeConsumingWorkflows=False");
        var kept = exported["root"]!["activities"]![1]!;
        Assert.Equal("Acme.Approve", (string?)kept["type"]);
        Assert.Equal(4, kept["version"]!.GetValue<int>());
        Assert.Equal("a", (string?)kept["assignee"]!["expression"]!["value"]);
        Assert.Equal(500, kept["metadata"]!["designer"]!["position"]!["x"]!.GetValue<int>());
        Assert.Null(kept["originalActivityJson"]);
        Assert.Null(exported["customProperties"]!["PanaSaved"]);
    }

    [Fact]
    public async Task A_save_with_a_type_that_nobody_knows_is_refused()
    {
        var file = Flow("Белгісіз", "unknown1");
        file["root"]!["activities"]![1]!["type"] = "Acme.Nothing";

        var refusal = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = file, ["publish"] = false }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Contains("Acme.Nothing", await refusal.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_with_defects_stays_a_draft_and_every_defect_is_told()
    {
        var file = Flow("Ақаулы", "defect1");
        file["root"]!["activities"]![1]!["type"] = "Pana.UserTask";
        file["root"]!["activities"]![1]!["form"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "no-such-form" } };

        var refusal = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = file, ["publish"] = true }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        var told = (await refusal.Content.ReadFromJsonAsync<JsonObject>(Ct))!["errors"]!["any"]!.AsArray();
        Assert.Contains(told, t => t!.ToString().Contains("no-such-form", StringComparison.Ordinal) && t.ToString().Contains("«Event1»", StringComparison.Ordinal));
        var list = await GetAsync("workflow-definitions?versionOptions=Latest&SearchTerm=Ақаулы");
        Assert.False(Assert.Single(list["items"]!.AsArray())!["isPublished"]!.GetValue<bool>());
    }

    private async Task<JsonObject> SaveAsync(JsonObject model, bool publish = false, HttpClient? client = null)
    {
        var answer = await (client ?? _studio).PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish }, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (JsonObject)(await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["workflowDefinition"]!.DeepClone();
    }

    private async Task<JsonObject> GetAsync(string path) => (await _studio.GetFromJsonAsync<JsonObject>(path, Ct))!;

    private async Task<JsonObject> PostAsync(string path, JsonObject? body)
    {
        var answer = body is null ? await _studio.PostAsync(path, null, Ct) : await _studio.PostAsJsonAsync(path, body, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
    }

    /// <summary>Start, then a wait for the event "go", as the studio would send it the first time.</summary>
    private static JsonObject Flow(string name, string rootId) => (JsonObject)JsonNode.Parse(
        $$"""
        { "id": null, "definitionId": null, "name": "{{name}}", "version": 1, "isLatest": true, "isPublished": false, "createdAt": "0001-01-01T00:00:00+00:00",
          "variables": null, "inputs": null, "outputs": null, "outcomes": null, "customProperties": null, "options": null,
          "root": { "id": "{{rootId}}", "type": "Elsa.Flowchart", "version": 1, "name": "Flowchart1",
            "activities": [
              { "id": "s", "type": "Elsa.Start", "version": 1, "name": "Start1" },
              { "id": "e", "type": "Elsa.Event", "version": 1, "name": "Event1", "eventName": { "typeName": null, "expression": { "type": "Literal", "value": "go" }, "memoryReference": null } } ],
            "connections": [ { "source": { "activity": "s", "port": "Done" }, "target": { "activity": "e", "port": "In" }, "vertices": null } ] } }
        """)!;
}
