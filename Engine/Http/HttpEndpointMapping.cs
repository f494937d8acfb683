using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pana.Engine;

/// <summary>Lets the endpoints of workflows answer.</summary>
public static class HttpEndpointMapping
{
    /// <summary>Maps everything below <see cref="HttpActivitiesOptions.BasePath"/>; nothing when endpoints are off.</summary>
    public static void MapWorkflowEndpoints(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.ServiceProvider.GetRequiredService<WorkflowEngineOptions>().Http.Endpoints)
        {
            app.Map(HttpActivitiesOptions.BasePath + "/{**path}", (HttpContext context, string? path) => new HttpEndpointHandler(context).HandleAsync(path ?? "")).AllowAnonymous().DisableAntiforgery();
        }
    }
}
