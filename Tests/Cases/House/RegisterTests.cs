using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.House;

/// <summary>Passports of specialised offices (p9 1) 6)) and plans of cultural and leisure activities (p9 6) 1)).</summary>
public abstract class RegisterTests(TestDatabase database) : CaseTests(database)
{
    private static readonly PlanPeriod Spring = PlanPeriod.Parse("2026-Q1")!.Value;

    [Fact]
    public async Task A_passport_is_sealed_kept_in_all_its_versions_and_seen_by_the_own_organisation_only()
    {
        var office = await World.AsAsync(World.Social, scope => Offices(scope).OpenAsync(PassportForm(scope), Passport("Психолог кабинеті", "Кушетка, 1 дана")));
        Assert.True(await RenewAsync(office.Id, 1, Passport("Психолог кабинеті", "Кушетка, 2 дана")));
        Assert.False(await RenewAsync(office.Id, 1, Passport("Психолог кабинеті", "Кушетка, 3 дана"))); // somebody was faster

        var now = (await FindAsync(World.Psychologist, office.Id))!;
        Assert.Equal((2, "Кушетка, 2 дана", false), (now.Passport.Number, now.Given.Text("equipment"), now.IsOld));
        var first = (await FindAsync(World.Psychologist, office.Id, 1))!;
        Assert.Equal(("Кушетка, 1 дана", true), (first.Given.Text("equipment"), first.IsOld));
        Assert.Null(await FindAsync(World.Psychologist, office.Id, 3));
        Assert.Null(await FindAsync(World.Staff(Role.Head, World.Other), office.Id));
        Assert.Empty(await World.AsAsync(World.Staff(Role.Head, World.Other), scope => Offices(scope).ListAsync()));
        Assert.All(await World.ReadAsync(db => db.OfficePassports.Where(passport => passport.OfficeId == office.Id).ToListAsync()), row =>
            Assert.DoesNotContain("Кушетка", Encoding.UTF8.GetString(row.Sealed), StringComparison.Ordinal));
        Assert.Equal(2, await World.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "office.drawnUp" && entry.OrganisationId == World.Organisation.Id && entry.Subject == office.Id.ToString())));
    }

    [Fact]
    public async Task An_office_given_up_stays_in_the_register_and_is_changed_by_nobody()
    {
        var office = await World.AsAsync(World.Social, scope => Offices(scope).OpenAsync(PassportForm(scope), Passport("Ескі кабинет", "Үстел")));
        var foreign = await Assert.ThrowsAsync<CaseRuleException>(() => World.AsAsync(World.Staff(Role.Head, World.Other), scope => Offices(scope).CloseAsync(office.Id)));
        Assert.Equal("Rule.NoSuchOffice", foreign.Key);
        await World.AsAsync(World.Head, scope => Offices(scope).CloseAsync(office.Id));
        await World.AsAsync(World.Social, scope => Offices(scope).OpenAsync(PassportForm(scope), Passport("Яғни соңғысы", "Үстел")));

        Assert.Equal("Rule.NoSuchOffice", (await Assert.ThrowsAsync<CaseRuleException>(() => RenewAsync(office.Id, 1, Passport("Ескі кабинет", "Орындық")))).Key);
        Assert.Equal([false, true], (await World.AsAsync(World.Nurse, scope => Offices(scope).ListAsync())).Select(line => line.Office.ClosedAt is not null));
    }

    [Fact]
    public async Task A_plan_is_in_force_when_the_head_has_approved_what_the_head_saw()
    {
        Assert.True(await SaveAsync(null, send: false, ("Наурыз мерекесі", "21 наурыз")));
        var typed = (await PlanAsync())!;
        Assert.Null(typed.InForce);
        Assert.Empty(await WaitingAsync());
        Assert.False(await ApproveAsync(World.Head, typed)); // not sent yet
        Assert.False(await SaveAsync(null, send: true, ("Бөгде", "1 қаңтар"))); // somebody has begun it already
        Assert.True(await SaveAsync(typed, send: true, ("Наурыз мерекесі", "21 наурыз"), ("Ән үйірмесі", "әр сейсенбі")));
        Assert.Equal([Spring], await WaitingAsync());
        var sent = (await PlanAsync())!;
        Assert.Equal("Rule.HeadApproves", (await Assert.ThrowsAsync<CaseRuleException>(() => ApproveAsync(World.Social, sent))).Key);
        Assert.False(await ApproveAsync(World.Head, typed)); // the one before
        Assert.False(await ApproveAsync(World.Staff(Role.Head, World.Other), sent));
        Assert.True(await ApproveAsync(World.Head, sent));

        var approved = (await PlanAsync())!;
        Assert.Equal((1, World.Head.DisplayName), (approved.InForce!.Number, approved.InForce.ApprovedByName));
        Assert.Equal(["Наурыз мерекесі", "Ән үйірмесі"], approved.Rows.Select(row => row.What));
        Assert.Empty(await WaitingAsync());
        Assert.False(await ApproveAsync(World.Head, approved));
        Assert.False(await World.AsAsync(World.Head, scope => Plans(scope).DiscardAsync(Spring, approved.Version.Id, approved.Version.Revision)));
        Assert.DoesNotContain("мерекесі", Encoding.UTF8.GetString((await World.ReadAsync(db => db.LeisureVersions.SingleAsync(row => row.Id == approved.Version.Id))).Sealed), StringComparison.Ordinal);
        Assert.Null(await World.AsAsync(World.Staff(Role.Head, World.Other), scope => Plans(scope).FindAsync(Spring)));
    }

    [Fact]
    public async Task A_change_is_a_new_version_for_the_head_and_unchanged_activities_keep_their_days()
    {
        await SaveAsync(null, send: true, ("Наурыз мерекесі", "21 наурыз"), ("Ән үйірмесі", "әр сейсенбі"), ("Ән үйірмесі", "әр сейсенбі"));
        await ApproveAsync(World.Head, (await PlanAsync())!);
        var first = (await PlanAsync())!;
        await HoldAsync(first.Rows[1], "2026-03-17");
        await HoldAsync(first.Rows[1], "2026-03-17"); // twice is once
        await HoldAsync(first.Rows[1], "2026-03-10");
        await HoldAsync(first.Rows[0], "2026-03-20");
        Assert.True(await SaveAsync(first, send: true, ("Ән үйірмесі", "әр сейсенбі"), ("Наурыз мерекесі", "22 наурыз")));

        var meanwhile = (await PlanAsync())!;
        Assert.Equal((1, 2), (meanwhile.Version.Number, meanwhile.Draft!.Number)); // the approved one is in force
        Assert.Equal([1, 2, 0], meanwhile.Rows.Select(row => row.Held.Count));
        await ApproveAsync(World.Head, (await PlanAsync(2))!);

        var second = (await PlanAsync())!;
        Assert.Equal(2, second.Version.Number);
        Assert.Equal([new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17)], second.Rows[0].Held.Select(held => held.Day));
        Assert.Empty(second.Rows[1].Held); // it is another day now
        Assert.Equal("21 наурыз", (await PlanAsync(1))!.Rows[0].When);
        var line = Assert.Single(await World.AsAsync(World.Nurse, scope => Plans(scope).ListAsync()));
        Assert.Equal((2, 1), (line.Activities, line.Held));
    }

    [Fact]
    public async Task Only_a_day_of_the_period_that_has_come_is_entered_and_a_wrong_one_is_struck_out()
    {
        await SaveAsync(null, send: true, ("Наурыз мерекесі", "21 наурыз"));
        await Assert.ThrowsAsync<CaseRuleException>(async () => await HoldAsync((await PlanAsync())!.Rows[0], "2026-03-20")); // not approved
        await ApproveAsync(World.Head, (await PlanAsync())!);
        var row = (await PlanAsync())!.Rows[0];

        foreach (var day in new[] { "2025-12-31", "2026-03-21", "2026-04-01" })
        {
            Assert.Equal("Rule.HeldDay", (await Assert.ThrowsAsync<CaseRuleException>(() => HoldAsync(row, day))).Key);
        }

        Assert.Equal("Rule.NoSuchActivity", (await Assert.ThrowsAsync<CaseRuleException>(() => HoldAsync(row with { Mark = new string('0', 32) }, "2026-03-20"))).Key);
        await HoldAsync(row, "2026-03-20");
        var held = Assert.Single((await PlanAsync())!.Rows[0].Held);
        Assert.False(await StrikeAsync(World.Staff(Role.Head, World.Other), held));
        Assert.True(await StrikeAsync(World.Nurse, held));
        Assert.False(await StrikeAsync(World.Nurse, held));
        await HoldAsync(row, "2026-03-20"); // and right after all
        Assert.Equal([true, false], (await PlanAsync())!.Rows[0].Held.Select(one => one.StruckAt is not null));
    }

    [Fact]
    public async Task A_discarded_draft_leaves_what_is_in_force()
    {
        await SaveAsync(null, send: false, ("Наурыз мерекесі", "21 наурыз"));
        var draft = (await PlanAsync())!;
        Assert.True(await World.AsAsync(World.Social, scope => Plans(scope).DiscardAsync(Spring, draft.Version.Id, draft.Version.Revision)));
        Assert.Null(await PlanAsync());
        await SaveAsync(null, send: true, ("Наурыз мерекесі", "21 наурыз"));
        Assert.False(await ApproveAsync(World.Head, draft)); // the one thrown away, of the same number and revision
        await ApproveAsync(World.Head, (await PlanAsync())!);
        await SaveAsync(await PlanAsync(), send: true, ("Басқа", "күн"));
        var change = (await PlanAsync(2))!;

        Assert.True(await World.AsAsync(World.Social, scope => Plans(scope).DiscardAsync(Spring, change.Version.Id, change.Version.Revision)));

        Assert.Equal("Наурыз мерекесі", Assert.Single((await PlanAsync())!.Rows).What);
        Assert.Null((await PlanAsync())!.Draft);
    }

    [Fact]
    public void A_period_is_a_year_or_a_quarter_that_is_not_over()
    {
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), (PlanPeriod.Parse("2026")!.Value.First, PlanPeriod.Parse("2026")!.Value.Last));
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), (PlanPeriod.Parse("2026-Q4")!.Value.First, PlanPeriod.Parse("2026-Q4")!.Value.Last));
        Assert.Null(PlanPeriod.Parse("26"));
        Assert.Null(PlanPeriod.Parse("2026-Q5"));
        Assert.Equal(["2026", "2027", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"], PlanPeriod.Open(new DateOnly(2026, 12, 31)).Select(period => period.ToString()));
    }

    private static Offices Offices(IServiceProvider scope) => scope.GetRequiredService<Offices>();

    private static LeisurePlans Plans(IServiceProvider scope) => scope.GetRequiredService<LeisurePlans>();

    private static FormDefinition PassportForm(IServiceProvider scope) => scope.GetRequiredService<FormCatalog>().Get(Pana.Cases.Offices.Form);

    private static FormAnswers Passport(string name, string equipment) => FormAnswers.FromJson(new JsonObject { ["name"] = name, ["equipment"] = equipment });

    private Task<bool> RenewAsync(Guid office, int seen, FormAnswers given) => World.AsAsync(World.Social, scope => Offices(scope).RenewAsync(office, seen, PassportForm(scope), given));

    private Task<OfficeView?> FindAsync(Actor who, Guid office, int? number = null) => World.AsAsync(who, scope => Offices(scope).FindAsync(office, number));

    private Task<LeisureView?> PlanAsync(int? number = null) => World.AsAsync(World.Nurse, scope => Plans(scope).FindAsync(Spring, number));

    private Task<IReadOnlyList<PlanPeriod>> WaitingAsync() => World.AsAsync(World.Head, scope => Plans(scope).WaitingAsync());

    private Task<bool> SaveAsync(LeisureView? seen, bool send, params (string What, string When)[] rows) => World.AsAsync(World.Social, scope => Plans(scope).SaveAsync(
        Spring, seen?.Versions[0].Id, seen?.Versions[0].Revision ?? 0, scope.GetRequiredService<FormCatalog>().Get(LeisurePlans.Form),
        FormAnswers.FromJson(new JsonObject { ["activities"] = new JsonArray([.. rows.Select(row => new JsonObject { ["what"] = row.What, ["when"] = row.When })]) }), send));

    private Task<bool> ApproveAsync(Actor who, LeisureView seen) => World.AsAsync(who, scope => Plans(scope).ApproveAsync(Spring, seen.Version.Id, seen.Version.Revision));

    private Task HoldAsync(LeisureRow row, string day) => World.AsAsync(World.Nurse, scope => Plans(scope).HoldAsync(Spring, row.Mark, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    private Task<bool> StrikeAsync(Actor who, LeisureHeld held) => World.AsAsync(who, scope => Plans(scope).StrikeAsync(Spring, held.Id));
}

public sealed class RegistersOnSqlite(SqliteTestDatabase database) : RegisterTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class RegistersOnPostgres(PostgresTestDatabase database) : RegisterTests(database), IClassFixture<PostgresTestDatabase>;
