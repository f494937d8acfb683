using System.Net;

namespace Pana.Engine;

/// <summary>Answers the request that woke the workflow; written when the burst has been committed.</summary>
[Activity("Elsa", "HTTP", "Write a response to the current HTTP response object.", DisplayName = "HTTP Response")]
public sealed class WriteHttpResponse : CodeActivity
{
    /// <summary>The status code.</summary>
    [Input(Description = "The status code to return.", UIHint = "dropdown", DefaultValue = "OK")]
    public Input<HttpStatusCode> StatusCode { get; set; } = new(HttpStatusCode.OK);

    /// <summary>A text, or an object that is written as JSON.</summary>
    [Input(Description = "The content to return. An object is written as JSON.")]
    public Input<object>? Content { get; set; }

    /// <summary>The type of the content; JSON for an object and plain text for a text by default.</summary>
    [Input(
        Description = "The content type to return.",
        UIHint = "dropdown",
        Options = new[] { "", "application/json", "application/soap+xml", "application/x-www-form-urlencoded", "application/xml", "text/html", "text/json", "text/plain", "text/richtext", "text/xml" })]
    public Input<string>? ContentType { get; set; }

    /// <summary>Further headers.</summary>
    [Input(Description = "Further headers, as JSON.", Category = "Advanced", UIHint = "json-editor", Options = "json")]
    public Input<IDictionary<string, object?>>? ResponseHeaders { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var exchange = context.GetRequiredService<HttpExchange>();
        if (exchange.Context is null)
        {
            throw new InvalidOperationException($"HTTP response '{Id}' has no request to answer: the workflow was woken by something else, or has waited since. Put it between the HTTP endpoint and the next wait.");
        }

        var (content, type) = SendHttpRequestBase.Write(context.Get(Content), context.Get(ContentType));
        exchange.Answer = new HttpAnswer((int)context.Get(StatusCode), content, type, HttpRequestLetter.Texts(context.Get(ResponseHeaders)));
    }
}
