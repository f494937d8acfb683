using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Demo;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.Start;

/// <summary>What happens between reading the settings and answering the first request.</summary>
internal static class PortalStart
{
    /// <summary>
    /// Migrates, imports and seeds where the settings say so, and greets on <paramref name="hello"/> once the server
    /// listens. Returns false when the program was only asked to migrate or to open the first administrator's account.
    /// </summary>
    public static async Task<bool> PrepareAsync(this WebApplication app, string[] args, TextWriter hello)
    {
        var options = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        var onlyMigrate = args.Contains("--migrate");
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (onlyMigrate || (options.Migrate ?? app.Environment.IsDevelopment()))
        {
            await MigrateAsync(services.GetRequiredService<CaseDb>(), app.Logger);
            await MigrateAsync(services.GetRequiredService<IdentityDb>(), app.Logger);
        }

        if (app.Configuration["first-administrator"] is { } name)
        {
            await services.GetRequiredService<FirstAdministrator>().RunAsync(name, hello);
            return false;
        }

        if (onlyMigrate)
        {
            return false;
        }

        // Before the definitions: they are checked against the forms and documents in use.
        await services.GetRequiredService<ContentImporter>().ImportAsync();
        await services.GetRequiredService<ContentLibrary>().RefreshAsync();
        var definitions = Path.Combine(options.Workflows, "Definitions");
        if (Directory.Exists(definitions))
        {
            await services.GetRequiredService<DefinitionImporter>().ImportFolderAsync(definitions);
        }

        if (app.Environment.IsDemo(options))
        {
            var password = await services.GetRequiredService<DemoSeed>().RunAsync();
            app.Lifetime.ApplicationStarted.Register(() => SayHello(app, password, hello));
        }

        return true;
    }

    private static async Task MigrateAsync(DbContext db, ILogger logger)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync()).Count();
        if (pending > 0)
        {
            await db.Database.MigrateAsync();
            PortalLog.Migrated(logger, db.GetType().Name, pending);
        }
    }

    // Straight to the console and not to a log that may be kept.
    private static void SayHello(WebApplication app, string password, TextWriter hello)
    {
        var address = app.Services.GetRequiredService<Security.PortalAddress>().Root;
        hello.WriteLine();
        hello.WriteLine($"Pana: {address}");
        hello.WriteLine($"Demo accounts: {string.Join(", ", DemoAccounts.All.Select(a => a.UserName))}");
        hello.WriteLine($"Demo password: {password}");
    }
}
