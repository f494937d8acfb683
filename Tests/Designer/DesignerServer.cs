using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pana.Activities;
using Pana.Cases;
using Pana.Designer;
using Pana.Engine;

namespace Pana.Tests.Designer;

/// <summary>
/// The designer alone over a real engine and database: who is signed in is said by the cookie or header
/// <c>test-user</c> (a role's code, and a name after a slash), so that a test can be anybody.
/// </summary>
public sealed class DesignerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DesignerServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the path prefix and without a slash at the end.</summary>
    public string Address { get; private init; } = "";

    public IServiceProvider Services => _app.Services;

    public static async Task<DesignerServer> StartAsync(DatabaseKind kind, string connectionString, string prefix = "", string? url = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Pana.Tests", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url ?? "http://127.0.0.1:0");
        var services = builder.Services;
        services.AddWorkflowEngine(engine =>
        {
            engine.AddActivitiesFrom(typeof(AdmissionStarter).Assembly);
            if (kind == DatabaseKind.Postgres)
            {
                engine.UsePostgres(connectionString);
            }
            else
            {
                engine.UseSqlite(connectionString);
            }
        });
        services.AddCaseDb(kind);
        services.AddCases(cases =>
        {
            cases.MasterKey = MasterKey.Create();
            cases.WorkflowsFolder = Path.Combine(Repository.Root, "Workflows");
        });
        services.AddActivities();
        services.AddLocalization();
        services.AddRazorPages().AddApplicationPart(typeof(DesignerOptions).Assembly);
        services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestSignIn>("Test", null).AddScheme<AuthenticationSchemeOptions, TestSignIn>("TestBearer", null);
        services.AddAuthorization(o => o.AddPolicy(DesignerOptions.DefaultPolicy, p => p.RequireClaim("pana:role", "process-designer")));
        services.AddDesigner(o => o.BearerScheme = "TestBearer");
        var app = builder.Build();
        if (prefix.Length > 0)
        {
            app.UsePathBase(prefix);
        }

        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture("kk"),
            RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "pana-lang" }],
        }.AddSupportedCultures("kk", "ru", "en").AddSupportedUICultures("kk", "ru", "en"));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(Repository.Root, "Designer", "wwwroot")),
            RequestPath = "/_content/Pana.Designer",
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapDesigner();
        app.MapGet("/favicon.svg", () => Results.Content("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.EnsureCreatedAsync();
        }

        await app.StartAsync();
        return new DesignerServer(app) { Address = app.Urls.First() + prefix };
    }

    /// <summary>Imports the procedure's own definitions.</summary>
    public async Task ImportProcedureAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DefinitionImporter>().ImportFolderAsync(Path.Combine(Repository.Root, "Workflows", "Definitions"));
    }

    /// <summary>A client that calls as this person does: role's code, and a name after a slash.</summary>
    public HttpClient ClientOf(string? user = "process-designer/Жанар", string culture = "kk")
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(Address + "/elsa/api/") };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Add("Cookie", $"pana-lang={Uri.EscapeDataString($"c={culture}|uic={culture}")}{(user is null ? "" : $"; test-user={Uri.EscapeDataString(user)}")}");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var user = Scheme.Name == "TestBearer" ? Request.Headers.Authorization.ToString()["Bearer ".Length..] : Request.Cookies["test-user"];
            if (string.IsNullOrEmpty(user))
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var (role, name) = user.Split('/') is [var r, var n] ? (r, n) : (user, user);
            var identity = new ClaimsIdentity([new Claim("sub", name), new Claim("name", name), new Claim("pana:role", role)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
