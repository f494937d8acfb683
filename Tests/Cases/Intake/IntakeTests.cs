using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;
using CaseVault = Pana.Cases.Vault;

namespace Pana.Tests.Cases.Arriving;

public abstract class IntakeTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task A_mother_with_two_children_becomes_one_family_of_three_cases()
    {
        var family = await World.OpenFamilyAsync(Some.Application(("person.sex", "female")) with
        {
            WayIn = WayIn.Referral,
            ReferrerKind = AgencyKind.InternalAffairs,
            PoliceReport = PoliceReport.Refused,
            Children =
            [
                new NewChild(new Dictionary<string, string> { ["person.firstName"] = "Дана", ["person.birthDate"] = "2016-05-01" }),
                new NewChild(new Dictionary<string, string> { ["person.firstName"] = "Нұрлан", ["person.birthDate"] = "2021-11-20" }),
            ],
        });

        Assert.Equal([false, true, true], family.Select(file => file.IsChild));
        Assert.Single(family.Select(file => file.FamilyId).Distinct());
        Assert.All(family.Skip(1), child => Assert.Equal(family[0].Id, child.RepresentativeCaseId));
        Assert.Equal("Дана", await World.AsAsync(World.Social, scope => scope.GetRequiredService<CaseVault>().GetAsync(family[1].Id, "person.firstName")));
        Assert.Equal("Ана және 2 бала (4 және 9 жаста)", await World.AsAsync(World.Social, scope => scope.GetRequiredService<FamilySummary>().OfAsync(family, "kk")));
        Assert.Equal(["application.submitted", "children.present", "recipient.refusedPoliceReport", "referral.received"], await EventsAsync(family[0]));
        Assert.Equal(["application.submitted", "referral.received"], await EventsAsync(family[1]));
        Assert.Equal(PoliceReport.Refused, (await World.LoadAsync(family[0])).PoliceReport);
        Assert.Equal(World.Authority.Id, family[0].AuthorisedBodyId);
    }

    [Fact]
    public async Task A_person_without_name_or_documents_is_taken_in()
    {
        var file = await World.OpenCaseAsync(new NewApplication());

        Assert.Equal(CaseState.Applied, file.State);
        Assert.Equal("Адам", await World.AsAsync(World.Social, scope => scope.GetRequiredService<FamilySummary>().OfAsync([file], "kk")));
    }

    [Fact]
    public async Task A_person_who_came_at_night_is_entered_with_the_time_of_applying()
    {
        var applied = World.At("2026-04-01 23:40");
        World.At("2026-04-02 09:00");

        var file = await World.OpenCaseAsync(Some.Application() with { AppliedAt = applied });

        Assert.Equal(new DateOnly(2026, 4, 2), (await World.ClockAsync(file, "p28.1")).DueOn);
    }

    [Fact]
    public async Task A_referral_names_its_body_and_nobody_applies_tomorrow()
    {
        var noBody = await Assert.ThrowsAsync<CaseRuleException>(() => World.OpenCaseAsync(Some.Application() with { WayIn = WayIn.Referral }));
        var tomorrow = await Assert.ThrowsAsync<CaseRuleException>(() => World.OpenCaseAsync(Some.Application() with { AppliedAt = World.Time.GetUtcNow().AddDays(1) }));

        Assert.Equal("Rule.ReferrerMissing", noBody.Key);
        Assert.Equal("Rule.AppliedInTheFuture", tomorrow.Key);
    }

    [Fact]
    public async Task A_re_admission_names_an_earlier_case_that_the_actor_may_see()
    {
        var earlier = await World.OpenCaseAsync();

        var again = await World.OpenCaseAsync(Some.Application() with { EarlierCaseId = earlier.Id });
        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() =>
            World.OpenCaseAsync(Some.Application() with { EarlierCaseId = earlier.Id }, World.Staff(Role.Head, World.Other)));

        Assert.Equal(earlier.Id, (await World.LoadAsync(again)).EarlierCaseId);
        Assert.Equal("Rule.NoEarlierCase", refusal.Key);
    }

    private Task<List<string>> EventsAsync(Case file) => World.ReadAsync(db =>
        db.CaseEvents.Where(fact => fact.CaseId == file.Id).Select(fact => fact.Name).OrderBy(name => name).ToListAsync());
}

public sealed class IntakeOnSqlite(SqliteTestDatabase database) : IntakeTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class IntakeOnPostgres(PostgresTestDatabase database) : IntakeTests(database), IClassFixture<PostgresTestDatabase>;
