using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Start;

namespace Pana.Benchmarks;

/// <summary>
/// Ten thousand cases at one shelter, nine of ten closed over three years. Two dozen families are played through the
/// real procedure to different points; their rows are then copied, each copy with a person, ids and vault keys of its own.
/// </summary>
internal static class CaseSeed
{
    public static async Task<SomePerson> RunAsync(BenchPortal portal, DatabaseKind kind, string connectionString, int cases)
    {
        var people = new Dictionary<Role, Actor>();
        foreach (var account in DemoAccounts.All)
        {
            people[account.Role] = await portal.ActorAsync(account.UserName);
        }

        var mill = new CaseMill(portal, people);
        var closed = await PlayAsync(portal, mill, FamilyPlan.Closed);
        portal.Time.Advance(TimeSpan.FromDays(3));
        var open = await PlayAsync(portal, mill, FamilyPlan.Open);
        return await portal.AsAsync(Actor.System, async services =>
        {
            var db = services.GetRequiredService<CaseDb>();
            var (tables, master, index) = (new BulkTables(db.Model), services.GetRequiredService<MasterKey>(), services.GetRequiredService<BlindIndex>());
            var shared = await SharedAsync(db, people.Values);
            var (random, taken) = (new Random(1079), new HashSet<string>(StringComparer.Ordinal));
            var last = SomePerson.Create(random);
            for (var made = await db.Cases.CountAsync(); made < cases;)
            {
                for (var n = 0; n < 200 && made < cases; n++)
                {
                    var isOpen = random.Next(10) == 0;
                    var family = isOpen ? open[random.Next(open.Count)] : closed[random.Next(closed.Count)];
                    var earlier = isOpen ? TimeSpan.FromHours(random.Next(0, 72)) : TimeSpan.FromHours(random.Next(24 * 30, 24 * 1000));
                    last = SomePerson.Create(random);
                    new FamilyCopy(tables, master, index, shared, taken, earlier, last).Write(family);
                    made += family.Rows.OfType<Case>().Count();
                }

                await tables.WriteAsync(kind, connectionString);
            }

            if (kind == DatabaseKind.Postgres)
            {
                // What the server's own housekeeping does within a minute of such an import.
                await db.Database.ExecuteSqlRawAsync("ANALYZE");
            }

            return last;
        });
    }

    private static async Task<List<FamilyRows>> PlayAsync(BenchPortal portal, CaseMill mill, IReadOnlyList<FamilyPlan> plans)
    {
        List<FamilyRows> played = [];
        foreach (var plan in plans)
        {
            var family = await mill.PlayAsync(plan);
            played.Add(await portal.AsAsync(Actor.System, services => FamilyRows.ReadAsync(services, family)));
        }

        return played;
    }

    // Ids that all cases have in common: the organisation, its agencies and people, the versions of the definitions.
    private static async Task<HashSet<Guid>> SharedAsync(CaseDb db, IEnumerable<Actor> people) =>
    [
        DemoAccounts.OrganisationId, DemoAccounts.AuthorityId, DemoAccounts.PoliceId,
        .. people.Select(person => person.UserId!.Value),
        .. (await db.WorkflowDefinitions.Select(row => row.VersionId).ToListAsync()).Select(id => Guid.TryParse(id, out var version) ? version : Guid.Empty),
    ];
}
