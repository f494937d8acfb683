using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Pana.Portal.Security;
using Pana.Portal.Start;

namespace Pana.Portal.SignIn.Session;

/// <summary>
/// The way from the portal to the issuer inside the same process: the request goes straight into the authentication
/// middleware. No socket, so it works on any port, behind any proxy, and without trusting a certificate of our own.
/// </summary>
internal sealed class InProcessChannel(IServiceScopeFactory scopes, IOptions<PortalOptions> options)
{
    private RequestDelegate? _issuer;

    /// <summary>Called once when the pipeline is built.</summary>
    public void Connect(IApplicationBuilder app)
    {
        var branch = app.New();
        branch.UseAuthentication();
        branch.Run(static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        _issuer = branch.Build();
    }

    /// <summary>A handler that ends here instead of on the network.</summary>
    public DelegatingHandler Handler() => new Shortcut(this);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken ct)
    {
        var issuer = _issuer ?? throw new InvalidOperationException("The issuer is asked before the pipeline is built. Call InProcessChannel.Connect first.");
        await using var scope = scopes.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ct };
        await FillAsync(context.Request, message, ct);
        PathPrefix.Split(context.Request, options.Value.PathBase);
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await issuer(context);
        await context.Response.CompleteAsync();
        return Answer(context.Response, body.ToArray(), message);
    }

    private static async Task FillAsync(HttpRequest request, HttpRequestMessage message, CancellationToken ct)
    {
        var uri = message.RequestUri!;
        request.Method = message.Method.Method;
        request.Scheme = uri.Scheme;
        request.Host = HostString.FromUriComponent(uri);
        request.Path = PathString.FromUriComponent(uri);
        request.QueryString = QueryString.FromUriComponent(uri);
        foreach (var (name, values) in message.Headers.Concat(message.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            request.Headers[name] = values.ToArray();
        }

        if (message.Content is { } content)
        {
            request.Body = new MemoryStream(await content.ReadAsByteArrayAsync(ct));
            request.ContentLength = request.Body.Length;
        }
    }

    private static HttpResponseMessage Answer(HttpResponse response, byte[] body, HttpRequestMessage message)
    {
        var answer = new HttpResponseMessage((System.Net.HttpStatusCode)response.StatusCode)
        {
            Content = new ByteArrayContent(body),
            RequestMessage = message,
        };
        foreach (var (name, values) in response.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                answer.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return answer;
    }

    private sealed class Shortcut(InProcessChannel channel) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            channel.SendAsync(request, cancellationToken);
    }
}
