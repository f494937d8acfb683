using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pana.Tests.Browser;
using Pana.Tests.Support;

namespace Pana.Tests.Designer;

/// <summary>The process designer's hands in Elsa Studio: opens, drags, connects, fills in, publishes. Every act waits for what it causes.</summary>
internal sealed class StudioDesk : IAsyncDisposable
{
    private const float Patience = 180_000;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ChromiumDesk _desk;
    private readonly TestPortal _portal;
    private bool _autosaves = true;

    private StudioDesk(ChromiumDesk desk, TestPortal portal)
    {
        _desk = desk;
        _portal = portal;
    }

    public IPage Page => _desk.Page;

    public static async Task<StudioDesk> SignInAsync(IBrowser browser, TestPortal portal, int height = 900)
    {
        var desk = await ChromiumDesk.SignInAsync(browser, portal, "designer", height: height);
        desk.Page.SetDefaultTimeout(Patience);
        return new StudioDesk(desk, portal);
    }

    /// <summary>Opens a page of the designer and waits until the studio's element is there.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync($"{_portal.Address}{path}");
        await Page.Locator("body[data-ready=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Opens the editor with its drawing.</summary>
    public async Task EditAsync(string definitionId)
    {
        await OpenAsync($"designer/workflows/definitions/{definitionId}/edit");
        await Page.Locator(".x6-node").Nth(1).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public async Task ChooseStepAsync(string id)
    {
        await Page.Locator($".x6-node[data-cell-id='{id}'] .activity-label").ClickAsync();
        await Page.Locator(".x6-node-selected").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public Task FillAsync(string label, string value, string key = "Tab") => SavedAsync(() => WriteAsync(label, value, key), key == "Enter" ? $"\\\"{value}\\\"" : value);

    /// <summary>Fills a field in; what becomes of the save is for the caller to see.</summary>
    public async Task WriteAsync(string label, string value, string key = "Tab")
    {
        await Page.Locator(".mud-input-control", new() { Has = Page.Locator("label", new() { HasTextRegex = new Regex($"^{Regex.Escape(label)}$") }) }).Locator("input:visible").First.FillAsync(value);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses a tab by its words; tabs that do not fit are scrolled away, not gone.</summary>
    public async Task TabAsync(string words) =>
        await Page.Locator(".mud-tab:not([data-left-out])", new() { HasTextRegex = new Regex($"^\\s*{Regex.Escape(words)}\\s*$", RegexOptions.IgnoreCase) }).First.DispatchEventAsync("click");

    /// <summary>Presses "publish"; the status of the answer, and the reason of a refusal.</summary>
    public async Task<(int Status, string Reason)> PublishAsync()
    {
        var answered = Page.WaitForResponseAsync(answer => IsSave(answer) && answer.Request.PostData?.Contains("\"publish\":true", StringComparison.Ordinal) == true);
        await Page.Locator("button.mud-primary-text").First.ClickAsync();
        var answer = await answered;
        return (answer.Status, answer.Ok ? "" : await answer.TextAsync());
    }

    public Task PictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, name + ".png") });

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    // Autosave may still be busy with what was done before: only a save that holds the words counts. And only when the studio
    // has taken its answer in does it ask for the steps again; a change made before that could be lost on it.
    private async Task SavedAsync(Func<Task> act, string words = "")
    {
        if (!_autosaves)
        {
            await act();
            return;
        }

        var takenIn = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        int? saved = null;
        void Note(object? sender, IResponse answer)
        {
            if (IsSave(answer) && Plain(answer.Request.PostData).Contains(words, StringComparison.Ordinal))
            {
                saved = answer.Status;
            }

            if (saved is { } status && (status != 200 || answer.Url.Contains("/descriptors/activities?", StringComparison.Ordinal)))
            {
                takenIn.TrySetResult(status);
            }
        }

        Page.Response += Note;
        try
        {
            await act();
            Xunit.Assert.Equal(200, await takenIn.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience)));
        }
        finally
        {
            Page.Response -= Note;
        }
    }

    // The studio writes every Kazakh letter as an escape.
    private static string Plain(string? json) => json is null ? "" : JsonNode.Parse(json)!.ToJsonString(Readable);

    public static bool IsSave(IResponse answer) =>
        answer.Request.Method == "POST" && answer.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    private async Task<(float X, float Y)> CentreAsync(string step, string group, string port)
    {
        var box = (await Page.Locator($".x6-node[data-cell-id='{step}'] .x6-port-{group} [port='{port}'] .elsa-designer-port-circle").BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
