using Microsoft.Playwright;
using Pana.Tests.Browser;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>The studio's runtime may fall, and its page then no longer answers: where nothing can be lost the page opens itself again, the editor says that it must be opened.</summary>
public sealed partial class DesignerProofTests
{
    private const string Falls = "() => { try { getDotnetRuntime(0).exit(1, 'fallen'); } catch { /* it says so by throwing */ } }";

    [Fact]
    public async Task A_fallen_studio_opens_itself_again_and_the_editor_says_that_it_must_be_opened()
    {
        await using var studio = await StudioDesk.SignInAsync(chromium.Browser, fixture.Portal);
        var told = studio.Page.Locator("#blazor-error-ui:visible", new() { HasText = "Сақталған өзгерістер жоғалған жоқ" });

        await studio.OpenAsync("designer");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await studio.Page.TurnAsync(() => FallAsync(studio.Page));
            await studio.Page.Locator("body[data-ready=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        // A page that falls again and again is not opened for ever.
        await FallAsync(studio.Page);
        await told.WaitForAsync();

        await studio.EditAsync("contract");
        Assert.False(await told.IsVisibleAsync());
        await FallAsync(studio.Page);
        await told.WaitForAsync();
        await studio.PictureAsync("designer-fallen");
        await studio.Page.TurnAsync(() => told.GetByText("Бетті қайта ашу").ClickAsync());
        await studio.Page.Locator(".x6-node").Nth(1).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.False(await told.IsVisibleAsync());
    }

    private static async Task FallAsync(IPage page)
    {
        await page.EvaluateAsync(Falls);
        // Whatever the studio is asked next, it does not answer.
        await page.EvaluateAsync("() => document.querySelector('#studio button, #studio .mud-tab').click()");
    }
}
