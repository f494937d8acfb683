using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pana.Cases;
using Pana.Tests.Browser;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>The designer watches a running case: the viewer moves when staff complete its task, without being loaded again.</summary>
public sealed partial class DesignerStoryTests
{
    private const string Interview = "Жеке кездесіп әңгімелесу";
    private const string Sheet = "Бағалау парағын толтыру";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_case_moves_in_the_viewer_when_its_task_is_completed_in_the_portal()
    {
        var portal = fixture.Portal;
        // The live connection ends with the session, and by the machine's own clock: the session must begin by it.
        portal.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await using var studio = await StudioDesk.SignInAsync(chromium.Browser, portal);
        await new AdmissionStory(Stage.OverHttp(portal)).ArriveAsync();
        var task = await portal.WithAsync(async (CaseDb db) => (await db.UserTasks.AsNoTracking().ToListAsync(Ct)).Where(one => one.Title.Kk == Interview).MaxBy(one => one.Id)!);
        var live = new LiveFrames(studio.Page);
        await studio.OpenAsync($"designer/workflows/instances/{task.WorkflowInstanceId}/view");
        await Badge(studio.Page, "interview", "warning").WaitForAsync();
        await Journal(studio.Page, Interview, "Күтуде").WaitForAsync();
        await live.JoinedAsync(Bound);
        await studio.Page.EvaluateAsync("() => { window.sinceLoaded = true; }");
        await Journal(studio.Page, Interview, "Күтуде").ClickAsync();
        await studio.PictureAsync("designer-run-before");
        Assert.Equal(0, await studio.Page.Locator(BadgeOf("sheet")).CountAsync());

        await using (var social = await HttpDesk.SignInAsync(portal, "social"))
        {
            await social.AnswerAsync($"/tasks/{task.Id}", null,
                ("interviewedAt", "20.03.2026"), ("interviewedAt._time", "23:40"),
                ("participants", "social-worker"), ("participants", "psychologist"), ("participants", "police"), ("participants", "authority"));
        }

        var soon = new LocatorWaitForOptions { Timeout = (float)Bound.TotalMilliseconds };
        await Badge(studio.Page, "interview", "success").WaitForAsync(soon);
        await Badge(studio.Page, "sheet", "warning").WaitForAsync(soon);
        await Journal(studio.Page, Sheet, "Күтуде").WaitForAsync(soon);
        await Journal(studio.Page, Sheet, "Күтуде").ClickAsync();
        await studio.PictureAsync("designer-run-after");
        Assert.True(await studio.Page.EvaluateAsync<bool>("() => window.sinceLoaded === true"));
        studio.AssertClean();
    }

    private static string BadgeOf(string step) => $".x6-node[data-cell-id='{step}'] .mud-badge";

    /// <summary>How a step stands in the drawing: orange waits, green is done.</summary>
    private static ILocator Badge(IPage page, string step, string colour) => page.Locator($"{BadgeOf(step)}.mud-theme-{colour}");

    private static ILocator Journal(IPage page, string step, string status) => page.Locator(".mud-timeline-item", new() { HasText = step }).Filter(new() { HasTextRegex = new Regex($"- {status}") }).First;
}
