using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>
/// Identification that is not complete in one working day goes to the head and to the authorised body; nothing is concluded
/// for an absent signer. The year's end of 2026: the application of 31 December is due on Tuesday 5 January 2027,
/// because 1–4 January are days off.
/// </summary>
public abstract class OverdueTests(TestDatabase database) : ProcedureTests(database, "2026-12-31 23:59")
{
    [Fact]
    public async Task The_police_who_do_not_come_are_called_again_and_head_and_authority_are_told_every_working_day()
    {
        var file = (await World.ApplyAsync())[0];
        Assert.Equal("2027-01-05", (await World.ClockAsync(file, "p28.1")).Due());
        World.At("2027-01-05 10:00");
        await World.AnswerAsync(World.Social, file, "identification-interview");
        await World.AnswerAsync(World.Psychologist, file, "assessment-sheet", ("conclusion", "recognised"));
        await World.AnswerAsync(World.Social, file, "sign-sheet");
        await World.AnswerAsync(World.Psychologist, file, "sign-sheet");
        await World.AnswerAsync(World.Officer, file, "sign-sheet");
        await FireAtAsync("2027-01-05 23:59");
        Assert.DoesNotContain("identification-overdue", await World.OpenFormsAsync(file));

        await FireAtAsync("2027-01-06 00:00");

        Assert.Contains("identification.overdue", await World.EventsAsync(file));
        var asked = (await World.TasksAsync(file)).Where(task => task.State == UserTaskState.Open).ToList();
        Assert.Equal(["head"], Assert.Single(asked, task => task.FormId == "identification-overdue").Roles);
        Assert.Equal(World.Authority, Assert.Single(asked, task => task.FormId == "identification-overdue-notice").AgencyId);
        Assert.Equal(CaseState.IdentificationInProgress, (await World.CaseAsync(file)).State);

        await World.AnswerAsync(World.Head, file, "identification-overdue", ("missing", "police"));
        await World.AnswerAsync(World.Officer, file, "identification-overdue-notice");
        Assert.Equal(4, (await NoticesAsync(file)).Count); // two invitations, two reminders
        Assert.DoesNotContain("identification-overdue", await World.OpenFormsAsync(file));
        // 7 January is Christmas: the next working day is Friday the 8th, and Saturday the 9th begins after it.
        await FireAtAsync("2027-01-08 12:00");
        Assert.DoesNotContain("identification-overdue", await World.OpenFormsAsync(file));
        await FireAtAsync("2027-01-09 00:00");
        Assert.Contains("identification-overdue", await World.OpenFormsAsync(file));

        await World.AnswerAsync(World.Policeman, file, "sign-sheet");

        Assert.Equal(CaseState.Recognised, (await World.CaseAsync(file)).State);
        Assert.Equal(ClockState.MetLate, (await World.ClockAsync(file, "p28.1")).State);
        Assert.DoesNotContain("identification-overdue", await World.OpenFormsAsync(file));
        Assert.Single(await World.EventsAsync(file), name => name == "identification.overdue");
        Assert.Empty(await World.IncidentsAsync(file));
    }

    [Fact]
    public async Task Identification_in_time_tells_nobody()
    {
        var file = (await World.ApplyAsync())[0];
        World.At("2027-01-05 16:00");
        await World.IdentifyAsync(file);

        await FireAtAsync("2027-01-06 00:00");

        Assert.DoesNotContain("identification.overdue", await World.EventsAsync(file));
        Assert.All(await World.TasksAsync(file), task => Assert.DoesNotContain("overdue", task.FormId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_is_flagged_to_the_lawyer_because_paragraph_35_does_not_tell_children_from_adults()
    {
        var family = await World.ApplyAsync(PoliceReport.Filed, "2017-05-05");
        Assert.DoesNotContain("minor-report-check", await World.OpenFormsAsync(family[0]));
        Assert.Contains("minor-report-check", await World.OpenFormsAsync(family[1]));

        await World.AnswerAsync(World.Head, family[1], "minor-report-check", ("duty", "report"));
        await World.InformPoliceAsync(family[1]);

        Assert.Contains("minorReport.checked", await World.EventsAsync(family[1]));
        Assert.Equal(["police-information"], await World.SeenByAsync(World.Policeman, family[1]));
        Assert.Empty(await World.SeenByAsync(World.Policeman, family[0]));
        Assert.Equal(PoliceReport.InformedByOrganisation, (await World.CaseAsync(family[1])).PoliceReport);
        Assert.Contains("identification-interview", await World.OpenFormsAsync(family[1]));
    }

    [Fact]
    public async Task A_child_without_another_duty_is_left_to_paragraph_35()
    {
        var family = await World.ApplyAsync(PoliceReport.Filed, "2017-05-05");

        await World.AnswerAsync(World.Head, family[1], "minor-report-check", ("duty", "none"));

        Assert.DoesNotContain("police-content", await World.OpenFormsAsync(family[1]));
        Assert.DoesNotContain("minor-protection", await World.RunningAsync(family[1]));
    }

    private async Task FireAtAsync(string local)
    {
        World.At(local);
        await World.FireTimersAsync();
    }

    private Task<List<string>> NoticesAsync(Guid file)
    {
        var correlation = file.ToString("N");
        return World.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.CorrelationId == correlation && row.Kind == "notice").Select(row => row.Body).ToListAsync());
    }
}

public sealed class OverdueOnSqlite(SqliteTestDatabase database) : OverdueTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class OverdueOnPostgres(PostgresTestDatabase database) : OverdueTests(database), IClassFixture<PostgresTestDatabase>;
