using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

public sealed class ExportImportOnSqliteTests(SqliteTestDatabase there) : ExportImportTests(there), IClassFixture<SqliteTestDatabase>;

public sealed class ExportImportOnPostgresTests(PostgresTestDatabase there) : ExportImportTests(there), IClassFixture<PostgresTestDatabase>;

/// <summary>Every shipped definition, and one with what nobody here knows, exported from one installation and imported into another on another database: nothing is lost.</summary>
public abstract class ExportImportTests(TestDatabase there)
{
    // What says when and as which version it was stored, and nothing of what it means.
    private static readonly string[] OfTheStore = ["$schema", "id", "createdAt", "version", "isLatest", "isPublished", "isReadonly", "toolVersion", "links"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_exported_here_is_the_same_there_one_by_one_and_as_a_zip()
    {
        there.Require();
        await using var home = new SqliteTestDatabase();
        await home.InitializeAsync();
        await using var here = await DesignerServer.StartAsync(home.Kind, home.ConnectionString);
        await here.ImportProcedureAsync();
        using var studio = here.ClientOf();
        await PostAsync(studio, "workflow-definitions/import", Strange());
        var stored = await LatestAsync(here);
        Assert.True(stored.Count > 10, $"Expected the shipped definitions, found {stored.Count}.");

        var singles = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var definition in stored.Values)
        {
            singles[definition.DefinitionId] = (await studio.GetFromJsonAsync<JsonObject>($"workflow-definitions/{definition.DefinitionId}/export?versionOptions=Latest&includeConsumingWorkflows=False", Ct))!;
        }

        var zipped = await UnzipAsync(studio, [.. stored.Values.Select(definition => definition.Id)]);

        Assert.Equal(stored.Keys.Order(), zipped.Keys.Order());
        Assert.All(stored.Keys, id => Assert.True(JsonNode.DeepEquals(singles[id], zipped[id]), id));
        await using var other = await DesignerServer.StartAsync(there.Kind, there.ConnectionString);
        using var abroad = other.ClientOf();
        foreach (var file in zipped.Values)
        {
            // As the studio reads a file: what it does not know of the definition itself never reaches the server.
            await PostAsync(abroad, "workflow-definitions/import", file);
        }

        var arrived = await LatestAsync(other);
        Assert.Equal(stored.Keys.Order(), arrived.Keys.Order());
        Assert.All(stored.Keys, id => Assert.Equal(Meaning(stored[id]), Meaning(arrived[id])));
        var published = await PostAsync(abroad, "bulk-actions/publish/workflow-definitions/by-definition-ids", new JsonObject { ["definitionIds"] = new JsonArray([.. stored.Keys.Where(id => id != "strange").Select(id => JsonValue.Create(id))]) });
        Assert.Equal(stored.Count - 1, published["published"]!.AsArray().Count);
    }

    [Fact]
    public async Task With_the_processes_that_refer_to_it_one_export_brings_them_all()
    {
        there.Require();
        await using var server = await DesignerServer.StartAsync(there.Kind, there.ConnectionString);
        await server.ImportProcedureAsync();
        using var studio = server.ClientOf();

        using var answer = await studio.GetAsync("workflow-definitions/authority-decision/export?versionOptions=Latest&includeConsumingWorkflows=True", Ct);
        var names = Read(await answer.Content.ReadAsByteArrayAsync(Ct)).Keys;

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Superset(new HashSet<string> { "authority-decision", "steps-to-contract", "admission" }, names.ToHashSet());
    }

    private static async Task<Dictionary<string, WorkflowDefinition>> LatestAsync(DesignerServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DefinitionStore>().ListAsync(Ct)).Where(definition => definition.IsLatest).ToDictionary(definition => definition.DefinitionId);
    }

    private static string Meaning(WorkflowDefinition definition)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        foreach (var member in OfTheStore)
        {
            json.Remove(member);
        }

        return Sorted(json)!.ToJsonString();
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static async Task<Dictionary<string, JsonObject>> UnzipAsync(HttpClient studio, string[] versionIds)
    {
        using var answer = await studio.PostAsJsonAsync("bulk-actions/export/workflow-definitions", new JsonObject { ["ids"] = new JsonArray([.. versionIds.Select(id => JsonValue.Create(id))]), ["includeConsumingWorkflows"] = false }, Ct);
        Assert.Equal("workflow-definitions.zip", answer.Content.Headers.ContentDisposition!.FileName);
        return Read(await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    /// <summary>The files of a zip as the browser takes them: every one with the ending of JSON.</summary>
    private static Dictionary<string, JsonObject> Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            Assert.EndsWith(".json", entry.Name, StringComparison.Ordinal);
            using var stream = entry.Open();
            var file = (JsonObject)JsonNode.Parse(stream)!;
            files.Add((string)file["definitionId"]!, file);
        }

        return files;
    }

    private static async Task<JsonObject> PostAsync(HttpClient studio, string path, JsonObject body)
    {
        using var answer = await studio.PostAsJsonAsync(path, body, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
    }

    /// <summary>Members and a step that nobody here knows, on every level of a definition.</summary>
    private static JsonObject Strange() => (JsonObject)JsonNode.Parse(
        """
        {
          "definitionId": "strange", "name": "strange", "tenantOf": { "another": ["server", 1.50] },
          "options": { "usableAsActivity": false, "newerOption": { "deep": true } },
          "customProperties": { "Team": "αβγ", "List": [1, null, "x"] },
          "variables": [ { "id": "v", "name": "V", "typeName": "Acme.Money, Acme", "isArray": false, "value": "12.50", "storageDriverTypeName": "Acme.Vault", "unit": "KZT" } ],
          "inputs": [ { "type": "Acme.Person", "name": "P", "displayName": "P", "uiHint": "acme-picker", "acme": 1 } ],
          "root": {
            "id": "r", "nodeId": "Workflow1:r", "type": "Elsa.Flowchart", "version": 1, "name": "Flowchart1", "acmeLayout": "wide",
            "activities": [
              { "id": "a", "nodeId": "Workflow1:r:a", "type": "Elsa.WriteLine", "version": 1, "name": "W", "text": { "typeName": "String", "expression": { "type": "AcmeScript", "value": "x => x", "flags": ["g"] }, "memoryReference": { "id": "m" } }, "acmeNote": null },
              { "id": "b", "nodeId": "Workflow1:r:b", "type": "Acme.Fax", "version": 7, "name": "F", "number": "1", "customProperties": { "canStartWorkflow": false }, "metadata": { "designer": { "position": { "x": -1.25, "y": 3 } }, "acme": {} } }
            ],
            "connections": [ { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" }, "vertices": [ { "x": 1, "y": 2 } ], "acmeColour": "red" } ]
          }
        }
        """)!;
}
