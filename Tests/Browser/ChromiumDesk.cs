using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>A desk in a real browser. Every page read is checked by axe and for errors of scripts and of the content policy.</summary>
internal sealed class ChromiumDesk : IDesk
{
    /// <summary>
    /// What the studio says of itself and is no defect: an edge that has no way around the steps and is drawn by another rule, a step told live
    /// that is not drawn, a list that is asked for anew while it comes. And that its runtime fell: the page heals that by itself, or the test waits in vain.
    /// </summary>
    private static readonly string[] Harmless =
    [
        "manhattan algorithm", "Could not find wrapper element", "Failed to list workflow instances due to a cancellation",
        "[MONO] * Assertion", ".NET runtime already exited",
    ];

    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly string _user;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentDictionary<IRequest, string> _asked = new();
    private readonly HashSet<string> _checked;

    private ChromiumDesk(IBrowserContext context, IPage page, Uri address, string user, HashSet<string>? seen)
    {
        _checked = seen ?? [];
        _context = context;
        _address = address;
        _user = user;
        Page = page;
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                Note(line.Text);
            }
        };
        page.PageError += (_, error) => Note(error);
        page.RequestFinished += (_, request) => _asked.TryRemove(request, out var _);
        page.RequestFailed += (_, request) => _asked.TryRemove(request, out var _);
        page.Request += (_, request) =>
        {
            _asked[request] = request.Method;
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith($"blob:{address}", StringComparison.Ordinal))
            {
                _errors.Enqueue($"{page.Url} asked another host: {request.Url}");
            }
        };
    }

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>Signs a person in through the pages. Desks that share <paramref name="seen"/> look at each kind of page with axe once.</summary>
    public static async Task<ChromiumDesk> SignInAsync(IBrowser browser, TestPortal portal, string user, int width = 1400, int height = 980, HashSet<string>? seen = null)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "kk-KZ" });
        context.SetDefaultTimeout(60_000);
        var desk = new ChromiumDesk(context, await context.NewPageAsync(), portal.Address, user, seen);
        await desk.GoAsync("/");
        await desk.Page.FillAsync("input[name=UserName]", user);
        await desk.Page.FillAsync("input[name=Password]", TestPortal.Password);
        await desk.Page.ClickAsync("main form button[type=submit], main form button:not([type])");
        // The designer begins with a page of megabytes: its address is enough.
        await Assertions.Expect(desk.Page).Not.ToHaveURLAsync(new Regex("/account/login|/connect/"), new() { Timeout = 60_000 });
        return desk;
    }

    public async Task<string> ReadAsync(string path)
    {
        await GoAsync(path);
        await CheckAsync(path);
        return await Page.InnerTextAsync("main");
    }

    public async Task<IReadOnlyList<DeskTask>> TasksAsync()
    {
        await ReadAsync("/tasks");
        var lines = await Page.Locator("li.task").AllAsync();
        var tasks = new List<DeskTask>();
        foreach (var line in lines)
        {
            var link = line.Locator("h3 a");
            tasks.Add(new((await link.GetAttributeAsync("href"))!, (await link.InnerTextAsync()).Trim(), (await line.Locator(".code").First.InnerTextAsync()).Trim()));
        }

        return tasks;
    }

    public async Task<string> AnswerAsync(string path, (string List, int Rows)? rows, params (string Name, string Value)[] answers)
    {
        await ReadAsync(path);
        for (var row = 0; row < (rows?.Rows ?? 0); row++)
        {
            await Page.ClickAsync($"button[name='_add.{rows!.Value.List}']");
        }

        foreach (var (name, value) in answers)
        {
            try
            {
                await FillAsync(name, value);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                throw new InvalidOperationException($"Expected to fill {name} with '{value}' on {path}. Seen before: {string.Join("; ", _errors)}", e);
            }
        }

        await CheckAsync(path + "#filled");
        await Page.TurnAsync(() => Page.ClickAsync("form.work .pform-buttons button >> nth=0"));
        var reached = new Uri(Page.Url);
        return reached.AbsolutePath == path.Split('?')[0]
            ? throw new InvalidOperationException($"Expected {path} to be accepted; the page says: {await Page.InnerTextAsync("main")}")
            : reached.PathAndQuery;
    }

    public async Task PictureAsync(string path, string name)
    {
        await GoAsync(path);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, name + ".png"), FullPage = true });
    }

    /// <summary>Turns the demo's clock on its page.</summary>
    public async Task TurnClockAsync(DateTimeOffset moment)
    {
        await ReadAsync("/demo/clock");
        await Page.FillAsync("#day", moment.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        await Page.FillAsync("#time", moment.ToString("HH:mm", CultureInfo.InvariantCulture));
        await Page.TurnAsync(() => Page.ClickAsync("main form:not(.leaps) button"));
        Assert.Contains("/demo/clock?moved=", Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Fails when any page so far had a script error, a refused resource, another host, or an axe violation.</summary>
    public void AssertClean() => Assert.True(_errors.IsEmpty, string.Join("\n", _errors.Distinct()));

    /// <summary>Leaves in the test's own output, read when it failed, what the tab showed last and what it still waited for; files of the studio's runtime, left when a page is left while it loads, say nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            var words = await Page.EvaluateAsync<string>("() => document.body.innerText.replace(/\\s+/g, ' ').slice(0, 1500)").WaitAsync(TimeSpan.FromSeconds(10));
            TestContext.Current.TestOutputHelper?.WriteLine($"""
                The tab of {_user} was at {Page.Url}: {words}
                Asked and not answered: {string.Join(", ", _asked.Where(one => !one.Key.Url.Contains("/_framework/", StringComparison.Ordinal)).Select(one => $"{one.Value} {one.Key.Url}"))}
                Errors: {string.Join("; ", _errors.Distinct())}
                """);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"The tab of {_user} was at {Page.Url} and does not say what it showed: {e.Message}");
        }
        finally
        {
            await _context.CloseAsync();
        }
    }

    private async Task GoAsync(string path)
    {
        var response = await Page.GotoAsync(new Uri(_address, path).ToString());
        if (response is { Ok: false })
        {
            throw new InvalidOperationException($"Expected to read {path}, got {response.Status}: {await Page.InnerTextAsync("body")}");
        }
    }

    private async Task FillAsync(string name, string value)
    {
        var choice = Page.Locator($"input[type=radio][name='{name}'][value='{value}'], input[type=checkbox][name='{name}'][value='{value}']");
        if (await choice.CountAsync() > 0)
        {
            // As a finger does: on the words, not on the dot that may be drawn away.
            if (!await choice.First.IsCheckedAsync())
            {
                await Page.Locator("label").Filter(new() { Has = choice.First }).ClickAsync();
                await Assertions.Expect(choice.First).ToBeCheckedAsync();
            }

            return;
        }

        var field = Page.Locator($"[name='{name}']").First;
        if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
        {
            await field.SelectOptionAsync(value);
        }
        else
        {
            await field.FillAsync(value);
        }
    }

    private async Task CheckAsync(string path)
    {
        // One look for each kind of page: task pages of one form are alike.
        if (!_checked.Add(Regex.Replace(path, "[0-9a-f]{8}-[0-9a-f-]{27}|PN-[0-9A-Z-]+", "*") + await Page.TitleAsync()))
        {
            return;
        }

        // Axe asks every frame, and one without scripts never answers: it is taken out, and the page is loaded anew.
        var silent = await Page.EvaluateAsync<int>("() => { const frames = [...document.querySelectorAll('iframe[sandbox]')]; frames.forEach(frame => frame.remove()); return frames.length; }");
        var result = await Page.RunAxe(new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        foreach (var v in result.Violations)
        {
            _errors.Enqueue($"{path}: {v.Id} ({v.Impact}): {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
        }

        if (silent > 0)
        {
            await Page.ReloadAsync();
        }
    }

    private void Note(string line)
    {
        if (!Harmless.Any(words => line.Contains(words, StringComparison.Ordinal)))
        {
            _errors.Enqueue($"{Page.Url}: {line}");
        }
    }
}
