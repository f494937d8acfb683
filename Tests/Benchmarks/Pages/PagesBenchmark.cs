using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;

namespace Pana.Benchmarks;

/// <summary>Inbox, task page, case page, list and search of the real host with ten thousand cases, for three roles.</summary>
internal sealed class PagesBenchmark(DatabaseKind kind, string connectionString, BenchmarkOptions options)
{
    private static readonly string[] Accounts = ["social", "psychologist", "authority"];
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(5));

    private readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public async Task<IReadOnlyList<PageResult>> RunAsync()
    {
        SomePerson wanted;
        DateTimeOffset now;
        await using (var portal = await BenchPortal.StartAsync(kind, connectionString, _masterKey, Start))
        {
            var began = Stopwatch.StartNew();
            wanted = await CaseSeed.RunAsync(portal, kind, connectionString, options.Cases);
            now = portal.Time.GetUtcNow();
            await Console.Error.WriteLineAsync($"{kind}: {options.Cases} cases seeded in {began.Elapsed.TotalSeconds:0} s");
        }

        var costs = await CountAsync(now, wanted);
        List<PageResult> results = [];
        await using var measured = await BenchPortal.StartAsync(kind, connectionString, _masterKey, now);
        foreach (var account in Accounts)
        {
            using var browser = await measured.SignInAsync(account);
            foreach (var page in await PagesOfAsync(measured, account, browser, wanted))
            {
                await TimeAsync(measured, browser, page, 1, options.Requests / 4);
                var one = await TimeAsync(measured, browser, page, 1, options.Requests);
                var many = await TimeAsync(measured, browser, page, 4, options.Requests);
                var (kilobytes, statements, trips) = costs[(account, page.Name)];
                results.Add(new PageResult(kind.ToString(), account, page.Name, one, many, kilobytes, statements, trips));
            }
        }

        return results;
    }

    private static async Task<PageTimes> TimeAsync(BenchPortal portal, PortalBrowser browser, BenchPage page, int clients, int requests)
    {
        portal.Times.Take();
        var (began, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var n = client; n < requests; n += clients)
            {
                await page.LoadAsync(browser.Client, n);
            }
        })));
        return PageTimes.Of(portal.Times.Take(), began.Elapsed, Environment.CpuUsage.TotalTime - cpu);
    }

    // On a host without background work: what is counted is the page's own.
    private async Task<Dictionary<(string, string), (double, double, double?)>> CountAsync(DateTimeOffset now, SomePerson wanted)
    {
        const int Times = 20;
        var server = kind == DatabaseKind.Postgres ? new NpgsqlConnectionStringBuilder(connectionString) : null;
        await using var traffic = server is null ? null : new PostgresTraffic(server.Host!, server.Port);
        if (server is not null)
        {
            (server.Host, server.Port) = ("127.0.0.1", traffic!.Port);
        }

        await using var portal = await BenchPortal.StartAsync(kind, server?.ConnectionString ?? connectionString, _masterKey, now, background: false);
        using var statements = new StatementCount(connectionString);
        Dictionary<(string, string), (double, double, double?)> costs = [];
        foreach (var account in Accounts)
        {
            using var browser = await portal.SignInAsync(account);
            foreach (var page in await PagesOfAsync(portal, account, browser, wanted))
            {
                await page.LoadAsync(browser.Client, 0);
                await page.LoadAsync(browser.Client, 1);
                statements.Take();
                traffic?.Reset();
                var bytes = 0L;
                for (var n = 0; n < Times; n++)
                {
                    bytes += await page.LoadAsync(browser.Client, n);
                }

                var sent = statements.Take();
                costs[(account, page.Name)] = (bytes / (double)Times / 1024, sent.Count / (double)Times, traffic?.RoundTrips / (double)Times);
                if (options.ShowsStatements)
                {
                    Console.WriteLine($"--- {account} {page.Name}");
                    Console.WriteLine(string.Join("\n\n", sent.Distinct()));
                }
            }
        }

        return costs;
    }

    private static async Task<IReadOnlyList<BenchPage>> PagesOfAsync(BenchPortal portal, string account, PortalBrowser browser, SomePerson wanted)
    {
        var actor = await portal.ActorAsync(account);
        var (tasks, codes) = await portal.AsAsync(actor, async services =>
        {
            var db = services.GetRequiredService<CaseDb>();
            return (
                await db.UserTasks.VisibleTo(actor, db).AddressedTo(actor).Where(task => task.State == UserTaskState.Open).OrderBy(task => task.Id).Select(task => task.Id).Take(200).ToListAsync(),
                await db.Cases.VisibleTo(actor, db).OrderBy(file => file.Id).Select(file => file.Code).Take(200).ToListAsync());
        });
        List<BenchPage> pages =
        [
            new BenchPage("inbox", _ => "/tasks"),
            new BenchPage("inbox mine", _ => "/tasks?scope=mine"),
            new BenchPage("inbox role", _ => "/tasks?scope=role"),
            new BenchPage("task", n => $"/tasks/{tasks[n % tasks.Count]}"),
        ];
        if (codes.Count > 0)
        {
            var form = await browser.GetAsync("/cases");
            var token = form.Document.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;
            pages.Add(new BenchPage("case", n => $"/cases/{codes[n % codes.Count]}"));
            pages.Add(new BenchPage("cases", _ => "/cases"));
            pages.Add(new BenchPage("cases all", _ => "/cases?stage=all"));
            pages.Add(new BenchPage("search name", _ => "/cases", _ => [new("q", wanted.LastName), new("__RequestVerificationToken", token)]));
            pages.Add(new BenchPage("search IIN", _ => "/cases", _ => [new("q", wanted.Iin), new("__RequestVerificationToken", token)]));
        }

        return pages;
    }
}

/// <summary>A page to load: the address for the nth time, and the form to post if it is posted.</summary>
internal sealed record BenchPage(string Name, Func<int, string> Address, Func<int, IReadOnlyList<KeyValuePair<string, string>>>? Form = null)
{
    /// <summary>Loads the page as a browser does and gives the bytes that came over the wire.</summary>
    public async Task<long> LoadAsync(HttpClient client, int n)
    {
        using var request = new HttpRequestMessage(Form is null ? HttpMethod.Get : HttpMethod.Post, Address(n));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        if (Form is not null)
        {
            request.Content = new FormUrlEncodedContent(Form(n));
        }

        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadAsByteArrayAsync()).Length
            : throw new InvalidOperationException($"Expected {Name} at {request.RequestUri}, got {(int)response.StatusCode}: the run is void.");
    }
}
