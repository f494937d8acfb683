using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pana.Portal;
using Pana.Portal.Security;
using Pana.Portal.Start;

namespace Pana.Tests.Support;

/// <summary>
/// The real portal on Kestrel at a free port of 127.0.0.1, with a given database, a clock that the test turns, and the
/// demo accounts. Dispose it at the end.
/// </summary>
public sealed class TestPortal : IAsyncDisposable
{
    /// <summary>Password of every demo account.</summary>
    public const string Password = "төрт-түлік-мал-2026";

    /// <summary>Thursday 12 March 2026, 10:00 in Almaty: a working day before Nauryz.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 12, 10, 0, 0, TimeSpan.FromHours(5));

    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private TestPortal(WebApplication app, DirectoryInfo data, PortalClock time, TestLog log)
    {
        _app = app;
        _data = data;
        Time = time;
        Log = log;
    }

    /// <summary>The portal's clock.</summary>
    public PortalClock Time { get; }

    /// <summary>Every line logged, message and fields.</summary>
    public TestLog Log { get; }

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Its address.</summary>
    public Uri Address => _app.Services.GetRequiredService<PortalAddress>().Origin;

    /// <summary>Starts on an empty or used database. Settings are like <c>Pana:SignIn:Idle=00:10:00</c>.</summary>
    public static async Task<TestPortal> StartAsync(
        TestDatabase database, DateTimeOffset? now = null, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(database);
        database.Require();
        var data = Directory.CreateTempSubdirectory("pana-portal-");
        var time = new PortalClock(now ?? Start);
        var log = new TestLog();
        var app = PortalComposition.Build(
            new WebApplicationOptions
            {
                ApplicationName = "Pana.Host",
                EnvironmentName = "Development",
                ContentRootPath = Path.Combine(Repository.Root, "Host"),
                Args =
                [
                    .. PortalArguments.Of(database.Kind, database.ConnectionString, data.FullName, Password),
                    .. settings.Select(s => $"--{s}"),
                ],
            },
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(log);
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                adjust?.Invoke(builder);
            });
        await app.PrepareAsync([], TextWriter.Null);
        await app.StartAsync();
        return new TestPortal(app, data, time, log);
    }

    /// <summary>A browser without a session.</summary>
    public PortalBrowser Open() => new(Address);

    /// <summary>A browser in which a demo account has signed in through the real pages: head, social, psychologist, lawyer, nurse, clerk, authority, police, designer, auditor, administrator.</summary>
    public async Task<PortalBrowser> SignInAsync(string userName)
    {
        var browser = Open();
        await browser.SignInAsync(userName, Password);
        return browser;
    }

    /// <summary>Runs something against the portal's services in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
