using System.Text.Json.Nodes;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>The end of the contract term (p33, p40 2), T35), and what the end of a parent's stay leaves of the children's .</summary>
public abstract class TermTests(TestDatabase database) : ProcedureTests(database, "2026-08-31 09:00")
{
    [Fact]
    public async Task A_contract_of_31_August_ends_on_28_February_and_the_day_after_the_head_is_asked_for_the_order()
    {
        var file = await ServedAsync();
        Assert.Equal(new DateOnly(2027, 2, 28), (await World.CaseAsync(file)).ContractEndsOn);

        await FireAtAsync("2027-02-28 23:59");
        Assert.Equal(CaseState.InService, (await World.CaseAsync(file)).State);
        await FireAtAsync("2027-03-01 00:01");

        var ended = await World.CaseAsync(file);
        Assert.Equal((CaseState.TerminationPending, "contract.termEnded"), (ended.State, ended.EndingGround));
        Assert.Equal(ClockState.Met, (await World.ClockAsync(file, "p33.1")).State);
        var told = await Assert.ThrowsAsync<CaseRuleException>(() => World.AnswerAsync(World.Head, file, "order-completion", ("decision", "decline")));
        Assert.Equal("Rule.ContractIsOver", told.Key);
        await World.AnswerAsync(World.Head, file, "order-completion");
        Assert.Equal(CaseState.Completed, (await World.CaseAsync(file)).State);
        var order = await World.TextOfAsync((await World.PapersAsync(file)).Last(paper => paper.Kind == "head-order"));
        Assert.Contains("мерзімінің аяқталуы (28.02.2027)", order, StringComparison.Ordinal);
        Assert.Empty(await World.IncidentsAsync(file));
    }

    [Fact]
    public async Task An_extended_contract_ends_on_the_last_day_of_the_extension()
    {
        var file = await ServedAsync();
        World.At("2027-02-20 10:00");
        await World.RecordAsync(World.Social, file, "healthcareStay.started", new JsonObject { ["stayKind"] = "inpatient" });
        World.At("2027-02-28 10:00");
        await World.RecordAsync(World.Head, file, "contract.extended", new JsonObject { ["endsOn"] = "2027-03-20" });

        await FireAtAsync("2027-03-01 00:01");
        await FireAtAsync("2027-03-20 23:59");
        Assert.Equal(CaseState.Suspended, (await World.CaseAsync(file)).State);
        await FireAtAsync("2027-03-21 00:01");

        Assert.Equal("contract.termEnded", (await World.CaseAsync(file)).EndingGround);
        Assert.Empty(await World.IncidentsAsync(file));
    }

    [Fact]
    public async Task The_end_of_the_mothers_stay_does_not_close_the_childs_case()
    {
        var cases = await World.ApplyAsync(PoliceReport.Filed, "2017-05-05");
        foreach (var one in cases)
        {
            await World.ToContractAsync(one);
            await World.ToServiceAsync(one);
        }

        await World.RecordAsync(World.Social, cases[0], "recipient.requestedCompletion");
        await World.AnswerAsync(World.Head, cases[0], "order-completion");
        await World.GiveBackAsync(cases[0]);

        Assert.Equal(CaseState.Closed, (await World.CaseAsync(cases[0])).State);
        Assert.Equal(CaseState.InService, (await World.CaseAsync(cases[1])).State);
        Assert.Contains("service", await World.RunningAsync(cases[1]));
        var order = await World.TextOfAsync((await World.PapersAsync(cases[0])).Last(paper => paper.Kind == "head-order"));
        Assert.Contains("істері осы бұйрықпен жабылмайды", order, StringComparison.Ordinal);
    }

    private async Task<Guid> ServedAsync()
    {
        var file = (await World.ApplyAsync())[0];
        await World.ToContractAsync(file);
        await World.ToServiceAsync(file);
        return file;
    }

    private async Task FireAtAsync(string local)
    {
        World.At(local);
        await World.FireTimersAsync();
    }
}

public sealed class TermOnSqlite(SqliteTestDatabase database) : TermTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class TermOnPostgres(PostgresTestDatabase database) : TermTests(database), IClassFixture<PostgresTestDatabase>;
