using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pana.Cases;
using Pana.Portal.Forms;

namespace Pana.Tests.Host.Forms;

/// <summary>A tiny site around <c>/Forms/_Form.cshtml</c>: one form a page, posted back to itself, with the portal's styles and script.</summary>
public sealed class FormPage : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<FormAnswers> _drafts = Channel.CreateUnbounded<FormAnswers>();

    private FormPage(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>What was posted to the draft address, in order.</summary>
    public ChannelReader<FormAnswers> Drafts => _drafts.Reader;

    public static async Task<FormPage> StartAsync(Func<string, FormDefinition> forms, FormValidator validator)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = Path.Combine(Repository.Root, "Host"),
            ApplicationName = typeof(FormView).Assembly.GetName().Name,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorPages().AddApplicationPart(typeof(FormView).Assembly);
        var app = builder.Build();
        var page = new FormPage(app);
        app.UseStaticFiles();
        app.MapGet("/show/{id}", (HttpContext http, string id, string culture) => DrawAsync(http, FormView.Of(forms(id), new FormAnswers(), culture) with { DraftUrl = $"/draft/{id}" }));
        app.MapPost("/show/{id}", async (HttpContext http, string id, string culture) =>
        {
            var form = forms(id);
            await DrawAsync(http, FormView.Of(form, validator.Validate(form, await http.Request.ReadFormAsync(), culture), culture) with { DraftUrl = $"/draft/{id}" });
        });
        app.MapPost("/draft/{id}", async (HttpContext http, string id) => await page._drafts.Writer.WriteAsync(FormValidator.Draft(forms(id), await http.Request.ReadFormAsync())));
        await app.StartAsync();
        return page;
    }

    /// <summary>The markup of the partial alone.</summary>
    public async Task<string> RenderAsync(FormView view)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await RenderAsync(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, view);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task DrawAsync(HttpContext http, FormView view)
    {
        var body = await RenderAsync(http, view);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{Pana.Portal.Security.NonceExtensions.Nonce(http)}'; style-src 'self'; connect-src 'self'; form-action 'self'";
        await http.Response.WriteAsync(
            $"<!doctype html><html lang=\"{view.LanguageCode}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"
            + $"<title>Пана</title><link rel=\"stylesheet\" href=\"/css/pana.css\"></head><body><main class=\"main\"><h1>{view.Form.Title.In(view.Culture)}</h1>"
            + $"<form method=\"post\" class=\"work\" novalidate>{body}</form></main></body></html>");
    }

    private static async Task<string> RenderAsync(HttpContext http, FormView model)
    {
        var engine = http.RequestServices.GetRequiredService<IRazorViewEngine>();
        var found = engine.GetView(null, "/Forms/_Form.cshtml", isMainPage: false);
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<FormView>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await found.View!.RenderAsync(new ViewContext(
            action, found.View, data, new TempDataDictionary(http, http.RequestServices.GetRequiredService<ITempDataProvider>()), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
