using System.Globalization;

namespace Pana.Engine;

/// <summary>A request in a flowchart: it leaves through the status code that was expected and through <c>Done</c>.</summary>
[Activity("Elsa", "HTTP", "Send an HTTP request.", DisplayName = "HTTP Request (flow)", Kind = ActivityKind.Task)]
public sealed class FlowSendHttpRequest : SendHttpRequestBase
{
    internal const string Unmatched = "Unmatched status code";
    internal const string FailedToConnect = "Failed to connect";
    internal const string TimedOut = "Timeout";

    /// <summary>The status codes that have an outcome of their own.</summary>
    [Input(Description = "The status codes that are outcomes.", UIHint = "multitext", DefaultValue = new[] { 200 }, Order = 5.1f)]
    public Input<ICollection<int>> ExpectedStatusCodes { get; set; } = new([200]);

    /// <inheritdoc/>
    protected override ValueTask LeaveAsync(ActivityExecutionContext context, int statusCode)
    {
        var expected = context.Get(ExpectedStatusCodes) ?? [];
        var code = statusCode.ToString(CultureInfo.InvariantCulture);
        return expected.Count == 0
            ? context.CompleteActivityWithOutcomesAsync("Done")
            : context.CompleteActivityWithOutcomesAsync(expected.Contains(statusCode) ? code : Unmatched, "Done");
    }

    /// <inheritdoc/>
    protected override ValueTask LeaveAsync(ActivityExecutionContext context, bool isTimeout) =>
        context.CompleteActivityWithOutcomesAsync(isTimeout ? TimedOut : FailedToConnect);
}
