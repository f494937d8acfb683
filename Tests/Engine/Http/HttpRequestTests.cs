using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pana.Engine;
using Pana.Tests.Engine.Store;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Engine.Http;

public sealed class HttpRequestOnSqliteTests(SqliteTestDatabase database) : HttpRequestTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class HttpRequestOnPostgresTests(PostgresTestDatabase database) : HttpRequestTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Requests of workflows: sent after the commit, to allowed servers only, and answered in a burst of their own.</summary>
public abstract class HttpRequestTests(TestDatabase database) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private RuntimeOnDatabase _engine = null!;
    private WebApplication _server = null!;
    private int _asked;
    private (string Method, string Authorization, string Key, string Body) _last;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Address => _server.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Map("/{**path}", AnswerAsync);
        await _server.StartAsync(Ct);
        _engine = new RuntimeOnDatabase(database.Kind, database.ConnectionString, _time);
        await SetAsync(http => http.AllowedOrigins.Add(new Uri(Address)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_request_leaves_after_the_commit_and_its_answer_goes_on_through_the_status_code()
    {
        var instance = await StartAsync(Flow($"{Address}/orders", "200"));
        Assert.Equal(0, _asked);

        await _engine.Dispatcher.DispatchDueAsync(Ct);

        Assert.Equal(1, _asked);
        Assert.Equal(("POST", "Bearer key", """{"code":"PN-1"}"""), (_last.Method, _last.Authorization, _last.Body));
        Assert.NotEmpty(_last.Key);
        Assert.Equal("after 200", await WaitsForAsync(instance));
        Assert.Equal("accepted", await VariableAsync(instance));
    }

    [Theory]
    [InlineData("orders", "404", "after Unmatched status code")]
    [InlineData("nowhere", "200", "after Unmatched status code")]
    [InlineData("redirect", "302", "after 302")]
    [InlineData("slow", "200", "after Timeout")]
    public async Task Every_answer_has_its_outcome(string path, string expected, string waitsFor)
    {
        await SetAsync(http => http.Timeout = TimeSpan.FromMilliseconds(path == "slow" ? 50 : 20_000));
        var instance = await StartAsync(Flow($"{Address}/{path}", expected));

        await _engine.Dispatcher.DispatchDueAsync(Ct);

        Assert.Equal(waitsFor, await WaitsForAsync(instance));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_to_the_workflow_or_asked_again()
    {
        await SetAsync(http => http.AllowedOrigins.Add(new Uri("http://127.0.0.1:9")));
        var told = await StartAsync(Flow("http://127.0.0.1:9/", "200"));
        var repeated = await StartAsync(Flow("http://127.0.0.1:9/", "200", isRepeated: true));
        var message = $"http:{await _engine.WaitOfAsync(repeated)}";

        await _engine.Dispatcher.DispatchDueAsync(Ct);

        Assert.Equal("after Failed to connect", await WaitsForAsync(told));
        Assert.Null(await WaitsForAsync(repeated));
        Assert.Equal(1, await _engine.CountAsync(db => db.Outbox.Where(o => o.Id == message && o.SentAt == null && o.Attempts == 1)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", "may not go to http://127.0.0.1:9")]
    [InlineData("file:///etc/passwd", "begins with http")]
    [InlineData("", "begins with http")]
    public async Task Nothing_goes_where_it_may_not(string url, string expected)
    {
        var before = await _engine.CountAsync(db => db.Outbox);

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => StartAsync(Flow(url, "200")));

        Assert.Contains(expected, fault.Message + fault.InnerException?.Message, StringComparison.Ordinal);
        Assert.Equal(before, await _engine.CountAsync(db => db.Outbox));
    }

    [Fact]
    public async Task What_lies_inside_the_request_runs_after_its_status_code()
    {
        var request = Request($"{Address}/orders");
        request["type"] = "Elsa.SendHttpRequest";
        request["expectedStatusCodes"] = new JsonArray(
            new JsonObject { ["statusCode"] = 404, ["activity"] = Step("missing", "Elsa.RunTask", ("taskName", "Literal", "missing")) },
            new JsonObject { ["statusCode"] = 200, ["activity"] = Step("found", "Elsa.RunTask", ("taskName", "Literal", "found")) });
        request["unmatchedStatusCode"] = Step("other", "Elsa.RunTask", ("taskName", "Literal", "other"));
        var instance = await StartAsync(request);

        await _engine.Dispatcher.DispatchDueAsync(Ct);

        Assert.Equal("found", await WaitsForAsync(instance));
    }

    [Fact]
    public async Task A_cancelled_instance_is_not_woken_and_the_message_is_done()
    {
        var instance = await StartAsync(Flow($"{Address}/orders", "200"));
        var message = $"http:{await _engine.WaitOfAsync(instance)}";
        await _engine.InScopeAsync(async s =>
        {
            await s.GetRequiredService<WorkflowRuntime>().CancelAsync(instance, Ct);
            return 0;
        });

        await _engine.Dispatcher.DispatchDueAsync(Ct);

        Assert.Equal(1, await _engine.CountAsync(db => db.Outbox.Where(o => o.Id == message && o.SentAt != null)));
        Assert.Null(await WaitsForAsync(instance));
    }

    [Fact]
    public async Task An_event_for_one_is_heard_by_nobody_when_two_wait()
    {
        var id = $"w{Guid.NewGuid():N}";
        await _engine.PublishAsync(id, Step("wait", "Elsa.Event", ("eventName", "Literal", id)));
        var (first, second) = (await _engine.StartAsync(id), await _engine.StartAsync(id));
        var one = new PublishEvent(id) { IsForOne = true };

        await Assert.ThrowsAsync<AmbiguousEventException>(() => PublishAsync(one));

        Assert.Equal(2, await _engine.CountAsync(db => db.Bookmarks.Where(b => b.InstanceId == first || b.InstanceId == second)));
    }

    private Task<IReadOnlyList<WorkflowRunResult>> PublishAsync(PublishEvent request) =>
        _engine.InScopeAsync(s => s.GetRequiredService<WorkflowRuntime>().PublishEventAsync(request, Ct));

    private async Task AnswerAsync(HttpContext context, string? path)
    {
        Interlocked.Increment(ref _asked);
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        _last = (request.Method, request.Headers.Authorization.ToString(), request.Headers["Idempotency-Key"].ToString(), await reader.ReadToEndAsync());
        switch (path)
        {
            case "orders":
                await context.Response.WriteAsJsonAsync(new { state = "accepted" });
                break;
            case "redirect":
                context.Response.Redirect("/orders");
                break;
            case "slow":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }

    private async Task<string> StartAsync(JsonObject root)
    {
        var id = $"w{Guid.NewGuid():N}";
        await _engine.InScopeAsync(async s =>
        {
            var definitions = s.GetRequiredService<DefinitionStore>();
            await definitions.SaveDraftAsync(new JsonObject
            {
                ["definitionId"] = id,
                ["name"] = id,
                ["version"] = 1,
                ["variables"] = new JsonArray(new JsonObject { ["id"] = "answer", ["name"] = "Answer", ["typeName"] = "Object" }),
                ["root"] = root,
            }.ToJsonString());
            return await definitions.PublishAsync(id);
        });
        return await _engine.StartAsync(id);
    }

    private static JsonObject Flow(string url, string expected, bool isRepeated = false)
    {
        var request = Request(url);
        request["expectedStatusCodes"] = new JsonObject { ["typeName"] = "List<Int32>", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = $"[{expected}]" } };
        request["enableResiliency"] = new JsonObject { ["typeName"] = "Boolean", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = isRepeated } };
        string[] outcomes = [expected, "Unmatched status code", "Failed to connect", "Timeout"];
        return new JsonObject
        {
            ["id"] = "all",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray([request, .. outcomes.Select((outcome, n) => Step($"t{n}", "Elsa.RunTask", ("taskName", "Literal", $"after {outcome}")))]),
            ["connections"] = new JsonArray([.. outcomes.Select((outcome, n) => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = "ask", ["port"] = outcome },
                ["target"] = new JsonObject { ["activity"] = $"t{n}", ["port"] = "In" },
            })]),
        };
    }

    private static JsonObject Request(string url)
    {
        var request = Step("ask", "Elsa.FlowSendHttpRequest", ("url", "Literal", url), ("method", "Literal", "POST"), ("authorization", "Literal", "Bearer key"), ("content", "JavaScript", "return { code: 'PN-1' }"));
        request["parsedContent"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "answer" } };
        return request;
    }

    private Task<string?> WaitsForAsync(string instance) => _engine.InScopeAsync(async s =>
    {
        var payload = await s.GetRequiredService<WorkflowDb>().Bookmarks.Where(b => b.InstanceId == instance && b.Name == "Elsa.RunTask").Select(b => b.Payload).SingleOrDefaultAsync(Ct);
        return payload is null ? null : (string?)JsonNode.Parse(payload)!["taskName"];
    });

    private Task<string?> VariableAsync(string instance) => _engine.InScopeAsync(async s =>
    {
        var state = await s.GetRequiredService<WorkflowDb>().WorkflowInstances.Where(i => i.Id == instance).Select(i => i.State).SingleAsync(Ct);
        return (string?)(state.Contains("accepted", StringComparison.Ordinal) ? "accepted" : state);
    });

    private Task<int> SetAsync(Action<HttpActivitiesOptions> set) => _engine.InScopeAsync(s =>
    {
        set(s.GetRequiredService<WorkflowEngineOptions>().Http);
        return Task.FromResult(0);
    });
}
