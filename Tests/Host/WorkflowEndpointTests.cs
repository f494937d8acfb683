using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Host;

/// <summary>Endpoints of workflows on the real portal: who may ask, what is answered, and what is never told.</summary>
public sealed class WorkflowEndpointTests(WorkflowEndpointTests.PortalWithEndpoints fixture) : IClassFixture<WorkflowEndpointTests.PortalWithEndpoints>
{
    private readonly TestPortal _portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_starts_a_workflow_by_a_request_and_is_answered_once_it_is_committed()
    {
        var path = NewPath();
        await PublishAsync(
            Endpoint($"{path}/{{id}}", ["POST"]),
            Step("answer", "Elsa.WriteHttpResponse",
                ("statusCode", "Literal", "Created"),
                ("content", "JavaScript", "return { id: getVariable('Route').id, word: getVariable('Body').word, page: getVariable('Query').page }")));
        using var program = await ProgramAsync();

        using var answer = await program.PostAsJsonAsync($"workflows/{path}/7?page=2", new { word = "сәлем" }, Ct);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"id":"7","page":"2","word":"сәлем"}""", Sorted(await answer.Content.ReadAsStringAsync(Ct)));
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Without_a_token_nothing_answers_and_nothing_is_told_unless_the_endpoint_is_open()
    {
        var (closed, open) = (NewPath(), NewPath());
        await PublishAsync(Endpoint(closed, ["GET"]));
        await PublishAsync(Endpoint(open, ["GET"], isOpen: true), Step("answer", "Elsa.WriteHttpResponse", ("content", "Literal", "<b>сәлем</b>"), ("contentType", "Literal", "text/html")));
        using var nobody = new HttpClient { BaseAddress = _portal.Address };
        using var program = await ProgramAsync();
        using var head = await _portal.SignInAsync("head");

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"workflows/{closed}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"workflows/{NewPath()}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await head.Client.GetAsync($"workflows/{closed}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"workflows/{NewPath()}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync($"workflows/{closed}", null, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"workflows/{closed}", Ct)).StatusCode);
        using var page = await nobody.GetAsync($"workflows/{open}", Ct);
        Assert.Equal("<b>сәлем</b>", await page.Content.ReadAsStringAsync(Ct));
        Assert.Equal("default-src 'none'; sandbox", page.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_waiting_workflow_is_found_by_its_correlation_and_never_two_at_once()
    {
        var path = NewPath();
        var id = await PublishAsync(
            Step("first", "Elsa.Correlate", ("correlationId", "JavaScript", "return getInput('Key')")),
            Endpoint(path, ["POST"], isTrigger: false),
            Step("answer", "Elsa.WriteHttpResponse", ("content", "JavaScript", "return getVariable('Body').word")));
        foreach (var key in new[] { "a", "b" })
        {
            await _portal.WithAsync((WorkflowRuntime runtime) => runtime.StartAsync(new StartWorkflow(id) { Input = new Dictionary<string, object?> { ["Key"] = key } }, Ct));
        }

        using var program = await ProgramAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await program.PostAsJsonAsync($"workflows/{path}", new { word = "?" }, Ct)).StatusCode);
        using var answer = await program.PostAsJsonAsync($"workflows/{path}?correlationId=b", new { word = "сәлем" }, Ct);
        Assert.Equal("сәлем", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsJsonAsync($"workflows/{path}?correlationId=b", new { word = "?" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsJsonAsync($"workflows/{path}", new { word = "!" }, Ct)).StatusCode);
    }

    [Fact]
    public async Task What_is_too_large_a_file_or_a_fault_is_refused_and_says_nothing_of_the_inside()
    {
        var (path, broken, own) = (NewPath(), NewPath(), NewPath());
        var small = Endpoint(path, ["POST"]);
        small["requestSizeLimit"] = new JsonObject { ["typeName"] = "Int64", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = 10 } };
        var exposed = Endpoint(own, ["POST"]);
        exposed["requestSizeLimit"] = small["requestSizeLimit"]!.DeepClone();
        exposed["exposeRequestTooLargeOutcome"] = true;
        await PublishAsync(small);
        await PublishAsync(exposed);
        await PublishAsync(Endpoint(broken, ["POST"]), Step("fail", "Elsa.RunJavaScript", ("script", "JavaScript", "throw new Error('a secret of the inside')")));
        using var program = await ProgramAsync();
        using var file = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.bin" } };
        using var large = new StringContent(new string('x', 2 * 1024 * 1024), Encoding.UTF8);
        using var eleven = new StringContent("01234567890");
        using var again = new StringContent("01234567890");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostAsync($"workflows/{path}", eleven, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync($"workflows/{own}", again, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostAsync($"workflows/{path}", large, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await program.PostAsync($"workflows/{path}", file, Ct)).StatusCode);
        using var fault = await program.PostAsync($"workflows/{broken}", null, Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, fault.StatusCode);
        Assert.DoesNotContain("secret", await fault.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_are_off_unless_configured()
    {
        await using var database = new SqliteTestDatabase();
        await database.InitializeAsync();
        await using var portal = await TestPortal.StartAsync(database);
        using var designer = await portal.SignInAsync("designer");

        Assert.Equal(HttpStatusCode.NotFound, (await designer.Client.GetAsync("workflows/anything", Ct)).StatusCode);
    }

    private static string NewPath() => $"p{Guid.NewGuid():N}";

    private static string Sorted(string json) =>
        "{" + string.Join(",", JsonDocument.Parse(json).RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"\"{p.Name}\":\"{p.Value.GetString()}\"")) + "}";

    private static JsonObject Endpoint(string path, string[] methods, bool isOpen = false, bool isTrigger = true)
    {
        var endpoint = Step("ask", "Elsa.HttpEndpoint", ("path", "Literal", path), ("supportedMethods", "Object", JsonSerializer.Serialize(methods)));
        endpoint["customProperties"] = new JsonObject { ["canStartWorkflow"] = isTrigger };
        if (isOpen)
        {
            endpoint["authorize"] = new JsonObject { ["typeName"] = "Boolean", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = false } };
        }

        foreach (var (output, variable) in new[] { ("parsedContent", "body"), ("routeData", "route"), ("queryStringData", "query") })
        {
            endpoint[output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };
        }

        return endpoint;
    }

    private Task<string> PublishAsync(params JsonObject[] activities) => _portal.WithAsync(async (DefinitionStore definitions) =>
    {
        var id = $"w{Guid.NewGuid():N}";
        await definitions.SaveDraftAsync(new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["variables"] = new JsonArray([.. new[] { "Body", "Route", "Query" }.Select(name => new JsonObject { ["id"] = name.ToLowerInvariant(), ["name"] = name, ["typeName"] = "Object" })]),
            ["inputs"] = new JsonArray(new JsonObject { ["name"] = "Key", ["type"] = "String" }),
            ["root"] = new JsonObject { ["id"] = "all", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) },
        }.ToJsonString());
        await definitions.PublishAsync(id);
        return id;
    });

    private async Task<HttpClient> ProgramAsync() => _portal.Bearer(await _portal.ProgramTokenAsync(Ct));

    /// <summary>A portal with a program that may call endpoints.</summary>
    public sealed class PortalWithEndpoints() : PortalFixture(new SqliteTestDatabase(), [.. ProgramTokens.Settings, "Pana:WorkflowHttp:Endpoints=true"]);
}
