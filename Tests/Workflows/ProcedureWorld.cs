using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pana.Activities;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using CaseTask = Pana.Cases.UserTask;

namespace Pana.Tests.Workflows;

/// <summary>One shelter, its two agencies and its people, on real services; every act goes through what the pages call.</summary>
internal sealed class ProcedureWorld : IDisposable
{
    private readonly ServiceWorld _world;
    private readonly FormFiller _filler;

    private ProcedureWorld(ServiceWorld world)
    {
        _world = world;
        _filler = new FormFiller(world.Time);
        Organisation = new Organisation
        {
            NameKk = "«Қамқор» дағдарыс орталығы",
            NameRu = "Кризисный центр «Қамқор»",
            NameEn = "Qamqor crisis centre",
            AuthorisedBodyId = Authority,
            InternalAffairsBodyId = Police,
        };
        Social = Staff(Role.SocialWorkSpecialist, "Әлеуметтік маман");
        Psychologist = Staff(Role.Psychologist, "Психолог");
        Head = Staff(Role.Head, "Басшы");
        Nurse = Staff(Role.Nurse, "Мейіргер");
        Officer = new Actor(Guid.NewGuid(), "Уәкілетті орган қызметкері", new HashSet<Role> { Role.AuthorityOfficer }, null, Authority);
        Policeman = new Actor(Guid.NewGuid(), "Полиция өкілі", new HashSet<Role> { Role.PoliceRepresentative }, null, Police);
    }

    /// <summary>A family name that must never be seen outside the vault.</summary>
    public const string Canary = "Канарейкина";

    public Guid Authority { get; } = Guid.CreateVersion7();

    public Guid Police { get; } = Guid.CreateVersion7();

    public Organisation Organisation { get; }

    public Actor Social { get; }

    public Actor Psychologist { get; }

    public Actor Head { get; }

    public Actor Nurse { get; }

    public Actor Officer { get; }

    public Actor Policeman { get; }

    public static async Task<ProcedureWorld> CreateAsync(TestDatabase database)
    {
        var world = new ProcedureWorld(new ServiceWorld(database));
        await using (var scope = world._world.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
            await db.Database.EnsureCreatedAsync();
            if (!await db.Organisations.AnyAsync())
            {
                await scope.ServiceProvider.GetRequiredService<DefinitionImporter>().ImportFolderAsync(DefinitionFiles.Folder);
            }
        }

        await world.AsAsync(Actor.System, async scope =>
        {
            var db = scope.GetRequiredService<CaseDb>();
            db.Agencies.Add(new Agency { Id = world.Authority, Kind = AgencyKind.AuthorisedBody, NameKk = "Уәкілетті орган", NameRu = "Уполномоченный орган", NameEn = "Authorised body" });
            db.Agencies.Add(new Agency { Id = world.Police, Kind = AgencyKind.InternalAffairs, NameKk = "Полиция", NameRu = "Полиция", NameEn = "Police" });
            db.Organisations.Add(world.Organisation);
            await db.SaveChangesAsync();
        });
        return world;
    }

    public void Dispose() => _world.Dispose();

    /// <summary>Turns the clock to a moment in Almaty, for example <c>2026-03-24 15:00</c>; never back.</summary>
    public void At(string local) => _world.Time.SetUtcNow(
        new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(5)).ToUniversalTime());

    /// <summary>Takes a person in, with the children, and starts the procedure for each of them.</summary>
    public Task<IReadOnlyList<Guid>> ApplyAsync(PoliceReport police = PoliceReport.Filed, params string[] childrenBornOn) => AsAsync<IReadOnlyList<Guid>>(Social, async scope =>
    {
        var opened = await scope.GetRequiredService<Intake>().OpenAsync(new NewApplication
        {
            PoliceReport = police,
            Person = new Dictionary<string, string> { ["person.lastName"] = Canary, ["person.firstName"] = "Айгүл", ["person.documentKind"] = "none" },
            Children = [.. childrenBornOn.Select(born => new NewChild(new Dictionary<string, string> { ["person.firstName"] = "Бала", ["person.birthDate"] = born }))],
        });
        await scope.GetRequiredService<AdmissionStarter>().StartAsync(opened);
        return [.. opened.Select(file => file.Id)];
    });

    /// <summary>The same person after an expulsion: what the page of a new application does with an earlier case.</summary>
    public Task<Guid> ApplyAgainAsync(Guid earlierId) => AsAsync(Social, async scope =>
    {
        var earlier = (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(earlierId))!;
        var opened = await scope.GetRequiredService<Intake>().OpenAsync(new NewApplication
        {
            PoliceReport = PoliceReport.Filed,
            EarlierCaseId = earlierId,
            Person = new Dictionary<string, string> { ["person.lastName"] = Canary, ["person.firstName"] = "Айгүл", ["person.documentKind"] = "none" },
        });
        var immediate = scope.GetRequiredService<ImmediateReadmission>();
        if (await immediate.WasGrantedAsync(earlier))
        {
            await immediate.TakeOverAsync(earlier, opened[0]);
        }

        await scope.GetRequiredService<AdmissionStarter>().StartAsync(opened);
        return opened[0].Id;
    });

    public Task StartAgainAsync(Guid caseId) => AsAsync(Social, async scope =>
        await scope.GetRequiredService<AdmissionStarter>().StartAsync([(await scope.GetRequiredService<CaseDb>().Cases.FindAsync(caseId))!]));

    /// <summary>The person answers the one open task of a form that is visible to the person; what is not given is filled as the form demands.</summary>
    public Task AnswerAsync(Actor who, Guid caseId, string formId, params (string Key, string Value)[] given) => PressAsync(who, caseId, formId, null, given);

    /// <summary>The same by a button of one's choice; the form's first when null.</summary>
    public Task PressAsync(Actor who, Guid caseId, string formId, string? outcome, params (string Key, string Value)[] given) => AsAsync(who, async scope =>
    {
        var db = scope.GetRequiredService<CaseDb>();
        var visible = await db.UserTasks.VisibleTo(who, db)
            .Where(task => task.CaseId == caseId && task.FormId == formId && task.State == UserTaskState.Open)
            .OrderBy(task => task.CreatedAt)
            .ToListAsync();
        var mine = visible.Where(task => task.Roles.Any(role => who.Is(RoleCodes.Parse(role)))).ToList();
        Assert.True(mine.Count == 1, $"{who.DisplayName} expects one open task '{formId}', got {mine.Count}. Open tasks: {await OpenAsync(db, caseId)}");
        var form = await scope.GetRequiredService<CaseChoices>().OfferAsync(caseId, scope.GetRequiredService<FormCatalog>().Get(formId));
        var answers = _filler.Fill(form, given);
        await scope.GetRequiredService<FamilyOrder>().CompleteAsync(mine[0].Id, form, outcome ?? form.Outcomes[0], answers, mine[0].Revision);
    });

    /// <summary>Records an event on the case's page.</summary>
    public Task RecordAsync(Actor who, Guid caseId, string eventName, System.Text.Json.Nodes.JsonObject? data = null) => AsAsync(who, async scope =>
    {
        var file = (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(caseId))!;
        await scope.GetRequiredService<CaseLedger>().RecordAsync(file, eventName, data: data);
    });

    /// <summary>The same with the event's form, as the page asks it.</summary>
    public Task RecordByFormAsync(Actor who, Guid caseId, string eventName, string formId, params (string Key, string Value)[] given) => AsAsync(who, async scope =>
    {
        var file = (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(caseId))!;
        var form = scope.GetRequiredService<FormCatalog>().Get(formId);
        await scope.GetRequiredService<HandRecords>().RecordAsync(file, eventName, form, _filler.Fill(form, given), null);
    });

    /// <summary>What a running host does every second: fires every timer that is due.</summary>
    public async Task<int> FireTimersAsync()
    {
        using var poller = new TimerPoller(_world.Services.GetRequiredService<IServiceScopeFactory>(), _world.Time, NullLogger<TimerPoller>.Instance);
        return await poller.FireDueAsync();
    }

    public Task CancelAsync(string instanceId) => AsAsync(Social, scope => scope.GetRequiredService<WorkflowRuntime>().CancelAsync(instanceId));

    public Task<Case> CaseAsync(Guid caseId) => ReadAsync(async db => await db.Cases.AsNoTracking().SingleAsync(file => file.Id == caseId));

    public Task<List<CaseTask>> TasksAsync(Guid caseId) =>
        ReadAsync(db => db.UserTasks.AsNoTracking().Where(task => task.CaseId == caseId).OrderBy(task => task.CreatedAt).ToListAsync());

    public async Task<IReadOnlyList<string>> OpenFormsAsync(Guid caseId) =>
        [.. (await TasksAsync(caseId)).Where(task => task.State == UserTaskState.Open).Select(task => task.FormId).Order(StringComparer.Ordinal)];

    public async Task<Clock> ClockAsync(Guid caseId, string obligation) => await ReadAsync(async db =>
        (await db.Clocks.AsNoTracking().Where(clock => clock.CaseId == caseId && clock.ObligationId == obligation).ToListAsync())
            .OrderByDescending(clock => clock.StartedAt).FirstOrDefault()
        ?? throw new Xunit.Sdk.XunitException($"No clock of {obligation} runs. Clocks: {string.Join(", ", await db.Clocks.Where(clock => clock.CaseId == caseId).Select(clock => clock.ObligationId).ToListAsync())}"));

    public Task<List<string>> EventsAsync(Guid caseId) => ReadAsync(db => db.CaseEvents.AsNoTracking()
        .Where(one => one.CaseId == caseId).OrderBy(one => one.RecordedAt).ThenBy(one => one.Id).Select(one => one.Name).ToListAsync());

    /// <summary>The last event of a name.</summary>
    public Task<CaseEvent> EventAsync(Guid caseId, string name) => ReadAsync(async db => (await db.CaseEvents.AsNoTracking()
        .Where(one => one.CaseId == caseId && one.Name == name).ToListAsync()).OrderBy(one => one.RecordedAt).Last());

    public Task<List<Paper>> PapersAsync(Guid caseId) =>
        ReadAsync(db => db.Papers.AsNoTracking().Where(paper => paper.CaseId == caseId).OrderBy(paper => paper.CreatedAt).ToListAsync());

    public Task<string> TextOfAsync(Paper paper) => AsAsync(Actor.System, scope => scope.GetRequiredService<PaperMaker>().ReadAsync(paper));

    /// <summary>Kinds of papers an officer of the agency can see now.</summary>
    public Task<List<string>> SeenByAsync(Actor officer, Guid caseId) => ReadAsync(db => db.Papers.AsNoTracking().VisibleTo(officer, db)
        .Where(paper => paper.CaseId == caseId).Select(paper => paper.Kind).Distinct().OrderBy(kind => kind).ToListAsync());

    public Task<List<string>> RunningAsync(Guid caseId) => ReadAsync(db =>
    {
        var correlation = caseId.ToString("N");
        return db.WorkflowInstances.AsNoTracking().Where(row => row.CorrelationId == correlation && row.FinishedAt == null)
            .Select(row => row.DefinitionId).OrderBy(id => id).ToListAsync();
    });

    /// <summary>Everything the engine has written of all cases: states, waits, journal, timers, outbox; and the titles of tasks.</summary>
    public Task<string> EverythingOfTheEngineAsync() => ReadAsync(async db => string.Join('\n',
    [
        .. (await db.WorkflowInstances.AsNoTracking().ToListAsync()).Select(row => $"{row.Name} {row.State}"),
        .. (await db.Bookmarks.AsNoTracking().ToListAsync()).Select(row => row.Payload),
        .. (await db.Journal.AsNoTracking().ToListAsync()).Select(row => row.Data),
        .. (await db.Outbox.AsNoTracking().ToListAsync()).Select(row => row.Body),
        .. (await db.Incidents.AsNoTracking().ToListAsync()).Select(row => $"{row.Message} {row.Stimulus}"),
        .. (await db.UserTasks.AsNoTracking().ToListAsync()).Select(row => row.Title.Kk),
    ]));

    public Task<List<string>> IncidentsAsync(Guid caseId) => ReadAsync(db =>
    {
        var correlation = caseId.ToString("N");
        return db.Incidents.AsNoTracking().Where(row => row.CorrelationId == correlation).Select(row => row.Message).ToListAsync();
    });

    public Task<T> ReadAsync<T>(Func<CaseDb, Task<T>> read) => AsAsync(Actor.System, scope => read(scope.GetRequiredService<CaseDb>()));

    public async Task<T> AsAsync<T>(Actor who, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = who;
        return await act(scope.ServiceProvider);
    }

    public Task AsAsync(Actor who, Func<IServiceProvider, Task> act) => AsAsync(who, async scope =>
    {
        await act(scope);
        return true;
    });

    private static async Task<string> OpenAsync(CaseDb db, Guid caseId) => string.Join(", ", (await db.UserTasks.AsNoTracking()
        .Where(task => task.CaseId == caseId && task.State == UserTaskState.Open).ToListAsync())
        .Select(task => $"{task.FormId} for {string.Join('/', task.Roles)}"));

    private Actor Staff(Role role, string name) => new(Guid.NewGuid(), name, new HashSet<Role> { role }, Organisation.Id, null);
}
