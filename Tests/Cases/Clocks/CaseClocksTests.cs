using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Clocks;

public abstract class CaseClocksTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task The_reference_case_has_the_due_dates_of_the_Standard()
    {
        World.At("2026-03-20 23:40");
        var file = await World.OpenCaseAsync(Some.Application() with { PoliceReport = PoliceReport.Refused });
        await AssertDueAsync(file, "p28.1", "2026-03-26");
        await AssertDueAsync(file, "p35.1", "2026-03-30");

        World.At("2026-03-24 15:00");
        await World.RecordAsync(file, "identification.started", "victim.recognised");
        await AssertDueAsync(file, "p30.1", "2026-03-26");
        Assert.Equal(ClockState.Met, (await World.ClockAsync(file, "p28.1")).State);

        World.At("2026-03-26 10:00");
        await World.RecordAsync(file, "documents.sentToAuthority");
        World.At("2026-03-27 10:00");
        await World.RecordAsync(file, "documents.receivedByAuthority");
        await AssertDueAsync(file, "p31.1", "2026-04-01");

        World.At("2026-04-01 17:00");
        await World.RecordAsync(file, "decision.issued");
        await AssertDueAsync(file, "p31.2", "2026-04-02");

        World.At("2026-04-02 11:00");
        await World.RecordAsync(file, "decision.sent", "decision.receivedByOrganisation");
        await AssertDueAsync(file, "p32.2", "2026-04-03");

        World.At("2026-04-03 12:00");
        await World.RecordAsync(file, "contract.concluded", "registrationCard.completed");
        await AssertDueAsync(file, "p16.1", "2026-04-06");
        await AssertDueAsync(file, "p34.2", "2026-04-06");
        await AssertDueAsync(file, "p33.1", "2026-10-03");
        Assert.Equal(new DateOnly(2026, 10, 3), (await World.LoadAsync(file)).ContractEndsOn);
        Assert.Equal(ClockState.Met, (await World.ClockAsync(file, "p32.2")).State);
        Assert.Equal(ClockState.Running, (await World.ClockAsync(file, "p35.1")).State);
    }

    [Fact]
    public async Task A_contract_of_the_thirty_first_of_August_ends_on_the_last_of_February()
    {
        World.At("2026-08-31 10:00");
        var file = await World.OpenCaseAsync();

        await World.RecordAsync(file, [.. Walk.ToContract]);

        Assert.Equal(new DateOnly(2027, 2, 28), (await World.LoadAsync(file)).ContractEndsOn);
    }

    [Fact]
    public async Task Due_time_is_the_last_second_of_the_day_where_the_organisation_is()
    {
        World.At("2026-04-01 10:00");
        var file = await World.OpenCaseAsync();

        var clock = await World.ClockAsync(file, "p28.1");

        Assert.Equal(new DateTimeOffset(2026, 4, 2, 23, 59, 59, TimeSpan.FromHours(5)), clock.DueAt);
    }

    [Theory]
    [InlineData("2026-04-02 23:59", ClockState.Met)]
    [InlineData("2026-04-03 00:00", ClockState.MetLate)]
    public async Task An_act_after_the_last_day_is_late(string when, ClockState expected)
    {
        World.At("2026-04-01 10:00");
        var file = await World.OpenCaseAsync();

        World.At(when);
        await World.RecordAsync(file, "identification.started", "victim.recognised");

        var clock = await World.ClockAsync(file, "p28.1");
        Assert.Equal(expected, clock.State);
        Assert.Equal(World.Time.GetUtcNow(), clock.MetAt);
    }

    [Fact]
    public async Task The_duty_to_inform_the_police_falls_away_when_the_person_files()
    {
        var file = await World.OpenCaseAsync(Some.Application() with { PoliceReport = PoliceReport.Refused });

        await World.RecordAsync(file, "recipient.filedPoliceReport");

        Assert.Equal(ClockState.Void, (await World.ClockAsync(file, "p35.1")).State);
    }

    [Fact]
    public async Task A_second_refusal_gives_no_more_time()
    {
        var file = await World.OpenCaseAsync(Some.Application() with { PoliceReport = PoliceReport.Refused });
        var first = await World.ClockAsync(file, "p35.1");

        World.At("2026-03-27 10:00");
        await World.RecordAsync(file, "recipient.refusedPoliceReport");

        var clocks = await World.ReadAsync(db => db.Clocks.Where(clock => clock.CaseId == file.Id && clock.ObligationId == "p35.1").ToListAsync());
        Assert.Equal(first.DueOn, Assert.Single(clocks).DueOn);
    }

    [Fact]
    public async Task The_explanation_comes_back_from_the_database_as_it_was()
    {
        World.At("2026-03-20 23:40");
        var file = await World.OpenCaseAsync();

        var explanation = (await World.ClockAsync(file, "p28.1")).Explanation;

        Assert.Equal("application.submitted", explanation.AnchorEvent);
        Assert.Equal(LimitUnit.WorkingDay, explanation.Unit);
        Assert.Equal(7, explanation.Days.Count);
        Assert.Equal("Наурыз мейрамы (21.03.2026) орнына демалыс", explanation.Days[4].Reason!.Kk);
    }

    private async Task AssertDueAsync(Case file, string obligation, string due) =>
        Assert.Equal($"{obligation} {due}", $"{obligation} {(await World.ClockAsync(file, obligation)).DueOn:yyyy-MM-dd}");
}

public sealed class CaseClocksOnSqlite(SqliteTestDatabase database) : CaseClocksTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class CaseClocksOnPostgres(PostgresTestDatabase database) : CaseClocksTests(database), IClassFixture<PostgresTestDatabase>;
