using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal;
using Pana.Portal.Security;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.Start;
using Pana.Tests;
using Pana.Tests.Support;

namespace Pana.Benchmarks;

/// <summary>The real host on Kestrel at 127.0.0.1 with its demo accounts, a clock that stands, and its requests timed.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private const string Password = "төрт-түлік-мал-2026";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private BenchPortal(WebApplication app, DirectoryInfo data, PortalClock time, ServerTimes times)
    {
        (_app, _data, Time, Times) = (app, data, time, times);
    }

    public PortalClock Time { get; }

    public ServerTimes Times { get; }

    public IServiceProvider Services => _app.Services;

    private Uri Address => _app.Services.GetRequiredService<PortalAddress>().Origin;

    /// <summary>Without <paramref name="background"/> nothing but requests asks the database, so that what is counted is theirs.</summary>
    public static async Task<BenchPortal> StartAsync(DatabaseKind kind, string connectionString, string masterKey, DateTimeOffset now, bool background = true)
    {
        var data = Directory.CreateTempSubdirectory("pana-bench-portal-");
        var (time, times) = (new PortalClock(now), new ServerTimes());
        var app = PortalComposition.Build(
            new WebApplicationOptions
            {
                ApplicationName = "Pana.Host",
                EnvironmentName = "Development",
                ContentRootPath = Path.Combine(Repository.Root, "Host"),
                Args =
                [
                    .. PortalArguments.Of(kind, connectionString, data.FullName, Password),
                    $"--Pana:MasterKey={masterKey}",
                    "--Logging:LogLevel:Default=Warning",
                ],
            },
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(times);
                if (!background)
                {
                    foreach (var poller in builder.Services.Where(IsPoller).ToList())
                    {
                        builder.Services.Remove(poller);
                    }
                }
            });
        await app.PrepareAsync([], TextWriter.Null);
        await app.StartAsync();
        return new BenchPortal(app, data, time, times);
    }

    /// <summary>A person signed in through the portal, the issuer and back.</summary>
    public async Task<PortalBrowser> SignInAsync(string userName)
    {
        var browser = new PortalBrowser(Address);
        await browser.SignInAsync(userName, Password);
        return browser;
    }

    /// <summary>The acting person of a demo account.</summary>
    public async Task<Actor> ActorAsync(string userName)
    {
        var demo = DemoAccounts.All.Single(account => account.UserName == userName);
        await using var scope = Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<IdentityDb>().Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync();
        return new Actor(id, demo.DisplayName, new HashSet<Role> { demo.Role }, demo.OrganisationId, demo.AgencyId);
    }

    /// <summary>Runs in a scope of its own as a person.</summary>
    public async Task<T> AsAsync<T>(Actor who, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = who;
        return await act(scope.ServiceProvider);
    }

    private static bool IsPoller(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.DeclaringType?.Assembly == typeof(TimerPoller).Assembly;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
