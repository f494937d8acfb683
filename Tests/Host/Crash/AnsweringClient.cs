using System.Net;
using Pana.Tests.Support;

namespace Pana.Tests.Host.Crash;

/// <summary>A person who answers tasks on the real pages, asks again when the portal dies under the hand, and notes only what the portal confirmed.</summary>
internal sealed class AnsweringClient(HostProcess host, AnswerLedger ledger, DateTimeOffset interviewedAt) : IDisposable
{
    private PortalBrowser? _browser;

    /// <summary>Answers tasks until none is left.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        while (ledger.Next() is { } task)
        {
            while (!await TryAsync(task))
            {
                ct.ThrowIfCancellationRequested();
                await host.RunningAsync(ct);
            }
        }
    }

    public void Dispose() => _browser?.Dispose();

    private async Task<bool> TryAsync(Guid task)
    {
        try
        {
            return await AnswerAsync(task);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> AnswerAsync(Guid task)
    {
        _browser ??= new PortalBrowser(host.Address);
        var page = await _browser.GetAsync($"/tasks/{task}");
        if (page.Url.AbsolutePath.StartsWith("/account/login", StringComparison.Ordinal))
        {
            _browser.Dispose();
            _browser = new PortalBrowser(host.Address);
            await _browser.SignInAsync("social", TestPortal.Password);
            return false;
        }

        if (page.Document.QuerySelector("#ended") is not null && page.Status == HttpStatusCode.OK)
        {
            ledger.ToldDone(task);
            return true;
        }

        ledger.Sent(task);
        var after = await _browser.SubmitAsync(page, "Әңгіме аяқталды", "main form.work", Fields(page));
        if (after.Url.PathAndQuery == $"/tasks?done={task}")
        {
            ledger.Acknowledged(task);
            return true;
        }

        if (after.Status == HttpStatusCode.Conflict)
        {
            ledger.ToldDone(task);
            return true;
        }

        throw new InvalidOperationException($"Expected the answer to task {task} to be taken or told done; got {(int)after.Status} at {after.Url.PathAndQuery}: {after.Text}\n{host.Said()}");
    }

    private (string, string?)[] Fields(PortalPage page)
    {
        List<(string, string?)> fields = [];
        var local = interviewedAt.ToOffset(TimeSpan.FromHours(5));
        foreach (var date in page.Document.QuerySelectorAll("main form.work [data-type=datetime]"))
        {
            fields.Add((date.GetAttribute("data-field")!, $"{local:dd.MM.yyyy}"));
            fields.Add((date.GetAttribute("data-field") + "._time", $"{local:HH:mm}"));
        }

        foreach (var choice in page.Document.QuerySelectorAll("main form.work [data-type=radio], main form.work [data-type=checklist]"))
        {
            fields.Add((choice.GetAttribute("data-field")!, choice.QuerySelector("input")!.GetAttribute("value")));
        }

        return [.. fields];
    }
}
