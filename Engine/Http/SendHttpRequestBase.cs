using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// A request to a server. It leaves after the commit of the burst that asks for it, and its answer is a burst of its own:
/// no transaction waits for a server, and nothing that is rolled back was ever sent. A host that dies in between sends the
/// request again under the same <c>Idempotency-Key</c>.
/// </summary>
public abstract class SendHttpRequestBase : Activity
{
    /// <summary>Where to; the server must be one of <see cref="HttpActivitiesOptions.AllowedOrigins"/>.</summary>
    [Input(Description = "The URL to send the request to.")]
    public Input<string>? Url { get; set; }

    /// <summary>The method.</summary>
    [Input(Description = "The HTTP method to use.", UIHint = "dropdown", Options = new[] { "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD" }, DefaultValue = "GET", Order = 1)]
    public Input<string> Method { get; set; } = new("GET");

    /// <summary>A text, or an object that is written as JSON: codes and ids only.</summary>
    [Input(Description = "The content to send. An object is written as JSON.", Order = 2)]
    public Input<object>? Content { get; set; }

    /// <summary>The type of the content; JSON for an object by default.</summary>
    [Input(
        Description = "The content type to use.",
        UIHint = "dropdown",
        Options = new[] { "", "application/json", "application/soap+xml", "application/x-www-form-urlencoded", "application/xml", "text/html", "text/json", "text/plain", "text/richtext", "text/xml" },
        Order = 3)]
    public Input<string>? ContentType { get; set; }

    /// <summary>The authorization header.</summary>
    [Input(Description = "The Authorization header, for example: Bearer …", Category = "Security", Order = 4, IsSensitive = true)]
    public Input<string>? Authorization { get; set; }

    /// <summary>Sends the authorization header as it is written.</summary>
    [Input(Description = "Sends the Authorization header without checking its form.", Category = "Security", Order = 5)]
    public Input<bool>? DisableAuthorizationHeaderValidation { get; set; }

    /// <summary>Further headers.</summary>
    [Input(Description = "Further headers, as JSON.", Category = "Advanced", UIHint = "json-editor", Options = "json", Order = 6)]
    public Input<IDictionary<string, object?>>? RequestHeaders { get; set; }

    /// <summary>Whether a server that does not answer is asked again, for about two hours, before a person is told.</summary>
    [Input(Description = "Asks again when the server does not answer.")]
    public Input<bool>? EnableResiliency { get; set; }

    /// <summary>The status code.</summary>
    [Output]
    public Output<int>? StatusCode { get; set; }

    /// <summary>The content: plain data when it is JSON, a text otherwise.</summary>
    [Output]
    public Output<object>? ParsedContent { get; set; }

    /// <summary>The headers of the answer.</summary>
    [Output]
    public Output<IDictionary<string, object?>>? ResponseHeaders { get; set; }

    /// <summary>The answer whole: <c>StatusCode</c>, <c>Headers</c> and <c>Content</c>.</summary>
    [Output(IsSerializable = false)]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var address = context.GetRequiredService<WorkflowEngineOptions>().Http.Allow(context.Get(Url), Id);
        var method = context.Get(Method) is { Length: > 0 } given ? given.ToUpperInvariant() : "GET";
        var bookmark = context.CreateBookmark(new CreateBookmarkArgs
        {
            Name = HttpRequestLetter.Kind,
            Payload = new JsonObject { ["method"] = method, ["host"] = address.Authority },
            Callback = AnsweredAsync,
        });
        var (content, type) = Write(context.Get(Content), context.Get(ContentType));
        var letter = new HttpRequestLetter(bookmark.Id, method, address, content, type)
        {
            Authorization = Checked(context),
            Headers = HttpRequestLetter.Texts(context.Get(RequestHeaders)),
            IsRepeated = context.Get(EnableResiliency),
        };
        await context.GetRequiredService<Outbox>()
            .AddAsync(HttpRequestLetter.Kind, letter.Write(), context.WorkflowExecutionContext.CorrelationId, bookmark.Id, context.CancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Goes on after an answer.</summary>
    protected abstract ValueTask LeaveAsync(ActivityExecutionContext context, int statusCode);

    /// <summary>Goes on when no answer came: the server was not reached, or took too long.</summary>
    protected abstract ValueTask LeaveAsync(ActivityExecutionContext context, bool isTimeout);

    internal static (string? Content, string? Type) Write(object? content, string? type) => content switch
    {
        null => (null, null),
        string text => (text, string.IsNullOrEmpty(type) ? "text/plain" : type),
        _ => (PlainData.ToNode(PlainData.From(content))?.ToJsonString(PlainData.Json), string.IsNullOrEmpty(type) ? "application/json" : type),
    };

    private string? Checked(ActivityExecutionContext context)
    {
        var header = context.Get(Authorization);
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        return context.Get(DisableAuthorizationHeaderValidation) || System.Net.Http.Headers.AuthenticationHeaderValue.TryParse(header, out _)
            ? header
            : throw new InvalidOperationException($"HTTP request '{Id}' has an Authorization that is no scheme with a value, such as 'Bearer …'. Correct it, or disable its validation.");
    }

    private ValueTask AnsweredAsync(ActivityExecutionContext context)
    {
        var answer = context.ResumeInput;
        if (answer.GetValueOrDefault(HttpRequestLetter.FailureKey) is string failure)
        {
            context.JournalData["failure"] = failure;
            return LeaveAsync(context, failure == HttpRequestLetter.Timeout);
        }

        var status = ValueTypes.Convert<int>(answer.GetValueOrDefault("StatusCode"));
        context.JournalData["statusCode"] = status;
        context.Set(StatusCode, status);
        context.Set(ParsedContent, answer.GetValueOrDefault("Content"));
        context.Set(ResponseHeaders, answer.GetValueOrDefault("Headers") as IDictionary<string, object?>);
        context.Set(Result, answer);
        return LeaveAsync(context, status);
    }
}
