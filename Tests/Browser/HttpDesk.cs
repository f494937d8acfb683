using AngleSharp.Dom;
using Pana.Tests.Support;

namespace Pana.Tests.Browser;

/// <summary>A desk without JavaScript: pages and forms over plain HTTP.</summary>
internal sealed class HttpDesk(PortalBrowser browser) : IDesk
{
    public static async Task<IDesk> SignInAsync(TestPortal portal, string user) => new HttpDesk(await portal.SignInAsync(user));

    public async Task<string> ReadAsync(string path) => (await LoadAsync(path)).Text;

    public async Task<IReadOnlyList<DeskTask>> TasksAsync() =>
        [.. (await LoadAsync("/tasks")).Document.QuerySelectorAll("li.task").Select(line => new DeskTask(
            line.QuerySelector("h3 a")!.GetAttribute("href")!, line.QuerySelector("h3 a")!.TextContent.Trim(), line.QuerySelector(".code")!.TextContent.Trim()))];

    public async Task<string> AnswerAsync(string path, (string List, int Rows)? rows, params (string Name, string Value)[] answers)
    {
        var page = await LoadAsync(path);
        for (var row = 0; row < (rows?.Rows ?? 0); row++)
        {
            page = await browser.SubmitAsync(page, form: "form.work", button: "1", fields: [($"_add.{rows!.Value.List}", "1")]);
        }

        var button = page.Document.QuerySelector("form.work .pform-buttons button")!.GetAttribute("value");
        var reached = await browser.SubmitAsync(page, button, "form.work", [.. answers.Select(a => (a.Name, (string?)a.Value))]);
        var refused = reached.Url.AbsolutePath == new Uri(browser.Address, path).AbsolutePath;
        return refused || !IsWell(reached)
            ? throw new InvalidOperationException($"Expected {path} to be accepted, got {(int)reached.Status}: {reached.Text}")
            : reached.Url.PathAndQuery;
    }

    public Task PictureAsync(string path, string name) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool IsWell(PortalPage page) => (int)page.Status is >= 200 and < 300;

    private async Task<PortalPage> LoadAsync(string path)
    {
        var page = await browser.GetAsync(path);
        return IsWell(page) ? page : throw new InvalidOperationException($"Expected to read {path}, got {(int)page.Status}: {page.Text}");
    }
}
