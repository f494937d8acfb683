using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>
/// The reference case: a mother with two children of 4 and 9 without documents comes by a referral on the eve of
/// Nauryz and refuses to file with the police; everybody does their part through the real pages until contract and card.
/// </summary>
internal sealed partial class AdmissionStory(Stage stage)
{
    /// <summary>The codes of the cases: the mother's first.</summary>
    public List<string> Codes { get; } = [];

    public async Task PlayAsync()
    {
        await ArriveAsync();
        await IdentifyAsync();
        await SendToAuthorityAsync();
        await InformPoliceAsync();
        await DecideAsync();
        await ConcludeContractsAsync();
        await RegisterAsync();
    }

    /// <summary>From the arrival until the decision has come back to the shelter. Whoever waits beside this family is served with it.</summary>
    public async Task GoOnToDecisionAsync()
    {
        await IdentifyAsync();
        await SendToAuthorityAsync();
        await InformPoliceAsync();
        await DecideAsync();
    }

    /// <summary>Friday 20 March 2026, 23:40: the application; 21–25 March are days off.</summary>
    public async Task ArriveAsync()
    {
        await stage.AtAsync(3, 20, 23, 40);
        await using var social = await stage.SignInAsync("social");
        await social.PictureAsync("/cases/new", "new-application");
        var reached = await social.AnswerAsync(
            "/cases/new",
            ("children", 2),
            ("wayIn", "referral"), ("appliedAt", "20.03.2026"), ("appliedAt._time", "23:40"),
            ("referrerKind", "internal-affairs"), ("referral.referrerName", "Алмалы АПБ"), ("referral.number", "15-7/201"), ("referral.date", "20.03.2026"),
            ("person.lastName", "Сағындықова"), ("person.firstName", "Айгерім"), ("person.birthDate", "14.05.1994"), ("person.sex", "female"),
            ("person.documentKind", "none"), ("person.phone", "+7 701 234 56 78"), ("person.address", "Райымбек батыр көшесі 101, 7-пәтер"),
            ("children[0].lastName", "Сағындықов"), ("children[0].firstName", "Алдияр"), ("children[0].birthDate", "02.02.2022"), ("children[0].documentKind", "none"),
            ("children[1].lastName", "Сағындықова"), ("children[1].firstName", "Інжу"), ("children[1].birthDate", "11.11.2016"), ("children[1].documentKind", "none"),
            ("policeReport", "refused"), ("policeReportOn", "20.03.2026"),
            ("consentPersonalData", "true"), ("acquaintedWithConditions", "true"), ("warnedAboutFalseInformation", "true"));
        var mother = CaseCode().Match(reached).Value;
        Codes.Add(mother);
        var page = await social.ReadAsync($"/cases/{mother}");
        Codes.AddRange(CaseCode().Matches(page).Select(m => m.Value).Distinct().Where(code => code != mother));

        Assert.Equal(3, Codes.Count);
        await DueAsync("p28.1", new(2026, 3, 26));
        await DueAsync("p35.1", new(2026, 3, 30), onlyMother: true);
    }

    // Tuesday 24 March, a day off: the joint interview, the sheet, four signatures a person.
    private async Task IdentifyAsync()
    {
        await stage.AtAsync(3, 24, 10, 0);
        await using (var social = await stage.SignInAsync("social"))
        {
            await social.PictureAsync("/tasks", "inbox");
            await AllAsync(social, "әңгімелес",
                ("interviewedAt", "24.03.2026"), ("interviewedAt._time", "10:00"),
                ("participants", "social-worker"), ("participants", "psychologist"), ("participants", "police"), ("participants", "authority"));
            var sheet = (await social.TasksAsync()).First(t => t.Title.Contains("парағын толтыру", StringComparison.Ordinal));
            await social.PictureAsync(sheet.Href, "task");
            await AllAsync(social, "парағын толтыру",
                ("violence.c1_1", "yes"), ("violence.c1_2", "yes"), ("violence.c1_3", "no"), ("violence.c3_1", "yes"), ("violence.c2_1", "refused"),
                ("conclusion", "recognised"), ("ground", "cruelty"), ("assessedOn", "24.03.2026"));
        }

        foreach (var signer in (string[])["social", "psychologist", "authority", "police"])
        {
            await using var desk = await stage.SignInAsync(signer);
            await AllAsync(desk, "қол қою", ("opinion", "agree"));
        }

        await DueAsync("p30.1", new(2026, 3, 26));
        await MetAsync("p28.1");
    }

    // Thursday 26 March: sheet and application leave for the authority; Friday 27 March: it registers them.
    private async Task SendToAuthorityAsync()
    {
        await stage.AtAsync(3, 26, 15, 20);
        await using (var social = await stage.SignInAsync("social"))
        {
            await AllAsync(social, "төрт қызметті", ("generalServices", "s15_1"), ("generalServices", "s15_4"), ("startedAt", "24.03.2026"), ("startedAt._time", "10:00"));
            await AllAsync(social, "жіберу", ("attached", "assessment-sheet"), ("attached", "application"),
                ("sentAt", "26.03.2026"), ("sentAt._time", "15:20"), ("sendWay", "system"));
            await social.PictureAsync($"/cases/{Codes[0]}", "case");
        }

        await MetAsync("p30.1");
        await DueAsync("p2.2", new(2026, 9, 24));
        await stage.AtAsync(3, 27, 10, 5);
        await using var authority = await stage.SignInAsync("authority");
        await AllAsync(authority, "алғанын тіркеу", ("receivedAt", "27.03.2026"), ("receivedAt._time", "10:05"));
        await DueAsync("p31.1", new(2026, 4, 1));
    }

    // Wednesday 1 April: the decision; Thursday 2 April: sent and received.
    private async Task DecideAsync()
    {
        await stage.AtAsync(4, 1, 11, 0);
        await using (var authority = await stage.SignInAsync("authority"))
        {
            await AllAsync(authority, "Шешім шығару", ("decision", "grant"), ("paper.decisionNumber", "118"), ("decidedOn", "01.04.2026"));
        }

        await MetAsync("p31.1");
        await DueAsync("p31.2", new(2026, 4, 2));
        await stage.AtAsync(4, 2, 9, 30);
        await using (var authority = await stage.SignInAsync("authority"))
        {
            await AllAsync(authority, "Шешімді ұйымға жіберу", ("sentAt", "02.04.2026"), ("sentAt._time", "09:30"), ("sendWay", "system"));
        }

        await using var social = await stage.SignInAsync("social");
        await AllAsync(social, "Шешімді алғанын тіркеу", ("receivedAt", "02.04.2026"), ("receivedAt._time", "09:30"));
        await DueAsync("p32.2", new(2026, 4, 3));
    }

    // Monday 30 March: the head approves what the police may learn; the information leaves on the last day.
    private async Task InformPoliceAsync()
    {
        await stage.AtAsync(3, 30, 9, 30);
        await using (var head = await stage.SignInAsync("head"))
        {
            await AllAsync(head, "мазмұнын бекіту", ("policeFacts", "date"), ("policeFacts", "organisation"), ("policeFacts", "fact"), ("policeIdentity", "no"));
        }

        await using var social = await stage.SignInAsync("social");
        await AllAsync(social, "Ақпаратты жіберу", ("sentAt", "30.03.2026"), ("sentAt._time", "09:30"), ("sendWay", "courier"));
        await MetAsync("p35.1");
    }

    // Friday 3 April: the contract in two copies, six months.
    private async Task ConcludeContractsAsync()
    {
        await stage.AtAsync(4, 3, 12, 0);
        await using (var social = await stage.SignInAsync("social"))
        {
            await AllAsync(social, "Шартты дайындау", ("contractOn", "03.04.2026"));
        }

        await using (var head = await stage.SignInAsync("head"))
        {
            await AllAsync(head, "Шартқа қол қою", ("recipientSigned", "yes"), ("headSigned", "yes"), ("signedOn", "03.04.2026"), ("copyGiven", "given"));
            await head.PictureAsync(await PaperAsync("contract"), "contract");
        }

        await MetAsync("p32.2");
        await DueAsync("p16.1", new(2026, 4, 6));
        var ends = await stage.Portal.WithAsync((CaseDb db) => db.Cases.Select(c => c.ContractEndsOn).ToListAsync());
        Assert.All(ends, end => Assert.Equal(new DateOnly(2026, 10, 3), end));
    }

    // The card the same day, the entry in the portal of social services by Monday 6 April.
    private async Task RegisterAsync()
    {
        await using var social = await stage.SignInAsync("social");
        await AllAsync(social, "карточкасын толтыру", ("policeInformed", "yes"), ("citizenSigned", "signed"), ("cardOn", "03.04.2026"));
        await DueAsync("p34.2", new(2026, 4, 6));
        await AllAsync(social, "енгізілгенін растау", ("enteredAt", "03.04.2026"), ("enteredAt._time", "12:00"), ("paper.portalNumber", "ӘҚП-7781"));
        await MetAsync("p34.2");

        var page = await social.ReadAsync($"/cases/{Codes[0]}");
        Assert.DoesNotContain("Сағындықова", page, StringComparison.Ordinal);
        var (states, papers) = await stage.Portal.WithAsync(async (CaseDb db) =>
            (await db.Cases.Select(c => c.State).ToListAsync(), await db.Papers.Where(p => p.Kind == "contract" || p.Kind == "registration-card").Select(p => p.State).ToListAsync()));
        Assert.All(states, state => Assert.Equal(CaseState.AssessmentPending, state));
        Assert.True(papers.Count(state => state == PaperState.Signed) >= 6, "Expected a frozen contract and card for each of the three cases.");
    }

    /// <summary>Answers every task of the inbox whose title holds the words, one after another; there must be at least one.</summary>
    private static async Task AllAsync(IDesk desk, string words, params (string Name, string Value)[] answers)
    {
        var done = 0;
        while ((await desk.TasksAsync()).FirstOrDefault(t => t.Title.Contains(words, StringComparison.OrdinalIgnoreCase)) is { } task)
        {
            Assert.True(++done <= 12, $"The task «{task.Title}» keeps coming back.");
            await desk.AnswerAsync(task.Href, null, answers);
        }

        Assert.True(done > 0, $"Expected a task with «{words}» in the inbox; there is none.");
    }

    private async Task<string> PaperAsync(string kind)
    {
        var mother = Codes[0];
        var id = await stage.Portal.WithAsync(async (CaseDb db) =>
        {
            var file = await db.Cases.SingleAsync(c => c.Code == mother);
            return await db.Papers.Where(p => p.CaseId == file.Id && p.Kind == kind && p.Language == "kk").OrderByDescending(p => p.Version).Select(p => p.Id).FirstAsync();
        });
        return $"/papers/{id}";
    }

    private Task<List<Clock>> ClocksAsync(string obligation) =>
        stage.Portal.WithAsync((CaseDb db) => db.Clocks.AsNoTracking()
            .Where(c => c.ObligationId == obligation && db.Cases.Any(file => file.Id == c.CaseId && Codes.Contains(file.Code))).ToListAsync());

    private async Task DueAsync(string obligation, DateOnly due, bool onlyMother = false)
    {
        var clocks = await ClocksAsync(obligation);
        Assert.Equal(onlyMother ? 1 : Codes.Count, clocks.Count);
        Assert.All(clocks, clock => Assert.Equal(due.ToString("d", CultureInfo.InvariantCulture), clock.DueOn.ToString("d", CultureInfo.InvariantCulture)));
    }

    private async Task MetAsync(string obligation) =>
        Assert.All(await ClocksAsync(obligation), clock => Assert.Equal(ClockState.Met, clock.State));

    [GeneratedRegex("PN-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex CaseCode();
}
