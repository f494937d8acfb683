using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

public sealed class PublishUnderRunningOnSqliteTests(SqliteTestDatabase database) : PublishUnderRunningTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PublishUnderRunningOnPostgresTests(PostgresTestDatabase database) : PublishUnderRunningTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>A new version while a thousand instances run the old one.</summary>
public abstract class PublishUnderRunningTests(TestDatabase database)
{
    private const int Running = 1000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_version_disturbs_none_of_a_thousand_that_run_the_old_one()
    {
        database.Require();
        await using var server = await DesignerServer.StartAsync(database.Kind, database.ConnectionString);
        using var studio = server.ClientOf();
        var first = await PublishAsync(studio, Flow("one"));
        await StartAllAsync(server);
        var before = await RowsAsync(server);

        var changed = (JsonObject)first.DeepClone();
        changed["root"]!["activities"]!.AsArray()[1]!["eventName"]!["expression"]!["value"] = "two";
        await PublishAsync(studio, changed);

        Assert.Equal(Running, before.Count);
        Assert.Equal(before, await RowsAsync(server));
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var woken = await scope.ServiceProvider.GetRequiredService<WorkflowRuntime>().PublishEventAsync(new PublishEvent("one"), Ct);
            Assert.Equal(Running, woken.Count);
        }

        var after = await RowsAsync(server);
        Assert.All(after, row => Assert.Equal((1, "Finished"), (row.Version, row.Status)));
    }

    private static async Task StartAllAsync(DesignerServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var runtime = scope.ServiceProvider.GetRequiredService<WorkflowRuntime>();
        await scope.ServiceProvider.GetRequiredService<DbSession>().InTransactionAsync(
            async token =>
            {
                for (var i = 0; i < Running; i++)
                {
                    await runtime.StartAsync(new StartWorkflow("thousand"), token);
                }

                return true;
            },
            Ct);
    }

    private static async Task<List<(string Id, int Version, string Status, int Revision, string State)>> RowsAsync(DesignerServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<WorkflowDb>().WorkflowInstances.AsNoTracking().Where(i => i.DefinitionId == "thousand").OrderBy(i => i.Id).ToListAsync(Ct);
        return [.. rows.Select(i => (i.Id, i.DefinitionVersion, i.Status, i.Revision, i.State))];
    }

    private static async Task<JsonObject> PublishAsync(HttpClient studio, JsonObject model)
    {
        var answer = await studio.PostAsJsonAsync("workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = true }, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (JsonObject)(await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["workflowDefinition"]!.DeepClone();
    }

    private static JsonObject Flow(string eventName) => (JsonObject)JsonNode.Parse(
        $$"""
        { "definitionId": "thousand", "name": "thousand", "root": { "id": "r", "type": "Elsa.Flowchart", "version": 1, "activities": [
          { "id": "s", "type": "Elsa.Start", "version": 1 },
          { "id": "e", "type": "Elsa.Event", "version": 1, "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "{{eventName}}" } } } ],
          "connections": [ { "source": { "activity": "s", "port": "Done" }, "target": { "activity": "e", "port": "In" } } ] } }
        """)!;
}
