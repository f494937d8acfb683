using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

public sealed class DesignerAuditOnSqliteTests(SqlitePortal fixture) : DesignerAuditTests(fixture), IClassFixture<SqlitePortal>;

public sealed class DesignerAuditOnPostgresTests(PostgresPortal fixture) : DesignerAuditTests(fixture), IClassFixture<PostgresPortal>;

/// <summary>What a designer does is noted with who, when and which version, and the auditor reads it.</summary>
public abstract class DesignerAuditTests(PortalFixture fixture)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_is_an_entry_with_its_version_and_many_saves_of_one_sitting_are_one()
    {
        var portal = fixture.Portal;
        using var designer = await DesignerAsync();
        var saved = await SaveAsync(designer, Flow("audited"), publish: false);
        saved["description"] = "екінші сақтау";
        await SaveAsync(designer, saved, publish: true);
        var run = await designer.PostAsJsonAsync("elsa/api/workflow-definitions/audited/execute", new { }, Ct);
        var instance = run.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        await designer.PostAsync($"elsa/api/cancel/workflow-instances/{instance}", null, Ct);
        await designer.DeleteAsync($"elsa/api/workflow-instances/{instance}", Ct);
        await designer.PostAsync("elsa/api/workflow-definitions/audited/revert/1", null, Ct);
        await designer.PostAsJsonAsync("elsa/api/workflow-definitions/audited/retract", new { }, Ct);
        await designer.PostAsJsonAsync("elsa/api/workflow-definitions/import", Flow("audited-file"), Ct);
        await designer.DeleteAsync("elsa/api/workflow-definitions/audited", Ct);

        var entries = await portal.WithAsync((CaseDb db) => db.AuditEntries.AsNoTracking()
            .Where(e => e.Subject.StartsWith("audited") || e.Subject == instance).OrderBy(e => e.Id).ToListAsync(Ct));
        using var auditor = await portal.SignInAsync("auditor");
        var page = await auditor.GetAsync("/audit");

        Assert.Equal(
            ["definition.saved 1", "definition.published 1", "instance.started 1", "instance.cancelled 1", "instance.deleted 1", "definition.reverted 2", "definition.retracted 1", "definition.imported 1", "definition.deleted "],
            entries.Select(e => $"{e.Action} {e.Detail?["version"]}"));
        Assert.All(entries, e => Assert.Equal("Жанар Тимурқызы", e.ActorName));
        Assert.All(entries, e => Assert.NotNull(e.ActorId));
        Assert.Contains("процесті жариялады", page.Text, StringComparison.Ordinal);
        Assert.Contains("audited · 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("процестің орындалуын тоқтатты", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_leaves_neither_an_entry_nor_a_change()
    {
        using var designer = await DesignerAsync();
        var broken = Flow("refused");
        broken["root"]!["activities"]![1]!["type"] = "Pana.UserTask";
        await SaveAsync(designer, broken, publish: false);

        var refusal = await designer.PostAsJsonAsync("elsa/api/workflow-definitions/refused/publish", new { }, Ct);
        var deletion = await designer.DeleteAsync("elsa/api/workflow-definitions/no-such", Ct);

        var entries = await fixture.Portal.WithAsync((CaseDb db) => db.AuditEntries.AsNoTracking().Where(e => e.Subject == "refused" || e.Subject == "no-such").Select(e => e.Action).ToListAsync(Ct));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, deletion.StatusCode);
        Assert.Equal(["definition.saved"], entries);
        Assert.Null(await fixture.Portal.WithAsync((DefinitionStore store) => store.GetPublishedAsync("refused", Ct)));
    }

    private async Task<HttpClient> DesignerAsync()
    {
        var browser = await fixture.Portal.SignInAsync("designer");
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser.Client;
    }

    private static async Task<JsonObject> SaveAsync(HttpClient designer, JsonObject model, bool publish)
    {
        var answer = await designer.PostAsJsonAsync("elsa/api/workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish }, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (JsonObject)(await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["workflowDefinition"]!.DeepClone();
    }

    private static JsonObject Flow(string id) => (JsonObject)JsonNode.Parse(
        $$"""
        { "definitionId": "{{id}}", "name": "{{id}}", "root": { "id": "r", "type": "Elsa.Flowchart", "version": 1, "activities": [
          { "id": "s", "type": "Elsa.Start", "version": 1 },
          { "id": "e", "type": "Elsa.Event", "version": 1, "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "go-{{id}}" } } } ],
          "connections": [ { "source": { "activity": "s", "port": "Done" }, "target": { "activity": "e", "port": "In" } } ] } }
        """)!;
}
