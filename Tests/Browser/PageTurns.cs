using Microsoft.Playwright;

namespace Pana.Tests.Browser;

/// <summary>
/// Leaving a page for the next one. The browser itself is asked whether the next page is there: Playwright for .NET keeps
/// the events of loading in a list of its own and waits for one that has come while it looked.
/// </summary>
internal static class PageTurns
{
    /// <summary>Does what leaves the page, a press of a button, and waits until the next page, of the same address or another, has loaded.</summary>
    public static async Task TurnAsync(this IPage page, Func<Task> leave)
    {
        await page.EvaluateAsync("document.documentElement.setAttribute('data-left', '')");
        await leave();
        await page.Locator("html:not([data-left])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("document.readyState === 'complete' || new Promise(loaded => addEventListener('load', () => loaded(true)))");
    }
}
