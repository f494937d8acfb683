using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

/// <summary>What a clerk's patience does on pages without a script: opens a task of a case, answers what is asked, presses the button.</summary>
internal static class Desk
{
    /// <summary>Address of the newest open task of a form in a case.</summary>
    public static Task<string> TaskAsync(this TestPortal portal, string code, string form) => portal.WithAsync<CaseDb, string>(async db =>
    {
        var open = await db.UserTasks.Where(task => task.FormId == form && task.State == UserTaskState.Open && db.Cases.Any(file => file.Id == task.CaseId && file.Code == code))
            .OrderByDescending(task => task.CreatedAt).ToListAsync();
        Assert.True(open.Count > 0, $"No open task '{form}' in {code}.");
        return $"/tasks/{open[0].Id}";
    });

    /// <summary>Records what leads the case to an approved plan with these measures, without the tasks in between.</summary>
    public static async Task ToServiceAsync(this TestPortal portal, string code, params (string Kind, string Words)[] measures)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<CaseDb>().Cases.SingleAsync(file => file.Code == code);
        foreach (var name in Walk.ToService)
        {
            if (name == "plan.approved")
            {
                await scope.ServiceProvider.DraftPlanAsync(file.Id, measures);
            }

            await scope.ServiceProvider.GetRequiredService<CaseLedger>().RecordAsync(file, name);
        }
    }

    /// <summary>Opens the task and answers it; the page reached must be the inbox.</summary>
    public static async Task AnswerAsync(this TestPortal portal, PortalBrowser browser, string code, string form, params (string Name, string? Value)[] fields)
    {
        var reached = await portal.FillAsync(browser, await browser.GetAsync(await portal.TaskAsync(code, form)), fields);
        Assert.True(reached is { Status: HttpStatusCode.OK, Url.AbsolutePath: "/tasks" }, $"{form}: {reached.Status} {reached.Url}: {reached.Text}");
    }

    /// <summary>Fills the work form: what is given, then a first choice, the present moment or a word wherever the form still demands one.</summary>
    public static async Task<PortalPage> FillAsync(this TestPortal portal, PortalBrowser browser, PortalPage page, params (string Name, string? Value)[] fields)
    {
        var given = fields.ToList();
        for (var round = 0; round < 5; round++)
        {
            var got = await browser.SubmitAsync(page, Button(page), "main form.work", [.. given]);
            if (got.Document.QuerySelector("main form.work input[name=_seen]") is not null)
            {
                // A doubt, for example of an IIN that does not fit: the second press goes through.
                page = got;
                continue;
            }

            var wrong = got.Document.QuerySelectorAll("main form.work .pfield.wrong");
            if (got.Status != HttpStatusCode.UnprocessableEntity || wrong.Length == 0)
            {
                return got;
            }

            foreach (var field in wrong.Where(field => field.QuerySelector(".pfield.wrong") is null))
            {
                Add(given, field, TimeZoneInfo.ConvertTime(portal.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty")));
            }

            page = got;
        }

        return page;
    }

    // The form's own first button; before it stands one that only draws the form again.
    private static string? Button(PortalPage page) => page.Document.QuerySelector("main form.work .pform-buttons button")?.TextContent.Trim();

    private static void Add(List<(string, string?)> given, IElement field, DateTimeOffset now)
    {
        var name = field.GetAttribute("data-field");
        if (name is null || given.Exists(one => one.Item1 == name))
        {
            return;
        }

        switch (field.GetAttribute("data-type"))
        {
            case "radio" or "checklist" or "checkbox":
                given.Add((name, field.QuerySelector("input")!.GetAttribute("value")));
                break;
            case "select":
                given.Add((name, field.QuerySelectorAll("option")[1].GetAttribute("value")));
                break;
            case "date" or "datetime":
                given.Add((name, now.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
                given.Add((name + "._time", now.ToString("HH:mm", CultureInfo.InvariantCulture)));
                break;
            case "number":
                given.Add((name, "1"));
                break;
            default:
                given.Add((name, "Мәтін"));
                break;
        }
    }
}
