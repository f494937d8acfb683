using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>
/// What follows the reference case: the mother's need, plan, two monitorings with a correction, hospital with an extension,
/// the wish to leave, the order and the receipt, all by hand on the real pages; the children's cases stay open.
/// </summary>
internal sealed class StayStory(Stage stage, IReadOnlyList<string> codes)
{
    private string Mother => codes[0];

    public async Task PlayAsync()
    {
        await PlanAsync();
        await MonitorAndCorrectAsync();
        await HospitalAsync();
        await LeaveAsync();
        await CloseAsync();
    }

    // Monday 6 April: need assessed and plan drafted; Thursday 9 April: approved.
    private async Task PlanAsync()
    {
        await stage.AtAsync(4, 6, 17, 0);
        await DoAsync("social", "Мұқтаждықты бағалау", "needs-task", ("assessedAt", "06.04.2026"), ("assessedAt._time", "16:30"), ("participants", "psychologist"), ("paper.needs1", "s1_1"), ("paper.needs3", "s3_1"), ("paper.needsConclusion", "Психологиялық көмек керек"));
        await DraftAsync("Психологпен апта сайынғы сұхбат", "s3", "09.04.2026", "06.04.2026", "plan-task");
        await stage.AtAsync(4, 9, 11, 0);
        await DoAsync("head", "жоспарын бекіту", "approve-task", ("approvedOn", "09.04.2026"));
        await StateAsync(CaseState.InService);
    }

    // Thursday 9 July: the first monitoring decides on a correction; Friday 25 September: the second.
    private async Task MonitorAndCorrectAsync()
    {
        await stage.AtAsync(7, 9, 10, 0);
        await DoAsync("social", "мониторинг", "monitoring-task", ("monitoredOn", "09.07.2026"), ("observedFrom", "09.04.2026"), ("observedTo", "09.07.2026"), ("change", "worse"), ("worse", "Жұмыссыз қалды"), ("correct", "yes"), ("correctKinds", "s5"));
        await DraftAsync("Жұмысқа орналасуға көмек", "s5", "09.07.2026", "09.07.2026", null);
        await DoAsync("head", "жоспарын бекіту", null, ("approvedOn", "09.07.2026"));
        await stage.AtAsync(9, 25, 10, 0);
        await DoAsync("social", "мониторинг", null, ("monitoredOn", "25.09.2026"), ("observedFrom", "09.07.2026"), ("observedTo", "25.09.2026"), ("change", "better"), ("better", "Жұмысқа тұрды"), ("correct", "no"));
        await using var social = await stage.SignInAsync("social");
        await social.PictureAsync(await PaperAsync("individual-plan"), "individual-plan");
        await social.PictureAsync(await PaperAsync("monitoring-journal"), "monitoring-journal");
    }

    // In hospital from 28 September; on the last day of the term, 3 October, extended to 3 January; back on 20 October.
    private async Task HospitalAsync()
    {
        await stage.AtAsync(9, 28, 10, 0);
        await RecordAsync("healthcareStay.started", ("admittedAt", "28.09.2026"), ("admittedAt._time", "09:00"), ("stayKind", "inpatient"), ("health.hospital", "№ 4 қалалық аурухана"));
        await stage.AtAsync(10, 3, 10, 0);
        await RecordAsync("contract.extended", ("endsOn", "03.01.2027"), ("paper.extensionDocument", "Анықтама № 12"));
        await stage.AtAsync(10, 20, 10, 0);
        await DoAsync("social", "оралғанын тіркеу", null, ("returnedAt", "20.10.2026"), ("returnedAt._time", "09:30"));
        await StateAsync(CaseState.InService);
    }

    // A night away without notice, back within the three 24-hour periods; a violation is counted.
    private async Task LeaveAsync()
    {
        await stage.AtAsync(11, 10, 14, 0);
        await using (var social = await stage.SignInAsync("social"))
        {
            await social.PictureAsync($"/cases/{Mother}/record/recipient.leftWithoutNotice", "record-left");
        }

        await RecordAsync("recipient.leftWithoutNotice", ("leftAt", "10.11.2026"), ("leftAt._time", "13:50"), ("leftKnown", "found"));
        await StateAsync(CaseState.AbsentWithoutNotice);
        await stage.AtAsync(11, 11, 9, 0);
        await using (var social = await stage.SignInAsync("social"))
        {
            Assert.Contains("13:50", await social.ReadAsync($"/cases/{Mother}"), StringComparison.Ordinal);
            await social.PictureAsync($"/cases/{Mother}", "case-absent");
        }

        await RecordAsync("recipient.returned", ("returnedAt", "11.11.2026"), ("returnedAt._time", "08:30"), ("returnedHow", "came"));
        await RecordAsync("violation.recorded", ("violatedAt", "11.11.2026"), ("violatedAt._time", "08:30"), ("violationKinds", "rules"), ("violationWords", "Ескертпей кетті"), ("violationHeard", "yes"), ("violationExplanation", "Туысына барған"));
        await StateAsync(CaseState.InService);
    }

    // 21 December: the wish to leave, the order, the receipt, re-socialised.
    private async Task CloseAsync()
    {
        await stage.AtAsync(12, 21, 10, 0);
        await RecordAsync("recipient.requestedCompletion", ("requestedAt", "21.12.2026"), ("requestedAt._time", "09:40"), ("requestWritten", "true"), ("requestOwnWill", "yes"));
        await DoAsync("head", "Аяқтау туралы бұйрыққа", "order-task", ("decision", "order"), ("paper.orderNumber", "41-ж"), ("orderedOn", "21.12.2026"), ("paper.orderReason", "Тұрақты жұмысы мен баспанасы бар."));
        await using (var head = await stage.SignInAsync("head"))
        {
            await head.PictureAsync(await PaperAsync("head-order"), "head-order");
        }

        await DoAsync("social", "заттары мен құжаттарын беру", "belongings-task", ("items", 1),
            ("returnedAt", "21.12.2026"), ("returnedAt._time", "09:50"), ("items[0].what", "Қысқы күртеше"), ("items[0].kind", "clothing"), ("items[0].count", "1"), ("receivedBy", "self"), ("receiptSigned", "signed"));
        await DoAsync("head", "әлеуметтену нәтижесін", "resocialised-task", ("resocialised", "yes"), ("resocialisedWhy", "Жұмысқа тұрды, пәтер жалдады."));
        await StateAsync(CaseState.Closed);
        await using var social = await stage.SignInAsync("social");
        await social.PictureAsync(await PaperAsync("belongings-receipt"), "belongings-receipt");
        await social.PictureAsync($"/cases/{Mother}", "case-closed");
        var children = await stage.Portal.WithAsync((CaseDb db) => db.Cases.Where(file => file.IsChild).Select(file => file.State).ToListAsync());
        // Their own contracts ran out on 3 October; each waits for an order of its own, whatever became of the mother's case.
        Assert.All(children, state => Assert.Equal(CaseState.TerminationPending, state));
    }

    private Task DraftAsync(string measure, string kind, string from, string today, string? picture) => DoAsync("psychologist", "жоспарын әзірлеу", picture,
        ("paper.planFrom", from), ("paper.planTo", "03.10.2026"), ("paper.planReviewOn", "25.09.2026"),
        ("paper.planItems[0].kind", kind), ("paper.planItems[0].measure", measure), ("paper.planItems[0].volume", "Аптасына бір рет"),
        ("paper.planItems[0].specialist", "Психолог"), ("paper.planItems[0].prescribedOn", today), ("paper.planItems[0].due", "03.10.2026"));

    private Task DoAsync(string user, string words, string? picture, params (string Name, string Value)[] answers) => DoAsync(user, words, picture, null, answers);

    private async Task DoAsync(string user, string words, string? picture, (string List, int Rows)? rows, params (string Name, string Value)[] answers)
    {
        await using var desk = await stage.SignInAsync(user);
        var task = (await desk.TasksAsync()).FirstOrDefault(one => one.Code == Mother && one.Title.Contains(words, StringComparison.OrdinalIgnoreCase));
        Assert.True(task is not null, $"Expected a task with «{words}» for {user} in {Mother}; there is none.");
        if (picture is not null)
        {
            await desk.PictureAsync(task.Href, picture);
        }

        await desk.AnswerAsync(task.Href, rows, answers);
    }

    private async Task RecordAsync(string eventName, params (string Name, string Value)[] answers)
    {
        await using var social = await stage.SignInAsync("social");
        await social.AnswerAsync($"/cases/{Mother}/record/{eventName}", null, [("understood", "true"), .. answers]);
    }

    private async Task StateAsync(CaseState expected)
    {
        var mother = Mother;
        Assert.Equal(expected, await stage.Portal.WithAsync((CaseDb db) => db.Cases.Where(file => file.Code == mother).Select(file => file.State).SingleAsync()));
    }

    private async Task<string> PaperAsync(string kind)
    {
        var mother = Mother;
        var id = await stage.Portal.WithAsync((CaseDb db) => db.Papers.Where(paper => paper.Kind == kind && db.Cases.Any(file => file.Id == paper.CaseId && file.Code == mother))
            .OrderByDescending(paper => paper.Version).Select(paper => paper.Id).FirstAsync());
        return $"/papers/{id}";
    }
}
