using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

/// <summary>The program that leaves the house: published as the container does it, and started from a folder that has nothing to do with it.</summary>
public sealed class PublishTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_program_has_with_it_all_that_its_pages_ask_for()
    {
        var folder = Directory.CreateTempSubdirectory("pana-published-");
        try
        {
            await PublishAsync(folder.FullName);
            await using var host = new HostProcess(database, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), folder.FullName);
            await host.StartAsync();
            using var browser = new PortalBrowser(host.Address);
            var signedIn = await browser.SignInAsync("designer", TestPortal.Password);

            Assert.Equal(HttpStatusCode.OK, signedIn.Status);
            foreach (var path in (string[])
                [
                    "/css/pana.css", "/lib/tabler.css", "/lib/htmx.min.js", "/js/form.js", "/lib/form-js/form-editor.umd.js", "/lib/form-js/form-js.css", "/favicon.svg",
                    "/_content/Pana.Designer/watch.js", "/_content/Pana.Designer/texts/studio.kk.json",
                    "/designer/_framework/blazor.webassembly.js", "/designer/_content/MudBlazor/MudBlazor.min.css", "/designer/Elsa.Studio.Host.CustomElements.styles.css",
                    "/designer/workflows/definitions/admission/edit", "/elsa/api/descriptors/activities", "/elsa/api/workflow-definitions/by-definition-id/admission",
                ])
            {
                using var answer = await browser.Client.GetAsync(new Uri(host.Address, path), Ct);
                var content = await answer.Content.ReadAsByteArrayAsync(Ct);
                Assert.True(answer.IsSuccessStatusCode && content.Length > 0, $"{path}: {(int)answer.StatusCode} with {content.Length} bytes");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        foreach (var argument in (string[])["publish", "Host/Host.csproj", "-c", Configuration, "--no-build", "-o", folder, "-v", "q"])
        {
            start.ArgumentList.Add(argument);
        }

        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync(Ct);
        await publish.WaitForExitAsync(Ct);
        Assert.True(publish.ExitCode == 0, said);
    }
}
