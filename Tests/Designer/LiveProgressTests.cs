using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Pana.Designer;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

public sealed class LiveProgressOnSqliteTests(SqliteTestDatabase database) : LiveProgressTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class LiveProgressOnPostgresTests(PostgresTestDatabase database) : LiveProgressTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>What the instance viewer is told of, when, and who may listen.</summary>
public abstract class LiveProgressTests(TestDatabase database) : IAsyncLifetime
{
    private const string Cookie = "test-user=process-designer%2FZhanar";
    private DesignerServer _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database.Require();
        _server = await DesignerServer.StartAsync(database.Kind, database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_viewer_is_told_of_a_step_once_it_is_committed_and_not_before()
    {
        var instanceId = await StartAsync();
        await using var viewer = await HubClient.ConnectAsync(_server.Address, Ct, Designer());
        await viewer.ObserveAsync(instanceId, Ct);
        var first = await viewer.NextCallAsync("ActivityExecutionLogUpdatedAsync", Ct);
        await viewer.NextCallAsync("WorkflowInstanceUpdatedAsync", Ct);

        await using (var scope = _server.Services.CreateAsyncScope())
        {
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            await Assert.ThrowsAsync<InvalidOperationException>(() => session.InTransactionAsync<bool>(
                async token =>
                {
                    await scope.ServiceProvider.GetRequiredService<WorkflowRuntime>().PublishEventAsync(new PublishEvent("go"), token);
                    throw new InvalidOperationException("rolled back");
                },
                Ct));
        }

        await using (var scope = _server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<WorkflowRuntime>().PublishEventAsync(new PublishEvent("go"), Ct);
        }

        var told = await viewer.NextCallAsync("ActivityExecutionLogUpdatedAsync", Ct);
        Assert.NotNull(await viewer.NextCallAsync("WorkflowExecutionLogUpdatedAsync", Ct));
        Assert.Equal(instanceId, (string?)(await viewer.NextCallAsync("WorkflowInstanceUpdatedAsync", Ct))["workflowInstanceId"]);
        Assert.True(Waiting(first)["isBlocked"]!.GetValue<bool>());
        Assert.False(Waiting(told)["isBlocked"]!.GetValue<bool>());
        Assert.Equal(1, Waiting(told)["completedCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_viewer_is_told_of_the_instance_once_more_when_it_has_read_the_journal()
    {
        var instanceId = await StartAsync();
        await using var viewer = await HubClient.ConnectAsync(_server.Address, Ct, Designer());
        await viewer.ObserveAsync(instanceId, Ct);
        await viewer.NextCallAsync("WorkflowInstanceUpdatedAsync", Ct);

        var again = await viewer.NextCallAsync("WorkflowInstanceUpdatedAsync", Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct);

        Assert.Equal(instanceId, (string?)again["workflowInstanceId"]);
    }

    [Fact]
    public async Task The_studio_learns_that_it_need_not_ask()
    {
        using var studio = _server.ClientOf();

        var features = await studio.GetStringAsync("features/installed", Ct);

        Assert.Contains("\"Elsa.RealTimeWorkflowUpdates\"", features, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", null, HttpStatusCode.Unauthorized)]
    [InlineData("another role", "test-user=nurse%2FGulnar", HttpStatusCode.Forbidden)]
    [InlineData("another site", Cookie, HttpStatusCode.Forbidden, "http://elsewhere.example")]
    [InlineData("a cookie without an origin", Cookie, HttpStatusCode.Forbidden, "")]
    public async Task Nobody_else_listens(string who, string? cookie, HttpStatusCode expected, string? origin = null)
    {
        var headers = new List<(string, string)>();
        if (cookie is not null)
        {
            headers.Add(("Cookie", cookie));
        }

        if (origin is not "")
        {
            headers.Add(("Origin", origin ?? _server.Address));
        }

        using var negotiation = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Address + "/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => HubClient.ConnectAsync(_server.Address, Ct, [.. headers]));
        var answer = await negotiation.SendAsync(request, Ct);

        Assert.Contains($"{(int)expected}", refused.Message, StringComparison.Ordinal);
        Assert.True(answer.StatusCode == expected, $"{who}: {answer.StatusCode}");
    }

    private (string, string)[] Designer() => [("Cookie", Cookie), ("Origin", _server.Address)];

    private static System.Text.Json.Nodes.JsonNode Waiting(System.Text.Json.Nodes.JsonNode message) => message["stats"]!.AsArray().Single(s => (string?)s!["activityId"] == "e")!;

    private async Task<string> StartAsync()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<DefinitionStore>();
        await store.SaveDraftAsync(
            """
            { "definitionId": "live", "name": "live", "root": { "id": "f", "type": "Elsa.Flowchart", "version": 1, "activities": [
              { "id": "s", "type": "Elsa.Start", "version": 1 },
              { "id": "e", "type": "Elsa.Event", "version": 1, "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "go" } } },
              { "id": "l", "type": "Elsa.Event", "version": 1, "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "last" } } } ],
              "connections": [
                { "source": { "activity": "s", "port": "Done" }, "target": { "activity": "e", "port": "In" } },
                { "source": { "activity": "e", "port": "Done" }, "target": { "activity": "l", "port": "In" } } ] } }
            """,
            Ct);
        await store.PublishAsync("live", Ct);
        return (await scope.ServiceProvider.GetRequiredService<WorkflowRuntime>().StartAsync(new StartWorkflow("live"), Ct)).InstanceId;
    }
}

/// <summary>What counts as news to the viewers of an instance.</summary>
public sealed class LiveInstancesTests
{
    [Fact]
    public void News_have_three_echoes_and_newer_news_begin_them_anew()
    {
        var live = new LiveInstances();
        live.Observe("a", "one");
        string Looks(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => live.IsEcho("one") ? "!" : "."));

        live.IsNews("one", "1");
        Assert.Equal("!.!.....!...", Looks(12));
        live.IsNews("one", "2");
        Assert.Equal("!.!", Looks(3));
        Assert.False(live.IsEcho("unobserved"));
    }

    [Fact]
    public void A_state_is_news_once_again_when_it_could_not_be_told_or_somebody_new_looks()
    {
        var live = new LiveInstances();
        Assert.False(live.IsNews("one", "1"));
        Assert.True(live.Observe("a", "one"));
        Assert.True(live.IsNews("one", "1"));
        Assert.False(live.IsNews("one", "1"));

        live.Forget("one");
        Assert.True(live.IsNews("one", "1"));
        live.Observe("b", "one");
        Assert.True(live.IsNews("one", "1"));
        live.Leave("a");
        live.Leave("b");
        live.Forget("one");
        Assert.False(live.IsNews("one", "2"));
    }
}
