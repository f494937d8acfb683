using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pana.Engine;
using Pana.Tests.Browser;
using Pana.Tests.Support;

namespace Pana.Tests.Designer;

/// <summary>
/// The process designer's hands in Elsa Studio: opens, drags, connects, fills in, saves, publishes. What must be so is asked
/// of the server, not of the drawing, which is redrawn whenever it likes.
/// </summary>
internal sealed class StudioDesk : IAsyncDisposable
{
    private const float Patience = 180_000;
    private const int Tries = 5;
    private readonly ChromiumDesk _desk;
    private readonly TestPortal _portal;

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

    /// <summary>Finds a definition in the list and opens it by its name; the drawing then has every step, by name.</summary>
    public async Task OpenFromListAsync(string name, IEnumerable<string> steps)
    {
        await OpenAsync("designer");
        await Page.GetByPlaceholder("Іздеу").First.FillAsync(name);
        await Page.GetByText(name, new() { Exact = true }).First.ClickAsync();
        foreach (var step in steps)
        {
            await Page.Locator(".x6-node .activity-label", new() { HasTextRegex = Whole(step) }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

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

    /// <summary>Fills a field in; what becomes of the save is for the caller to see.</summary>
    public async Task WriteAsync(string label, string value, string key = "Tab")
    {
        await Page.Locator(".mud-input-control", new() { Has = Page.Locator("label", new() { HasTextRegex = Whole(label) }) }).Locator("input:visible").First.FillAsync(value);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses a tab by its words; tabs that do not fit are scrolled away, not gone.</summary>
    public async Task TabAsync(string words) =>
        await Page.Locator(".mud-tab:not([data-left-out])", new() { HasTextRegex = Whole(words) }).First.DispatchEventAsync("click");

    /// <summary>Chooses from a drop-down.</summary>
    public async Task PickAsync(string label, string option)
    {
        await Page.Locator(".mud-input-control", new() { Has = Page.Locator("label", new() { HasTextRegex = Whole(label) }) }).First.Locator(".mud-input").First.ClickAsync();
        await Page.Locator("[role=option]", new() { HasTextRegex = Whole(option) }).First.ClickAsync();
    }

    public Task TickAsync(string words) => Page.Locator(".mud-checkbox", new() { HasTextRegex = Whole(words) }).First.ClickAsync();

    public Task SwitchAutosaveOffAsync() => Page.Locator("label.mud-switch", new() { HasText = "Автосақтау" }).UncheckAsync();

    /// <summary>Drags a step from the toolbox below another; the new one's id.</summary>
    public async Task<string> DropAsync(string group, string step, string below)
    {
        await MakeRoomAsync(below);
        await Page.Locator(".mud-expand-panel-header", new() { HasTextRegex = Whole(group) }).First.ClickAsync();
        var (canvas, box) = (await BoxAsync(".x6-graph-svg"), await BoxAsync(BodyOf(below)));
        var known = await StepIdsAsync();
        await Page.Locator("[draggable=true]", new() { HasTextRegex = Whole(step) }).First
            .DragToAsync(Page.Locator(".x6-graph-svg"), new() { TargetPosition = new() { X = box.X - canvas.X + 120, Y = box.Y - canvas.Y + box.Height + 120 } });
        await Page.WaitForFunctionAsync("known => document.querySelectorAll('.x6-node').length > known", known.Count);
        return (await StepIdsAsync()).Except(known).Single();
    }

    /// <summary>Draws a connection by mouse from an outcome to a step, and saves. As a person does, looks whether it is there and draws again when it is not.</summary>
    public async Task ConnectAsync(string from, string outcome, string to, string definitionId)
    {
        for (var tries = 1; ; tries++)
        {
            var start = await GripAsync(from, "out", outcome);
            var end = await GripAsync(to, "in", "In");
            await Page.Mouse.MoveAsync(start.X, start.Y);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(start.X - 30, start.Y + 60, new() { Steps = 5 });
            await Page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 15 });
            await Page.Mouse.UpAsync();
            var draft = await SaveAsync(definitionId);
            if (draft.Activities[0].Connections.Contains((from, outcome, to)))
            {
                return;
            }

            Xunit.Assert.True(tries < Tries, $"Expected a connection from {from} by {outcome} to {to}; drawn {Tries} times, the server has none.");
        }
    }

    /// <summary>Saves by hand until the server's draft is as it should be: what was filled in last may still be on its way into the drawing.</summary>
    public async Task SaveAsync(string definitionId, Func<WorkflowDefinition, bool> isWhole)
    {
        for (var tries = 1; ; tries++)
        {
            var draft = await SaveAsync(definitionId);
            if (isWhole(draft))
            {
                return;
            }

            Xunit.Assert.True(tries < Tries, $"Saved {Tries} times, the server has: {draft.ToJson()}");
        }
    }

    /// <summary>Presses "publish"; the status of the answer, and the reason of a refusal.</summary>
    public async Task<(int Status, string Reason)> PublishAsync()
    {
        var answered = Page.WaitForResponseAsync(answer => IsSave(answer) && answer.Request.PostData?.Contains("\"publish\":true", StringComparison.Ordinal) == true);
        await Page.Locator("button.mud-primary-text").First.ClickAsync();
        var answer = await answered;
        return (answer.Status, answer.Ok ? "" : await answer.TextAsync());
    }

    public Task PictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, name + ".png") });

    /// <summary>Fails when a page had a script error or asked another host.</summary>
    public void AssertClean() => _desk.AssertClean();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    public static bool IsSave(IResponse answer) =>
        answer.Request.Method == "POST" && answer.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    private async Task<WorkflowDefinition> SaveAsync(string definitionId)
    {
        var answer = await Page.RunAndWaitForResponseAsync(() => Page.Locator(".elsa-toolbar-icon button").First.ClickAsync(), IsSave);
        Xunit.Assert.True(answer.Ok, answer.Ok ? "" : await answer.TextAsync());
        return (await _portal.WithAsync((DefinitionStore store) => store.GetLatestAsync(definitionId)))!;
    }

    /// <summary>Pulls the canvas until a step stands at its left, with free space to the right and below.</summary>
    private async Task MakeRoomAsync(string step)
    {
        for (var tries = 1; ; tries++)
        {
            var (canvas, box) = (await BoxAsync(".x6-graph-svg"), await BoxAsync(BodyOf(step)));
            var (dx, dy) = (canvas.X + 80 - box.X, canvas.Y + 190 - box.Y);
            if (Math.Abs(dx) < 20 && Math.Abs(dy) < 20)
            {
                return;
            }

            Xunit.Assert.True(tries <= 3 * Tries, $"The canvas was pulled {3 * Tries} times and '{step}' is still {dx}, {dy} away.");
            (dx, dy) = (Math.Clamp(dx, -canvas.Width / 2, canvas.Width / 2), Math.Clamp(dy, -canvas.Height / 2, canvas.Height / 2));
            var free = await Page.EvaluateAsync<float[]?>(Free, new double[] { dx, dy }) ?? throw new InvalidOperationException($"Expected a free spot on the canvas to pull it by {dx}, {dy}.");
            await Page.Mouse.MoveAsync(free[0], free[1]);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(free[0] + dx, free[1] + dy, new() { Steps = 10 });
            await Page.Mouse.UpAsync();
        }
    }

    /// <summary>A spot at which the mouse takes hold of a port: lines that begin there lie over its middle.</summary>
    private async Task<(float X, float Y)> GripAsync(string step, string group, string port)
    {
        var handle = await Page.WaitForFunctionAsync(Grip, new[] { step, group, port });
        var spot = await handle.JsonValueAsync<float[]>();
        return (spot[0], spot[1]);
    }

    private async Task<List<string>> StepIdsAsync() =>
        [.. await Page.Locator(".x6-node").EvaluateAllAsync<string[]>("nodes => nodes.map(node => node.dataset.cellId)")];

    /// <summary>Where something stands once it no longer moves.</summary>
    private async Task<LocatorBoundingBoxResult> BoxAsync(string selector)
    {
        var element = Page.Locator(selector).First;
        var box = await element.BoundingBoxAsync();
        while (true)
        {
            await Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            var now = await element.BoundingBoxAsync();
            if (now is not null && box is not null && (now.X, now.Y, now.Width, now.Height) == (box.X, box.Y, box.Width, box.Height))
            {
                return now;
            }

            box = now;
        }
    }

    private static string BodyOf(string step) => $".x6-node[data-cell-id='{step}'] foreignObject";

    private static Regex Whole(string words) => new($"^\\s*{Regex.Escape(words)}\\s*$", RegexOptions.IgnoreCase);

    private const string Free = """
        ([dx, dy]) => {
          const canvas = document.querySelector('.x6-graph-svg').getBoundingClientRect();
          const inside = (x, y) => x > canvas.left + 10 && x < canvas.right - 10 && y > canvas.top + 10 && y < canvas.bottom - 10;
          for (let y = canvas.top + 20; y < canvas.bottom - 20; y += 10)
            for (let x = canvas.left + 20; x < canvas.right - 20; x += 10)
              if (inside(x + dx, y + dy) && document.elementFromPoint(x, y)?.matches('.x6-graph-svg')) return [x, y];
          return null;
        }
        """;

    private const string Grip = """
        ([step, group, port]) => {
          const body = document.querySelector(`.x6-node[data-cell-id='${step}'] .x6-port-${group} [port='${port}']`);
          const circle = body?.querySelector('.elsa-designer-port-circle').getBoundingClientRect();
          if (!circle || circle.width === 0) return null;
          const [x, y] = [circle.left + circle.width / 2, circle.top + circle.height / 2];
          // A line is let go near its end; it must be taken hold of at its beginning.
          if (group === 'in') return [x, y];
          return [[0, -9], [0, 9], [-9, 0], [0, 0]].map(([dx, dy]) => [x + dx, y + dy]).find(spot => body.contains(document.elementFromPoint(...spot))) ?? null;
        }
        """;
}
