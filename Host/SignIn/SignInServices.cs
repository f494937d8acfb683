using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using Pana.Engine;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.SignIn.Issuer;
using Pana.Portal.SignIn.Session;
using Pana.Portal.Start;
using static OpenIddict.Server.OpenIddictServerEvents;
using ProcessAuthenticationContext = OpenIddict.Validation.OpenIddictValidationEvents.ProcessAuthenticationContext;

namespace Pana.Portal.SignIn;

/// <summary>Accounts, the issuer inside, and the portal as its client.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, PortalOptions options)
    {
        AddAccounts(services, options);
        AddIssuer(services);
        AddPortalClient(services, options);
        services.AddAuthentication(SessionSchemes.Portal)
            .AddCookie(SessionSchemes.Portal, cookie =>
            {
                PortalSession.Configure(cookie, options, "pana");
                cookie.EventsType = typeof(PortalSession);
            })
            .AddCookie(SessionSchemes.Issuer, cookie =>
            {
                PortalSession.Configure(cookie, options, "pana-issuer");
                cookie.SlidingExpiration = false;
            })
            .AddCookie(SessionSchemes.HalfWay, cookie =>
            {
                PortalSession.Configure(cookie, options, "pana-half");
                cookie.SlidingExpiration = false;
                cookie.ExpireTimeSpan = SignInSteps.Patience;
            });
        services.AddScoped<PortalSession>();
        services.AddSingleton<SignInThrottle>();
    }

    private static void AddAccounts(IServiceCollection services, PortalOptions options)
    {
        services.AddDbContext<IdentityDb, SqliteIdentityDb, PostgresIdentityDb>(options.Database);
        services.AddSingleton<AccountStamps>();
        services.AddSingleton<SecondFactor>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<SignInSteps>();
        services.AddScoped<FirstAdministrator>();
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 12,
                    RequiredUniqueChars = 1,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddUserManager<AccountManager>()
            .AddEntityFrameworkStores<IdentityDb>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
    }

    private static void AddIssuer(IServiceCollection services)
    {
        services.AddSingleton<IssuerKeys>();
        services.AddScoped<ProgramRegistration>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, IssuerConfiguration>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerAspNetCoreOptions>, IssuerConfiguration>();
        services.AddHostedService<IssuerRegistration>();
        services.AddSingleton<TokenPruner>();
        services.AddHostedService(s => s.GetRequiredService<TokenPruner>());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetUserInfoEndpointUris("connect/userinfo")
                    .SetEndSessionEndpointUris("connect/logout");
                server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<TokenRules>());
                server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseScopedHandler<TokenRules>());
                server.UseAspNetCore();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.AddAudiences(ElsaAccess.Audience);
                validation.EnableTokenEntryValidation();
                // A token in an address ends up in logs and histories.
                validation.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();
                validation.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<BearerRules>());
            });
        services.AddSingleton<IConfigureOptions<OpenIddictValidationOptions>, BearerConfiguration>();
    }

    private static void AddPortalClient(IServiceCollection services, PortalOptions options)
    {
        services.AddSingleton<InProcessChannel>();
        services.AddSingleton<IConfigureOptions<OpenIddictClientOptions>, PortalClient>();
        services.AddSingleton<IConfigureOptions<OpenIddictClientAspNetCoreOptions>, PortalClient>();
        services.AddOpenIddict().AddClient(client =>
        {
            client.UseAspNetCore();
            client.UseSystemNetHttp();
        });
        if (options.SignIn.Issuer is null)
        {
            services.PostConfigureAll<HttpClientFactoryOptions>(http => http.HttpMessageHandlerBuilderActions.Add(builder =>
            {
                if (builder.Name?.StartsWith("OpenIddict.Client.", StringComparison.Ordinal) == true)
                {
                    builder.AdditionalHandlers.Add(builder.Services.GetRequiredService<InProcessChannel>().Handler());
                }
            }));
        }
    }

    private static void AddDbContext<TBase, TSqlite, TPostgres>(this IServiceCollection services, DatabaseKind kind)
        where TBase : DbContext
        where TSqlite : TBase
        where TPostgres : TBase
    {
        if (kind == DatabaseKind.Sqlite)
        {
            services.AddDbContext<TBase, TSqlite>((provider, db) => db.UseSqlite(
                provider.GetRequiredService<DatabaseLocation>().ConnectionString, o => o.MigrationsHistoryTable(IdentityDb.MigrationsTable)));
        }
        else
        {
            services.AddDbContext<TBase, TPostgres>((provider, db) => db.UseNpgsql(
                provider.GetRequiredService<DatabaseLocation>().ConnectionString, o => o.MigrationsHistoryTable(IdentityDb.MigrationsTable)));
        }
    }
}
