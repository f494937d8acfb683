using Microsoft.Playwright;
using Pana.Tests.Browser;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>The designer finds the runs of one process: the filter offers every process, and the rows follow it.</summary>
public sealed partial class DesignerStoryTests
{
    [Fact]
    public async Task The_filter_of_runs_by_process_offers_every_process_and_the_rows_follow()
    {
        var portal = fixture.Portal;
        var family = new AdmissionStory(Stage.OverHttp(portal));
        await family.ArriveAsync();
        await using var studio = await StudioDesk.SignInAsync(chromium.Browser, portal);
        // The processes come late, as over a slow line: the rows must wait for them.
        var rows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        studio.Page.Response += (_, answer) =>
        {
            if (answer.Url.EndsWith("/elsa/api/workflow-instances", StringComparison.Ordinal))
            {
                rows.TrySetResult();
            }
        };
        await studio.Page.RouteAsync(url => url.EndsWith("versionOptions=LatestOrPublished", StringComparison.Ordinal), async route =>
        {
            await rows.Task;
            await route.ContinueAsync();
        });

        // Families of other tests may have runs of the same moment: all are asked for, so that none is on a second page.
        await studio.OpenAsync("designer/workflows/instances?page=1&pageSize=100");
        var row = studio.Page.Locator("tbody tr", new() { HasText = family.Codes[0] }).First;
        await row.WaitForAsync();
        await studio.PickAsync("Процестер", "Емдеу мекемесінде болу: тоқтата тұру");
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await studio.Page.Locator(".mud-popover-open .mud-list-item-extended", new() { HasText = "Қабылдау: өтініштен шартқа дейін" }).First.ClickAsync();
        await row.WaitForAsync();

        studio.AssertClean();
    }
}
