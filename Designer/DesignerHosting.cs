using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pana.Designer;

/// <summary>Adds the designer to a host: its pages, the studio's files and Elsa's HTTP API.</summary>
public static class DesignerHosting
{
    /// <summary>Registers the designer. Needs the workflow engine, a <c>WorkflowDb</c> and Razor Pages.</summary>
    public static IServiceCollection AddDesigner(this IServiceCollection services, Action<DesignerOptions>? configure = null)
    {
        var options = new DesignerOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton(_ => StudioFiles.Load());
        services.AddSingleton(_ => DescriptorTexts.Load());
        services.AddSingleton<Choices>();
        services.AddSingleton<DescriptorBook>();
        services.AddSingleton<UsableSteps>();
        services.AddScoped<StudioDefinition>();
        services.AddScoped<DesignerActs>();
        services.AddScoped<ReadDefinitions>();
        services.AddScoped<SaveDefinition>();
        services.AddScoped<ConsumerUpdates>();
        services.AddScoped<ChangeDefinitions>();
        services.AddScoped<ExportDefinitions>();
        services.AddScoped<ReadInstances>();
        services.AddScoped<ReadJournal>();
        services.AddScoped<ChangeInstances>();
        services.AddScoped<SmallDescriptors>();
        services.AddSingleton<LiveInstances>();
        services.AddHostedService<LiveProgress>();
        services.AddSignalR();
        return services;
    }

    /// <summary>Maps <c>/designer/_content</c>, <c>/designer/_framework</c>, <c>/elsa/api</c> and <c>/elsa/hubs</c>. The pages come with Razor Pages.</summary>
    public static IEndpointRouteBuilder MapDesigner(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var files = app.MapGroup("/designer").AllowAnonymous();
        files.MapGet("/_content/{**path}", (string path, HttpContext context, StudioFiles studio) => studio.ServeAsync(context, "_content/" + path));
        files.MapGet("/_framework/{**path}", (string path, HttpContext context, StudioFiles studio) => studio.ServeAsync(context, "_framework/" + path));
        files.MapGet("/Elsa.Studio.Host.CustomElements.styles.css", (HttpContext context, StudioFiles studio) => studio.ServeAsync(context, "Elsa.Studio.Host.CustomElements.styles.css"));
        files.MapGet("/appsettings.json", (HttpContext context, StudioFiles studio) => studio.ServeAsync(context, "appsettings.json"));

        // The gate decides for cookies and bearer tokens alike; the middleware would answer a script with a redirect.
        var api = app.MapGroup("/elsa/api").AllowAnonymous();
        api.AddEndpointFilter<RouteGroupBuilder, Gate>();
        ElsaApi.Map(api);
        api.MapFallback(() => Answer.Missing("There is no such address in Elsa's API here."));
        MapLiveProgress(app);
        return app;
    }

    /// <summary>The studio takes the API's address and puts this in the place of its last part. The same gate stands before it.</summary>
    private static void MapLiveProgress(IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<DesignerOptions>().LiveProgress)
        {
            return;
        }

        var gate = ActivatorUtilities.CreateInstance<Gate>(app.ServiceProvider);
        app.MapHub<InstanceHub>("/elsa/hubs/workflow-instance", hub => hub.CloseOnAuthenticationExpiration = true)
            .AllowAnonymous()
            .Add(endpoint =>
            {
                var connect = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = async http => await (await gate.RefuseAsync(http) is { } refusal ? refusal.ExecuteAsync(http) : connect(http));
            });
    }
}
