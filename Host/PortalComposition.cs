using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using OpenIddict.Validation.AspNetCore;
using Pana.Activities;
using Pana.Cases;
using Pana.Designer;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Demo;
using Pana.Portal.Health;
using Pana.Portal.Navigation;
using Pana.Portal.Notices;
using Pana.Portal.Pages;
using Pana.Portal.Security;
using Pana.Portal.SignIn;
using Pana.Portal.SignIn.Issuer;
using Pana.Portal.SignIn.Session;
using Pana.Portal.Start;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal;

/// <summary>The portal's services and its pipeline, in the order a request meets them.</summary>
internal static class PortalComposition
{
    /// <summary>Builds the whole portal. A test changes services through <paramref name="adjust"/>.</summary>
    public static WebApplication Build(WebApplicationOptions start, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(start);

        // A built but not published host finds its files in the project; a published one has them beside it and no list of the others.
        builder.WebHost.UseStaticWebAssets();
        var section = builder.Configuration.GetSection(PortalOptions.Section);
        var options = section.Get<PortalOptions>() ?? new PortalOptions();
        StartGuard.Check(options, builder.Environment);
        builder.Services.Configure<PortalOptions>(section);
        builder.AddSafetyLimits(options);
        builder.AddStore(options);
        builder.AddPages(options);
        builder.Services.AddSignIn(options);
        builder.Services.AddAuthorization(RolePolicies.AddTo);
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<OutboxCheck>("outbox");
        adjust?.Invoke(builder);
        builder.AddDemoClock(options);

        var app = builder.Build();
        app.UsePortal();
        return app;
    }

    private static void AddStore(this WebApplicationBuilder builder, PortalOptions options)
    {
        var services = builder.Services;
        var data = new DataFolder(Path.GetFullPath(options.DataFolder, builder.Environment.ContentRootPath));
        services.AddSingleton(data);
        services.TryAddSingleton(TimeProvider.System);
        var location = new DatabaseLocation(options, data);
        services.AddSingleton(location);
        services.AddWorkflowEngine(engine =>
        {
            engine.AddActivitiesFrom(typeof(AdmissionStarter).Assembly);
            engine.Http.Endpoints = options.WorkflowHttp.Endpoints;
            engine.Http.AuthenticationScheme = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;
            foreach (var origin in options.WorkflowHttp.AllowedOrigins)
            {
                engine.Http.AllowedOrigins.Add(new Uri(origin));
            }

            if (location.Kind == DatabaseKind.Postgres)
            {
                engine.UsePostgres(location.ConnectionString);
            }
            else
            {
                engine.UseSqlite(location.ConnectionString);
            }
        });
        services.AddCaseDb(options.Database);
        services.AddCases(cases =>
        {
            cases.MasterKey = MasterKeySource.Read(options, data);
            cases.WorkflowsFolder = options.Workflows;
        });
        services.AddSingleton<IDefectWords, DefectWords>();
        services.AddActivities();
        services.AddNotices(options.Mail);
        services.AddScoped<DemoSeed>();
    }

    private static void AddPages(this WebApplicationBuilder builder, PortalOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<PortalAddress>();
        services.AddSingleton<Menu>();
        services.AddSingleton<Papers.ChromiumPdf>();
        services.AddSingleton<PartyNames>();
        services.AddScoped<OpenTasks>();
        services.AddLocalization();
        services.AddRazorPages();
        services.AddDesigner(designer =>
        {
            designer.Policy = Policy.Design;
            designer.BearerScheme = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;
            designer.ActorOf = ActorMiddleware.ToActor;
            designer.LiveProgress = options.LiveProgress;
        });
        services.AddWorkPages();

        // Kazakh and Russian letters as they are, not as entities of eight characters each.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Safe to compress although it is https: forms carry a token masked anew each time, the session cookie is Lax,
        // and no page echoes what another site sends.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    private static void AddSafetyLimits(this WebApplicationBuilder builder, PortalOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = 4096;
            form.KeyLengthLimit = 512;
            form.ValueLengthLimit = 64 * 1024;
            form.MultipartBodyLengthLimit = 2 * 1024 * 1024;
        });
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = options.IsSecure ? "__Host-pana-form" : "pana-form";
            antiforgery.Cookie.Path = "/";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = options.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.HeaderName = "X-Pana-Form";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        var keys = options.Keys.DataProtectionFolder
            ?? Path.Combine(Path.GetFullPath(options.DataFolder, builder.Environment.ContentRootPath), "keys", "cookies");
        var protection = builder.Services.AddDataProtection().SetApplicationName("pana").PersistKeysToFileSystem(new DirectoryInfo(keys));
        if (options.Keys.EncryptionCertificate is { } file)
        {
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, options.Keys.EncryptionCertificatePassword));
        }
    }

    private static void UsePortal(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        app.UseKnownProxies(options);
        app.UseMiddleware<PathPrefix>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error");
        app.UseMiddleware<CanonicalOrigin>();
        app.UseCookiePolicy(SessionCookies.Policy());
        app.UseRequestLocalization(Languages.Options());
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.Services.GetRequiredService<InProcessChannel>().Connect(app);

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // Browsers ask for it on pages that are bare papers and name no icon of their own.
        app.MapGet("/favicon.ico", static () => Results.LocalRedirect("/favicon.svg")).AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapDesigner();
        app.MapWorkflowEndpoints();
        LanguageEndpoint.Map(app);
        SessionEndpoints.Map(app);
        IssuerEndpoints.Map(app);
    }
}
