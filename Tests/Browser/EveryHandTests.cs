using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pana.Cases;
using Pana.Portal.Start;
using Pana.Tests.Host.Pages;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>Without a mouse, on a phone, in three languages.</summary>
[Collection(nameof(ChromiumCollection))]
public sealed class EveryHandTests(Chromium chromium, EveryHandTests.PortalWithCase fixture) : IClassFixture<EveryHandTests.PortalWithCase>
{
    private const int PhoneWidth = 390;

    // What has the focus: what it is, what it is for, and whether one sees that it has it.
    private const string Focused = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return { tag: "", type: "", name: "", href: "", text: "", isSeen: true, hasValue: false };
          const shown = (e.matches("input[type=radio], input[type=checkbox]") && e.closest("label")) || e;
          const seen = [[e], [e, "::after"], [shown], [e.nextElementSibling || e], [e.parentElement]].some(([x, part]) => { const s = getComputedStyle(x, part); return (s.outlineStyle !== "none" && s.outlineWidth !== "0px") || s.boxShadow !== "none"; });
          return { tag: e.tagName, type: e.type || "", name: e.name || "", href: e.getAttribute("href") || "", text: (e.innerText || "").trim(), isSeen: seen,
            hasValue: e.type === "radio" ? !!document.querySelector(`input[name="${e.name}"]:checked`) : e.type === "checkbox" ? e.checked : !!e.value };
        }
        """;

    [Fact]
    public async Task A_task_is_found_and_done_with_the_keyboard_alone()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 980 }, Locale = "kk-KZ" });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.Portal.Address.ToString());
        await TabToAsync(page, e => e.Name == "UserName");
        await page.Keyboard.TypeAsync("social");
        await TabToAsync(page, e => e.Name == "Password");
        await page.Keyboard.TypeAsync(TestPortal.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/tasks$"), new() { Timeout = 60_000 });

        await TabToAsync(page, e => e.Href.StartsWith("/tasks/", StringComparison.Ordinal) && e.Text.Contains("әңгімелесу", StringComparison.Ordinal));
        await page.TurnAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Matches("/tasks/[^/]+-[^/]+", page.Url);
        await TabToAsync(page, e => e is { Tag: "BUTTON", Name: "_outcome" } || e.Text == "Әңгіме аяқталды", async e =>
        {
            switch (e)
            {
                case { Type: "radio" or "checkbox", HasValue: false }:
                    await page.Keyboard.PressAsync("Space");
                    break;
                case { Type: "text", HasValue: false }:
                    await page.Keyboard.TypeAsync(e.Name.EndsWith("_time", StringComparison.Ordinal) ? "10:00" : "12.03.2026");
                    break;
            }
        });
        await page.TurnAsync(() => page.Keyboard.PressAsync("Enter"));

        Assert.Contains("/tasks?done=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_is_wider_than_a_phone_in_any_language_and_axe_finds_nothing_there()
    {
        List<string> wide = [];
        foreach (var (user, pages) in await PagesAsync())
        {
            await using var desk = await ChromiumDesk.SignInAsync(chromium.Browser, fixture.Portal, user, PhoneWidth, 844);
            foreach (var path in pages)
            {
                // The first language with axe; the words of the others may only be longer.
                await desk.ReadAsync(path);
                foreach (var language in new[] { "kk", "ru", "en" })
                {
                    await desk.Page.GotoAsync(new Uri(fixture.Portal.Address, $"/language/{language}?back={Uri.EscapeDataString(path)}").ToString());
                    Assert.Equal(language, await desk.Page.GetAttributeAsync("html", "lang"));
                    if (await desk.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var width and > PhoneWidth)
                    {
                        wide.Add($"{user} {language} {path}: {width}");
                    }
                }

                await desk.Page.GotoAsync(new Uri(fixture.Portal.Address, "/language/kk?back=/account").ToString());
            }

            desk.AssertClean();
        }

        Assert.True(wide.Count == 0, $"Expected at most {PhoneWidth} pixels:\n{string.Join('\n', wide)}");
    }

    private async Task<IReadOnlyList<(string User, string[] Pages)>> PagesAsync()
    {
        using var social = await fixture.Portal.SignInAsync("social");
        var inbox = await social.GetAsync("/tasks");
        var task = inbox.Document.QuerySelector("li.task h3 a")!.GetAttribute("href")!;
        return
        [
            ("social", ["/tasks", task, "/cases", $"/cases/{fixture.Code}", "/cases/new", "/papers", "/calendar", "/account"]),
            ("head", ["/offices", "/offices/new", await OfficeAsync(), "/leisure", await PlanAsync(), "/leisure/2026-Q1/draft", "/reports", $"/reports/evaluation/2025-Q4/{DemoAccounts.OrganisationId}"]),
            ("auditor", ["/audit", "/reports"]),
            ("administrator", ["/administration", "/installation"]),
            ("authority", ["/tasks", "/papers"]),
        ];
    }

    private async Task<string> OfficeAsync() => await AsHeadAsync(async scope => $"/offices/{(await scope.GetRequiredService<Offices>().OpenAsync(
        scope.GetRequiredService<FormCatalog>().Get(Offices.Form), FormAnswers.Parse("""{"name":"Психолог кабинеті","place":"1-қабат","equipment":"Үстел"}"""))).Id}");

    // An approved plan, so that what was held can be marked.
    private async Task<string> PlanAsync() => await AsHeadAsync(async scope =>
    {
        var (plans, period) = (scope.GetRequiredService<LeisurePlans>(), PlanPeriod.Parse("2026-Q1")!.Value);
        var form = scope.GetRequiredService<FormCatalog>().Get(LeisurePlans.Form);
        if (await plans.SaveAsync(period, null, 0, form, FormAnswers.Parse("""{"activities":[{"what":"Наурыз мерекесі","when":"21 наурыз","responsible":"Мәдени ұйымдастырушы","place":"Акт залы","whom":"барлық алушылар"}]}"""), send: true))
        {
            var draft = (await plans.FindAsync(period))!.Version;
            await plans.ApproveAsync(period, draft.Id, draft.Revision);
        }

        return $"/leisure/{period}";
    });

    private async Task<T> AsHeadAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = new Actor(Guid.NewGuid(), "Басшы", new HashSet<Role> { Role.Head }, DemoAccounts.OrganisationId, null);
        return await act(scope.ServiceProvider);
    }

    // Tab by Tab, as far as a patient person goes; what is passed must show that it has the focus.
    private static async Task TabToAsync(IPage page, Func<Focus, bool> wanted, Func<Focus, Task>? onTheWay = null)
    {
        List<string> passed = [];
        for (var pressed = 0; pressed < 150; pressed++)
        {
            var focus = await FocusAsync(page);
            if (focus.Tag.Length > 0)
            {
                Assert.True(focus.IsSeen, $"The focus on {focus} cannot be seen.");
                if (wanted(focus))
                {
                    return;
                }

                passed.Add($"{focus.Tag} {focus.Name}{focus.Href} {focus.Text}");
                await (onTheWay?.Invoke(focus) ?? Task.CompletedTask);
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Not reached by Tab on {page.Url}. Passed:\n{string.Join('\n', passed)}");
    }

    private static async Task<Focus> FocusAsync(IPage page) =>
        (await page.EvaluateAsync<JsonElement>(Focused)).Deserialize<Focus>(JsonSerializerOptions.Web)!;

    private sealed record Focus(string Tag, string Type, string Name, string Href, string Text, bool IsSeen, bool HasValue);

    /// <summary>A portal with one application.</summary>
    public sealed class PortalWithCase() : PortalFixture(new SqliteTestDatabase())
    {
        public string Code { get; private set; } = "";

        protected override async Task PrepareAsync(TestPortal portal)
        {
            using var social = await portal.SignInAsync("social");
            Code = await Applicant.ApplyAsync(social);
        }
    }
}
