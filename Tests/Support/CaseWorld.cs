using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Cases;
using Pana.Tests.Workflows;

namespace Pana.Tests.Support;

/// <summary>The case file on a test database made by its migrations: one organisation of its own, its agencies and people, and a clock that tests turn.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    private readonly ServiceWorld _world;

    private CaseWorld(ServiceWorld world)
    {
        _world = world;
        Authority = Some.Agency(AgencyKind.AuthorisedBody);
        Police = Some.Agency(AgencyKind.InternalAffairs);
        Organisation = Some.Organisation(Authority, Police);
        Other = Some.Organisation(Authority, Police);
        Head = Staff(Role.Head);
        Social = Staff(Role.SocialWorkSpecialist);
        Psychologist = Staff(Role.Psychologist);
        Nurse = Staff(Role.Nurse);
        Auditor = Staff(Role.Auditor);
        Officer = Some.Officer(Role.AuthorityOfficer, Authority.Id);
        Policeman = Some.Officer(Role.PoliceRepresentative, Police.Id);
    }

    public Agency Authority { get; }

    public Agency Police { get; }

    public Organisation Organisation { get; }

    /// <summary>Another organisation on the same database.</summary>
    public Organisation Other { get; }

    public Actor Head { get; }

    public Actor Social { get; }

    public Actor Psychologist { get; }

    public Actor Nurse { get; }

    public Actor Auditor { get; }

    public Actor Officer { get; }

    public Actor Policeman { get; }

    public FakeTimeProvider Time => _world.Time;

    public static async Task<CaseWorld> CreateAsync(TestDatabase database)
    {
        database.Require();
        var world = new CaseWorld(new ServiceWorld(database, new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.FromHours(5))));
        await world.AsAsync(Actor.System, async scope =>
        {
            var db = scope.GetRequiredService<CaseDb>();
            await db.Database.MigrateAsync();
            db.AddRange(world.Authority, world.Police, world.Organisation, world.Other);
            await db.SaveChangesAsync();
        });
        return world;
    }

    public Actor Staff(Role role, Organisation? organisation = null) => Some.Staff(role, (organisation ?? Organisation).Id);

    /// <summary>Turns the clock to a moment in Almaty, for example <c>2026-03-24 15:00</c>; never back.</summary>
    public DateTimeOffset At(string local)
    {
        var moment = new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(5)).ToUniversalTime();
        Time.SetUtcNow(moment);
        return moment;
    }

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

    public Task<T> ReadAsync<T>(Func<CaseDb, Task<T>> read) => AsAsync(Actor.System, scope => read(scope.GetRequiredService<CaseDb>()));

    /// <summary>Opens a family; the person's case comes first.</summary>
    public Task<IReadOnlyList<Case>> OpenFamilyAsync(NewApplication? application = null, Actor? who = null) =>
        AsAsync(who ?? Social, scope => scope.GetRequiredService<Pana.Cases.Intake>().OpenAsync(application ?? Some.Application()));

    public async Task<Case> OpenCaseAsync(NewApplication? application = null, Actor? who = null) => (await OpenFamilyAsync(application, who))[0];

    /// <summary>Records events one after another, each now.</summary>
    public Task RecordAsync(Case file, params string[] events) => AsAsync(Social, async scope =>
    {
        var stored = (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!;
        foreach (var name in events)
        {
            await scope.GetRequiredService<CaseLedger>().RecordAsync(stored, name);
        }
    });

    public Task<Case> LoadAsync(Case file) => ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(stored => stored.Id == file.Id));

    public Task<Clock> ClockAsync(Case file, string obligation) => ReadAsync(db =>
        db.Clocks.AsNoTracking().Where(clock => clock.CaseId == file.Id && clock.ObligationId == obligation).OrderByDescending(clock => clock.StartedAt).FirstAsync());

    public ValueTask DisposeAsync() => _world.Services.DisposeAsync();
}
