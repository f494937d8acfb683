using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pana.Engine;
using Pana.Portal.SignIn.Accounts;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>The studio shows no failed save but a refusal: the page says the others, and loses none.</summary>
public sealed partial class DesignerProofTests
{
    private const string Saves = "**/elsa/api/workflow-definitions";

    [Fact]
    public async Task A_save_that_fails_is_told_by_the_page_and_none_is_lost()
    {
        var portal = fixture.Portal;
        await using var studio = await StudioDesk.SignInAsync(chromium.Browser, portal);
        var banner = studio.Page.Locator("#pd-banner:not([hidden])");
        await studio.EditAsync("contract");
        await studio.ChooseStepAsync("signed");
        await studio.TabAsync("Жалпы");

        foreach (var (status, told) in new[] { (403, "құқығыңыз жоқ"), (409, "басқа біреу өзгертіп қойған"), (503, "Өзгеріс әлі сақталған жоқ") })
        {
            await studio.Page.RouteAsync(Saves, route => route.FulfillAsync(new() { Status = status, ContentType = "application/json", Body = "{}" }));
            await studio.WriteAsync("Жазуы", $"Жазу {status}");
            await banner.Filter(new() { HasText = told }).WaitForAsync();
            await studio.Page.UnrouteAsync(Saves);
        }

        // The studio repeats what met a 503 by itself, and the page takes its word back.
        await banner.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("Жазу 503", await TitleAsync(portal));

        await studio.Page.Context.ClearCookiesAsync();
        await studio.WriteAsync("Жазуы", "Қайта кіргеннен кейін");
        await banner.Filter(new() { HasText = "Сеанс аяқталды" }).WaitForAsync();
        await studio.PictureAsync("designer-session");
        await studio.Page.RunAndWaitForResponseAsync(() => SignInAgainAsync(studio.Page), answer => StudioDesk.IsSave(answer) && answer.Ok);
        await banner.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("Қайта кіргеннен кейін", await TitleAsync(portal));

        await SaveAsAnotherAsync(portal);
        await studio.WriteAsync("Жазуы", "Ескіден жасалған");
        await banner.Filter(new() { HasText = "Екінші Жобалаушы бұл жобаны" }).WaitForAsync();
        await studio.PictureAsync("designer-stale");
        Assert.Equal("Басқаның жазғаны", await TitleAsync(portal));
        await RefusedToTakeAsync(studio.Page, banner);
    }

    // The studio would end in its own error page; it is told that there was nothing to take, and the page says why.
    private static async Task RefusedToTakeAsync(IPage page, ILocator banner)
    {
        await page.RouteAsync("**/elsa/api/workflow-definition-versions/*", route => route.FulfillAsync(new() { Status = 400, ContentType = "application/json", Body = """{"errors":{"any":["Бұл нұсқа жүріп жатыр"]}}""" }));
        Assert.Equal(204, await page.EvaluateAsync<int>("() => fetch(document.body.dataset.api + '/workflow-definition-versions/abc', { method: 'DELETE' }).then(answer => answer.status)"));
        await banner.Filter(new() { HasText = "Бұл нұсқа жүріп жатыр" }).WaitForAsync();
    }

    private static async Task SignInAgainAsync(IPage page)
    {
        var window = await page.RunAndWaitForPopupAsync(() => page.Locator("#pd-banner a[data-for=session]").ClickAsync());
        await window.FillAsync("input[name=UserName]", "designer");
        await window.FillAsync("input[name=Password]", TestPortal.Password);
        await window.Locator("input[name=Password]").PressAsync("Enter");
    }

    private static async Task<string?> TitleAsync(TestPortal portal) =>
        (string?)(await portal.WithAsync((DefinitionStore store) => store.GetLatestAsync("contract", Ct)))!.Activities.Single(step => step.Id == "signed").Json["metadata"]!["displayText"];

    /// <summary>A second designer saves the same draft meanwhile.</summary>
    private static async Task SaveAsAnotherAsync(TestPortal portal)
    {
        await portal.WithAsync(async (IdentityDb identity) =>
        {
            var first = await identity.Users.AsNoTracking().SingleAsync(account => account.UserName == "designer", Ct);
            identity.Users.Add(new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = "designer-two",
                NormalizedUserName = "DESIGNER-TWO",
                DisplayName = "Екінші Жобалаушы",
                Roles = [.. first.Roles],
                PasswordHash = first.PasswordHash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            });
            return await identity.SaveChangesAsync(Ct);
        });
        using var browser = await portal.SignInAsync("designer-two");
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var model = (await browser.Client.GetFromJsonAsync<JsonObject>(new Uri(portal.Address, "elsa/api/workflow-definitions/by-definition-id/contract"), Ct))!;
        model["root"]!["activities"]!.AsArray().Single(step => (string?)step!["id"] == "signed")!["metadata"]!["displayText"] = "Басқаның жазғаны";
        using var saved = await browser.Client.PostAsJsonAsync(new Uri(portal.Address, "elsa/api/workflow-definitions"), new JsonObject { ["model"] = model.DeepClone(), ["publish"] = false }, Ct);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Ct));
    }
}
