using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Activities;
using Pana.Cases;
using Pana.Tests.Workflows;
using CaseTask = Pana.Cases.UserTask;

namespace Pana.Benchmarks;

/// <summary>Plays families through the real procedure: what the pages call, by the people whose turn it is.</summary>
internal sealed class CaseMill(BenchPortal portal, IReadOnlyDictionary<Role, Actor> people)
{
    private static readonly (string, string)[] Given =
        [("contraindication", "none"), ("decision", "grant"), ("opinion", "agree"), ("person.lastName", "Сериккызы"), ("person.firstName", "Мариям")];

    // Monitoring comes every quarter, as long as there is a plan; the mill does not wait for it.
    private const string Standing = "monitoring";

    private readonly FormFiller _filler = new(portal.Time);

    /// <summary>Opens a family, plays it as far as the plan says, and gives the ids of its cases.</summary>
    public async Task<IReadOnlyList<Guid>> PlayAsync(FamilyPlan plan)
    {
        var family = await ArriveAsync(plan);
        for (var answered = 0; answered < plan.Answers && await AnswerNextAsync(family, plan); answered++)
        {
            portal.Time.Advance(plan.Pace);
        }

        if (plan.IsClosed)
        {
            foreach (var file in family)
            {
                await CloseAsync(file, plan);
            }
        }

        return family;
    }

    /// <summary>Registers the application of a person, with a child if the plan says so, and starts the procedure.</summary>
    public Task<IReadOnlyList<Guid>> ArriveAsync(FamilyPlan plan) => portal.AsAsync<IReadOnlyList<Guid>>(people[Role.SocialWorkSpecialist], async services =>
    {
        var form = services.GetRequiredService<FormCatalog>().Get("application");
        var opened = await services.GetRequiredService<Intake>().OpenAsync(new NewApplication
        {
            PoliceReport = plan.Answers % 2 == 0 ? PoliceReport.Refused : PoliceReport.Filed,
            Person = new Dictionary<string, string>
            {
                ["person.lastName"] = "Сериккызы",
                ["person.firstName"] = "Мариям",
                ["person.birthDate"] = "1990-02-01",
                ["person.sex"] = "female",
                ["person.iin"] = "900201400018",
                ["person.phone"] = "+77010000000",
                ["person.documentKind"] = "none",
                ["person.address"] = "Абай көшесі 1, 2-пәтер",
                ["violence.words"] = "Өз сөзімен айтқаны: бір-екі сөйлем, қысқаша.",
            },
            Children = plan.HasChild ? [new NewChild(new Dictionary<string, string> { ["person.firstName"] = "Бала", ["person.birthDate"] = "2017-05-05" })] : [],
            Answers = _filler.Fill(form, Given),
            FormVersion = form.Version,
        });
        await services.GetRequiredService<AdmissionStarter>().StartAsync(opened);
        return [.. opened.Select(file => file.Id)];
    });

    /// <summary>Completes a task with answers that its form takes.</summary>
    public Task<bool> AnswerAsync(CaseTask task, FamilyPlan plan) => portal.AsAsync(people[RoleCodes.Parse(task.Roles[0])], async services =>
    {
        var form = services.GetRequiredService<FormCatalog>().Get(task.FormId, task.FormVersion);
        var answers = _filler.Fill(form, [.. Given, ("conclusion", plan.Recognised ? "recognised" : "notRecognised")]);
        await services.GetRequiredService<UserTasks>().CompleteAsync(task.Id, form.Outcomes[0], answers, task.Revision);
        return true;
    });

    private async Task<bool> AnswerNextAsync(IReadOnlyList<Guid> family, FamilyPlan plan)
    {
        var next = await portal.AsAsync(Actor.System, services => services.GetRequiredService<CaseDb>().UserTasks.AsNoTracking()
            .Where(task => family.Contains(task.CaseId) && task.State == UserTaskState.Open && task.FormId != Standing).OrderBy(task => task.CreatedAt).FirstOrDefaultAsync());
        return next is not null && await AnswerAsync(next, plan);
    }

    // The ground is recorded by hand; the order, the return of things and the result are the procedure's own tasks.
    private async Task CloseAsync(Guid id, FamilyPlan plan)
    {
        await portal.AsAsync(people[Role.Head], async services =>
        {
            var file = (await services.GetRequiredService<CaseDb>().Cases.FindAsync(id))!;
            return await services.GetRequiredService<CaseLedger>().RecordAsync(file, "contract.fulfilledEarly");
        });
        while (await AnswerNextAsync([id], plan))
        {
            portal.Time.Advance(plan.Pace);
        }

        await portal.AsAsync(Actor.System, async services =>
        {
            var db = services.GetRequiredService<CaseDb>();
            var state = (await db.Cases.FindAsync(id))!.State;
            var open = await db.UserTasks.CountAsync(task => task.CaseId == id && task.State == UserTaskState.Open);
            return state == CaseState.Closed && open == 0 ? true : throw new InvalidOperationException($"Expected the case to be closed with no open task, got {state} with {open}: the run is void.");
        });
    }
}
