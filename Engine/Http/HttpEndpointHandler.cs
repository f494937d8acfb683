using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Pana.Engine;

/// <summary>Takes one request to a workflow's endpoint: who asks, what, which workflow, and what it answers.</summary>
internal sealed class HttpEndpointHandler(HttpContext context)
{
    private static readonly string[] NotForWorkflows = ["Authorization", "Cookie", "Proxy-Authorization"];

    private readonly IServiceProvider _services = context.RequestServices;
    private readonly HttpActivitiesOptions _options = context.RequestServices.GetRequiredService<WorkflowEngineOptions>().Http;

    public async Task HandleAsync(string path)
    {
        var isKnown = await KnowsCallerAsync().ConfigureAwait(false);
        var request = await ReadAsync(path).ConfigureAwait(false);
        if (request is null)
        {
            return;
        }

        _services.GetRequiredService<HttpExchange>().Context = context;
        try
        {
            foreach (var (name, route) in await NamesAsync(path.Trim('/'), isKnown).ConfigureAwait(false))
            {
                request["RouteData"] = route;
                if (await PublishAsync(name, request).ConfigureAwait(false))
                {
                    await WriteAsync().ConfigureAwait(false);
                    return;
                }
            }

            // Whether an endpoint exists is told only to callers that are known.
            await AnswerAsync(isKnown ? StatusCodes.Status404NotFound : StatusCodes.Status401Unauthorized).ConfigureAwait(false);
        }
        catch (AmbiguousEventException)
        {
            await AnswerAsync(StatusCodes.Status409Conflict, "Several workflows answer to this path. Name one by the query parameter correlationId.").ConfigureAwait(false);
        }
        catch (HttpRefusedException e)
        {
            await AnswerAsync(e.StatusCode).ConfigureAwait(false);
        }
        catch (WorkflowRefusedException)
        {
            await AnswerAsync(StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
        }
        catch (WorkflowFaultedException)
        {
            // The incident says what happened, to those who may read it.
            await AnswerAsync(StatusCodes.Status500InternalServerError).ConfigureAwait(false);
        }
    }

    private async Task<bool> KnowsCallerAsync()
    {
        // Only the configured scheme counts: a cookie's user is nobody here.
        context.User = new System.Security.Claims.ClaimsPrincipal();
        if (_options.AuthenticationScheme is not { } scheme || await context.AuthenticateAsync(scheme).ConfigureAwait(false) is not { Succeeded: true, Principal: { } caller })
        {
            return false;
        }

        context.User = caller;
        return true;
    }

    /// <summary>The events that the request may be, the most exact first, with the values of the path's parameters.</summary>
    private async Task<IReadOnlyList<(string Name, Dictionary<string, object?> Route)>> NamesAsync(string path, bool isKnown)
    {
        List<(string, Dictionary<string, object?>)> names = [];
        var triggers = _services.GetRequiredService<EventTriggers>();
        foreach (var isOpen in isKnown ? new[] { false, true } : [true])
        {
            var prefix = HttpEndpoint.EventPrefix(context.Request.Method, isOpen);
            names.Add((prefix + path, []));
            foreach (var name in (await triggers.NamesAsync(prefix, _services, context.RequestAborted).ConfigureAwait(false)).Where(name => name.Contains('{', StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var values = new RouteValueDictionary();
                if (new TemplateMatcher(TemplateParser.Parse(name[prefix.Length..]), []).TryMatch("/" + path, values))
                {
                    names.Add((name, values.ToDictionary(value => value.Key, value => (object?)value.Value?.ToString())));
                }
            }
        }

        return names;
    }

    private async Task<bool> PublishAsync(string name, Dictionary<string, object?> request)
    {
        var correlation = context.Request.Query["correlationId"].ToString();
        var woken = await _services.GetRequiredService<WorkflowRuntime>().PublishEventAsync(
            new PublishEvent(name) { IsForOne = true, CorrelationId = correlation.Length == 0 ? null : correlation, Payload = request },
            context.RequestAborted).ConfigureAwait(false);
        return woken.Count > 0;
    }

    private async Task<Dictionary<string, object?>?> ReadAsync(string path)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = _options.MaxBytes;
        }

        object? content;
        var length = 0L;
        try
        {
            if (request.HasFormContentType)
            {
                var form = await request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
                if (form.Files.Count > 0)
                {
                    await AnswerAsync(StatusCodes.Status415UnsupportedMediaType, "Files are not taken here.").ConfigureAwait(false);
                    return null;
                }

                length = request.ContentLength ?? 0;
                content = form.ToDictionary(field => field.Key, field => (object?)field.Value.ToString());
            }
            else
            {
                using var reader = new StreamReader(request.Body, Encoding.UTF8);
                var text = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
                length = Encoding.UTF8.GetByteCount(text);
                content = HttpRequestLetter.Parse(text, System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType : null);
            }
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(e.StatusCode).ConfigureAwait(false);
            return null;
        }

        return new Dictionary<string, object?>
        {
            ["Method"] = request.Method,
            ["Path"] = path,
            ["QueryStringData"] = request.Query.ToDictionary(value => value.Key, value => (object?)value.Value.ToString()),
            ["Headers"] = request.Headers.Where(header => !NotForWorkflows.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => (object?)header.Value.ToString()),
            ["Content"] = content,
            ["Length"] = length,
        };
    }

    private async Task WriteAsync()
    {
        var answer = _services.GetRequiredService<HttpExchange>().Answer ?? new HttpAnswer(StatusCodes.Status200OK, null, null, new Dictionary<string, string>());
        foreach (var (name, value) in answer.Headers.Where(header => !header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = value;
        }

        await AnswerAsync(answer.StatusCode, answer.Content, answer.ContentType).ConfigureAwait(false);
    }

    private async Task AnswerAsync(int status, string? content = null, string? type = null)
    {
        var response = context.Response;
        response.StatusCode = status;

        // What a workflow writes is never a page of this site.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        if (content is not null)
        {
            response.ContentType = type is null ? "text/plain; charset=utf-8" : type.Contains("charset", StringComparison.OrdinalIgnoreCase) ? type : type + "; charset=utf-8";
            await response.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
