using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>A request outside a flowchart: what runs next lies inside it, one activity for each status code.</summary>
[Activity("Elsa", "HTTP", "Send an HTTP request.", DisplayName = "HTTP Request", Kind = ActivityKind.Task)]
public sealed class SendHttpRequest : SendHttpRequestBase
{
    /// <summary>What runs after which status code.</summary>
    [Input(Description = "The status codes to handle.", UIHint = "http-status-codes")]
    public IReadOnlyList<HttpStatusCodeCase> ExpectedStatusCodes { get; set; } = [];

    /// <summary>Runs after any other status code.</summary>
    [Port]
    public Activity? UnmatchedStatusCode { get; set; }

    /// <summary>Runs when the server was not reached.</summary>
    [Port]
    public Activity? FailedToConnect { get; set; }

    /// <summary>Runs when the server took too long.</summary>
    [Port]
    public Activity? Timeout { get; set; }

    internal override void BindMore(JsonObject json, Func<JsonObject, Activity> compileChild) =>
        ExpectedStatusCodes = [.. (json["expectedStatusCodes"] as JsonArray ?? []).OfType<JsonObject>().Select(item => new HttpStatusCodeCase(
            ValueTypes.Convert<int>(PlainData.FromNode(item["statusCode"])),
            item["activity"] is JsonObject activity ? compileChild(activity) : null))];

    /// <inheritdoc/>
    protected override ValueTask LeaveAsync(ActivityExecutionContext context, int statusCode) =>
        Run(context, ExpectedStatusCodes.FirstOrDefault(item => item.StatusCode == statusCode) is { } found ? found.Activity : UnmatchedStatusCode);

    /// <inheritdoc/>
    protected override ValueTask LeaveAsync(ActivityExecutionContext context, bool isTimeout) => Run(context, isTimeout ? Timeout : FailedToConnect);

    private static ValueTask Run(ActivityExecutionContext context, Activity? next)
    {
        if (next is null)
        {
            return context.CompleteActivityAsync();
        }

        context.Schedule(next);
        return default;
    }
}
