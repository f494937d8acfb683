using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Pana.Engine;

/// <summary>
/// Waits for a request to a path; as a trigger it starts the workflow. Who asks must be known, unless <see cref="Authorize"/>
/// is switched off on purpose. Files are not taken.
/// </summary>
[Activity("Elsa", "HTTP", "Wait for an inbound HTTP request that matches the specified path and methods.", DisplayName = "HTTP Endpoint", Kind = ActivityKind.Trigger)]
public sealed class HttpEndpoint : Activity, IEventTrigger
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "HEAD", "DELETE"];

    /// <summary>The path below <see cref="HttpActivitiesOptions.BasePath"/>. A trigger's may have parameters, <c>orders/{id}</c>.</summary>
    [Input(Description = "The path to listen to, below /workflows/.", IsRequired = true)]
    public Input<string>? Path { get; set; }

    /// <summary>The methods; GET by default.</summary>
    [Input(Description = "The methods to accept.", UIHint = "checklist", Options = new[] { "GET", "POST", "PUT", "HEAD", "DELETE" })]
    public Input<ICollection<string>>? SupportedMethods { get; set; }

    /// <summary>Whether the caller must be known. Default true; Elsa's is false.</summary>
    [Input(Description = "Whether the caller must be known. On unless it is switched off.", Category = "Security")]
    public Input<bool>? Authorize { get; set; }

    /// <summary>The policy that the caller must meet.</summary>
    [Input(Description = "The policy that the caller must meet.", Category = "Security")]
    public Input<string>? Policy { get; set; }

    /// <summary>Bytes that the content may have; the host's limit is never exceeded.</summary>
    [Input(Description = "The bytes that the content may have.", Category = "Upload")]
    public Input<long?>? RequestSizeLimit { get; set; }

    /// <summary>Leaves through <c>Request too large</c> instead of refusing.</summary>
    [Input(Description = "Whether a content that is too large has an outcome of its own.", Category = "Outcomes")]
    public bool ExposeRequestTooLargeOutcome { get; set; }

    /// <summary>The content: plain data when it is JSON or a form, a text otherwise.</summary>
    [Output]
    public Output<object>? ParsedContent { get; set; }

    /// <summary>The values of the path's parameters.</summary>
    [Output]
    public Output<IDictionary<string, object?>>? RouteData { get; set; }

    /// <summary>The values of the query.</summary>
    [Output]
    public Output<IDictionary<string, object?>>? QueryStringData { get; set; }

    /// <summary>The headers, without those that say who asks.</summary>
    [Output]
    public Output<IDictionary<string, object?>>? Headers { get; set; }

    /// <summary>The request whole: <c>Method</c>, <c>Path</c>, <c>RouteData</c>, <c>QueryStringData</c>, <c>Headers</c> and <c>Content</c>.</summary>
    [Output(IsSerializable = false)]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IEventTrigger.EventNames =>
        Path.Constant() is { Length: > 0 } path ? EventsOf(path, SupportedMethods.Constant()) : [];

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow)
        {
            return TakeAsync(context, Event.PayloadOf(context.WorkflowInput));
        }

        var path = context.Get(Path);
        if (string.IsNullOrWhiteSpace(path) || path.Contains('{', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"HTTP endpoint '{Id}' waits at '{path}'. Inside a workflow the path must be complete and without parameters; only the endpoint that starts a workflow may have them.");
        }

        foreach (var name in EventsOf(path, context.Get(SupportedMethods)))
        {
            context.CreateBookmark(new CreateBookmarkArgs
            {
                Name = Event.BookmarkName,
                Stimulus = Event.StimulusOf(name),
                Payload = new JsonObject { ["eventName"] = name },
                Callback = ResumeAsync,
            });
        }

        return default;
    }

    /// <summary>What the event of a request begins with, before the path: a known caller's, or anybody's.</summary>
    internal static string EventPrefix(string method, bool isOpen) => $"{(isOpen ? "http-open" : "http")}:{method}:";

    private IEnumerable<string> EventsOf(string path, ICollection<string>? methods) =>
        (methods is { Count: > 0 } ? methods : ["GET"]).Select(method => method.ToUpperInvariant()).Where(Methods.Contains).Distinct()
            .Select(method => EventPrefix(method, IsOpen) + path.Trim('/'));

    // Only what is written in the definition opens an endpoint, never what a script gives.
    private bool IsOpen => Authorize?.Expression is { Type: "Literal" } literal && JsonSource.Value(literal.Value) is false or "false" or "False";

    private ValueTask ResumeAsync(ActivityExecutionContext context) => TakeAsync(context, Event.PayloadOf(context.ResumeInput));

    private async ValueTask TakeAsync(ActivityExecutionContext context, object? payload)
    {
        if (payload is not IReadOnlyDictionary<string, object?> request)
        {
            throw new InvalidOperationException($"HTTP endpoint '{Id}' was woken by something that is no request. Start the workflow by a request to its path.");
        }

        await AuthorizeAsync(context).ConfigureAwait(false);
        var limit = context.Get(RequestSizeLimit);
        var length = ValueTypes.Convert<long>(request.GetValueOrDefault("Length"));
        if (length > limit)
        {
            if (ExposeRequestTooLargeOutcome)
            {
                await context.CompleteActivityWithOutcomesAsync("Request too large").ConfigureAwait(false);
                return;
            }

            throw new HttpRefusedException(StatusCodes.Status413PayloadTooLarge, $"HTTP endpoint '{Id}' takes {limit} bytes; the request has {length}.");
        }

        context.JournalData["method"] = request.GetValueOrDefault("Method") as string;
        context.Set(ParsedContent, request.GetValueOrDefault("Content"));
        context.Set(RouteData, request.GetValueOrDefault("RouteData") as IDictionary<string, object?>);
        context.Set(QueryStringData, request.GetValueOrDefault("QueryStringData") as IDictionary<string, object?>);
        context.Set(Headers, request.GetValueOrDefault("Headers") as IDictionary<string, object?>);
        context.Set(Result, request);
        await context.CompleteActivityAsync().ConfigureAwait(false);
    }

    private async ValueTask AuthorizeAsync(ActivityExecutionContext context)
    {
        if (context.Get(Policy) is not { Length: > 0 } policy)
        {
            return;
        }

        var caller = context.GetRequiredService<HttpExchange>().Context?.User;
        if (caller is null || !(await context.GetRequiredService<IAuthorizationService>().AuthorizeAsync(caller, policy).ConfigureAwait(false)).Succeeded)
        {
            throw new HttpRefusedException(StatusCodes.Status403Forbidden, $"HTTP endpoint '{Id}' is for callers that meet the policy '{policy}'.");
        }
    }
}
