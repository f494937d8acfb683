using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>Definitions that are usable as activities, as the studio sees and changes them.</summary>
public abstract partial class DesignerApiTests
{
    [Fact]
    public async Task A_published_definition_marked_usable_is_offered_as_a_step_in_its_own_words_in_every_language()
    {
        var draft = await SaveAsync(Usable("Келісу сұрау", "offer1"));
        var before = await OfferedAsync("КелісуСұрау", _studio);
        var published = await SaveAsync(draft, publish: true);
        using var russian = _server.ClientOf(culture: "ru");

        var (kk, ru) = (Assert.Single(await OfferedAsync("КелісуСұрау", _studio)), Assert.Single(await OfferedAsync("КелісуСұрау", russian)));

        Assert.Empty(before);
        Assert.Equal(("Келісу сұрау", "Процестер", "Процессы", true, 1), ((string)kk["displayName"]!, (string)kk["category"]!, (string)ru["category"]!, (bool)kk["isBrowsable"]!, (int)kk["version"]!));
        Assert.Equal(("Сома", "Қанша теңге", "singleline"), ((string)kk["inputs"]![0]!["name"]!, (string)kk["inputs"]![0]!["displayName"]!, (string)kk["inputs"]![0]!["uiHint"]!));
        Assert.Equal("Жауап", (string)kk["outputs"]![0]!["name"]!);
        Assert.Equal("Root Embedded False, Иә Flow True, Жоқ Flow True", string.Join(", ", kk["ports"]!.AsArray().Select(p => $"{p!["name"]} {p["type"]} {(bool)p["isBrowsable"]!}")));
        Assert.Equal(("WorkflowDefinitionActivity", (string)published["definitionId"]!), ((string)kk["customProperties"]!["RootType"]!, (string)kk["customProperties"]!["WorkflowDefinitionId"]!));
        Assert.Equal(((string)published["id"]!, 1), ((string)kk["constructionProperties"]!["WorkflowDefinitionVersionId"]!, (int)kk["constructionProperties"]!["Version"]!));
    }

    [Fact]
    public async Task A_consumer_keeps_its_version_shows_the_steps_inside_and_holds_the_definition_in_place()
    {
        var used = await SaveAsync(Usable("Сұрау", "hold1"), publish: true);
        var consumer = await SaveAsync(ConsumerOf(used, "Пайдаланушы", "hold2"), publish: true);
        used["description"] = "екінші нұсқа";
        var again = await SaveAsync(used, publish: true);

        var shown = await GetAsync($"workflow-definitions/by-definition-id/{consumer["definitionId"]}");
        var inside = await GetAsync($"workflow-definitions/subgraph/{consumer["id"]}?parentNodeId=Workflow1:hold2:e");
        var retracting = await _studio.PostAsJsonAsync($"workflow-definitions/{used["definitionId"]}/retract", new JsonObject(), Ct);
        var deleting = await _studio.DeleteAsync($"workflow-definitions/{used["definitionId"]}", Ct);

        var step = shown["root"]!["activities"]![1]!;
        Assert.Equal(("Сұрау", 1), ((string)step["type"]!, (int)step["version"]!));
        // Without these two the studio does not open the steps inside on a double click.
        Assert.Equal((2, (string)again["id"]!), ((int)step["latestAvailablePublishedVersion"]!, (string)step["latestAvailablePublishedVersionId"]!));
        Assert.Equal(2, (await OfferedAsync("Сұрау", _studio)).Count);
        var root = Assert.Single(inside["children"]!.AsArray())!;
        Assert.Equal(("Root", "Workflow1:hold2:e:hold1"), ((string)root["port"]!, (string)root["nodeId"]!));
        Assert.Equal(["Workflow1:hold2:e:hold1:s", "Workflow1:hold2:e:hold1:e"], root["children"]!.AsArray().Select(c => (string)c!["activity"]!["nodeId"]!));
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [retracting.StatusCode, deleting.StatusCode]);
        Assert.Contains("«Пайдаланушы»", (string)(await retracting.Content.ReadFromJsonAsync<JsonObject>(Ct))!["errors"]!["any"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_is_not_given_a_version_that_was_never_published()
    {
        var used = await SaveAsync(Usable("Жобасы бар", "draft1"), publish: true);
        var consumer = await SaveAsync(ConsumerOf(used, "Жобаны таңдаушы", "draft2"));
        used["description"] = "екінші, әлі жоба";
        var draft = await SaveAsync(used);
        var step = consumer["root"]!["activities"]![1]!;
        (step["version"], step["workflowDefinitionVersionId"]) = ((int)draft["version"]!, (string)draft["id"]!);

        var refused = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = consumer.DeepClone(), ["publish"] = false }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("ЖобасыБар (2)", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consumers_follow_a_definition_that_asks_for_it_and_a_publication_that_would_break_one_is_refused()
    {
        var used = await SaveAsync(Usable("Ілеспе", "follow1", follows: true), publish: true);
        var consumer = await SaveAsync(ConsumerOf(used, "Ілесуші", "follow2"), publish: true);
        used["description"] = "екінші нұсқа";
        var answer = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = used.DeepClone(), ["publish"] = true }, Ct);
        var (updated, second) = (await GetAsync($"workflow-definitions/by-definition-id/{consumer["definitionId"]}"), (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!);
        consumer["description"] = "ашық тұрған бет";
        var stale = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = consumer.DeepClone(), ["publish"] = false }, Ct);
        var broken = (JsonObject)second["workflowDefinition"]!.DeepClone();
        broken["outcomes"] = new JsonArray("Жоқ");

        var refused = await _studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = broken, ["publish"] = true }, Ct);

        Assert.Equal(1, (int)second["consumingWorkflowCount"]!);
        Assert.Equal((2, true, 2, (string)second["workflowDefinition"]!["id"]!), ((int)updated["version"]!, (bool)updated["isPublished"]!, (int)updated["root"]!["activities"]![1]!["version"]!, (string)updated["root"]!["activities"]![1]!["workflowDefinitionVersionId"]!));
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var told = (await refused.Content.ReadFromJsonAsync<JsonObject>(Ct))!["errors"]!["any"]!.AsArray().Select(t => (string)t!).ToList();
        Assert.Contains("«Ілесуші»", told[0], StringComparison.Ordinal);
        Assert.Contains("«Иә»", told[1], StringComparison.Ordinal);
        Assert.Equal(2, (int)(await GetAsync($"workflow-definitions/by-definition-id/{used["definitionId"]}?versionOptions=Published"))["version"]!);
        Assert.Equal(2, (int)(await GetAsync($"workflow-definitions/by-definition-id/{consumer["definitionId"]}"))["version"]!);
    }

    [Fact]
    public async Task A_consumer_is_exported_and_imported_with_all_that_its_step_says()
    {
        var used = await SaveAsync(Usable("Шығарылатын", "export1"), publish: true);
        var consumer = await SaveAsync(ConsumerOf(used, "Шығарушы", "export2"), publish: true);

        var file = await GetAsync($"workflow-definitions/{consumer["definitionId"]}/export?versionOptions=Latest&includeConsumingWorkflows=False");
        var imported = await PostAsync("workflow-definitions/import", file);
        var zip = await _studio.GetAsync($"workflow-definitions/{used["definitionId"]}/export?versionOptions=Latest&includeConsumingWorkflows=True", Ct);

        Assert.True(JsonNode.DeepEquals(consumer["root"]!["activities"]![1], imported["root"]!["activities"]![1]), imported.ToJsonString());
        // Which version is the newest is told to the studio; it is nothing that the step says.
        var said = consumer["root"]!["activities"]![1]!.AsObject();
        Assert.True(said.Remove("latestAvailablePublishedVersion") && said.Remove("latestAvailablePublishedVersionId"));
        Assert.True(JsonNode.DeepEquals(said, file["root"]!["activities"]![1]), file.ToJsonString());
        using var archive = new System.IO.Compression.ZipArchive(await zip.Content.ReadAsStreamAsync(Ct));
        Assert.Equal(2, archive.Entries.Count);
    }

    private static async Task<List<JsonNode>> OfferedAsync(string type, HttpClient studio) =>
        [.. (await studio.GetFromJsonAsync<JsonObject>("descriptors/activities?Refresh=True", Ct))!["items"]!.AsArray().OfType<JsonNode>().Where(d => (string?)d["typeName"] == type)];

    private static JsonObject Usable(string name, string rootId, bool follows = false)
    {
        var definition = Flow(name, rootId);
        definition["inputs"] = new JsonArray(new JsonObject { ["type"] = "Int32", ["isArray"] = false, ["name"] = "Сома", ["displayName"] = "Қанша теңге", ["description"] = "", ["category"] = "Primitives", ["uiHint"] = "singleline" });
        definition["outputs"] = new JsonArray(new JsonObject { ["type"] = "String", ["isArray"] = false, ["name"] = "Жауап", ["displayName"] = "Жауап", ["description"] = "", ["category"] = "Primitives" });
        definition["outcomes"] = new JsonArray("Иә", "Жоқ");
        definition["options"] = new JsonObject { ["usableAsActivity"] = true, ["autoUpdateConsumingWorkflows"] = follows };
        return definition;
    }

    /// <summary>Start, then the used definition, then by its outcome a line.</summary>
    private static JsonObject ConsumerOf(JsonObject used, string name, string rootId)
    {
        var definition = Flow(name, rootId);
        definition["root"]!["activities"]![1] = new JsonObject
        {
            ["id"] = "e",
            ["type"] = UsableDefinition.TypeNameOf((string)used["name"]!),
            ["version"] = (int)used["version"]!,
            ["name"] = "Used1",
            ["workflowDefinitionId"] = (string)used["definitionId"]!,
            ["workflowDefinitionVersionId"] = (string)used["id"]!,
            ["сома"] = new JsonObject { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "7" }, ["memoryReference"] = null },
        };
        definition["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = "l", ["type"] = "Elsa.WriteLine", ["version"] = 1, ["name"] = "WriteLine1" });
        definition["root"]!["connections"]!.AsArray().Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = "e", ["port"] = "Иә" }, ["target"] = new JsonObject { ["activity"] = "l", ["port"] = "In" } });
        return definition;
    }
}
