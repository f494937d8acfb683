using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.CaseFile;

public abstract class CaseLedgerTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task A_recorded_event_has_who_when_and_paragraphs_and_an_audit_entry()
    {
        var file = await World.OpenCaseAsync();

        await World.RecordAsync(file, "identification.started");

        var fact = await World.ReadAsync(db => db.CaseEvents.SingleAsync(one => one.CaseId == file.Id && one.Name == "identification.started"));
        Assert.Equal(["28", "29"], fact.Paragraphs);
        Assert.Equal(World.Social.UserId, fact.ActorId);
        Assert.Equal(World.Time.GetUtcNow(), fact.OccurredAt);
        var entry = await World.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.CaseId == file.Id && one.Subject == "identification.started"));
        Assert.Equal("event.recorded", entry.Action);
        Assert.Equal(World.Organisation.Id, entry.OrganisationId);
        Assert.Equal("IdentificationInProgress", entry.Detail!["to"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_event_names_the_known_ones()
    {
        var file = await World.OpenCaseAsync();

        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() => World.RecordAsync(file, "victim.recognized"));

        Assert.Contains("'victim.recognized' is not a case event", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("victim.recognised", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_the_state_does_not_allow_says_what_is_possible()
    {
        var file = await World.OpenCaseAsync();

        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() => World.RecordAsync(file, "contract.concluded"));

        Assert.Equal("Rule.NotInState", refusal.Key);
        Assert.Equal([file.Code, "Applied", "contract.concluded"], refusal.Arguments);
        Assert.Contains("identification.started", refusal.PossibleEvents);
        Assert.Equal(CaseState.Applied, (await World.LoadAsync(file)).State);
    }

    [Theory]
    [InlineData(1, "Rule.InTheFuture")]
    [InlineData(-1, "Rule.BeforeApplication")]
    public async Task An_event_cannot_happen_in_the_future_or_before_the_application(int minutes, string key)
    {
        var file = await World.OpenCaseAsync();

        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(file, "identification.started", World.Time.GetUtcNow().AddMinutes(minutes)));

        Assert.Equal(key, refusal.Key);
    }

    [Fact]
    public async Task A_page_that_loaded_the_case_earlier_changes_the_newest_row()
    {
        var file = await World.OpenCaseAsync();

        await World.AsAsync(World.Social, async scope =>
        {
            var stale = (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!;
            await World.RecordAsync(file, "identification.started");
            await scope.GetRequiredService<CaseLedger>().RecordAsync(stale, "victim.recognised");
        });

        var stored = await World.LoadAsync(file);
        Assert.Equal(CaseState.Recognised, stored.State);
    }

    [Fact]
    public async Task What_a_failed_transaction_recorded_is_gone()
    {
        var file = await World.OpenCaseAsync();

        await Assert.ThrowsAsync<CaseRuleException>(() => World.AsAsync(World.Social, async scope =>
        {
            var stored = (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!;
            var ledger = scope.GetRequiredService<CaseLedger>();
            await scope.GetRequiredService<Pana.Engine.DbSession>().InTransactionAsync(async ct =>
            {
                await ledger.RecordAsync(stored, "identification.started", ct: ct);
                await ledger.RecordAsync(stored, "contract.concluded", ct: ct);
            });
        }));

        Assert.Equal(CaseState.Applied, (await World.LoadAsync(file)).State);
        Assert.False(await World.ReadAsync(db => db.CaseEvents.AnyAsync(fact => fact.CaseId == file.Id && fact.Name == "identification.started")));
    }

    [Fact]
    public async Task The_card_must_be_completed_before_it_is_in_the_portal()
    {
        var file = await World.OpenCaseAsync();
        await World.RecordAsync(file, [.. Walk.ToContract]);

        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() => World.RecordAsync(file, "registrationCard.enteredInPortal"));

        Assert.Equal("Rule.CardNotCompleted", refusal.Key);
    }

    [Fact]
    public async Task After_treatment_the_same_person_may_be_admitted_and_the_limit_starts_anew()
    {
        var file = await World.OpenCaseAsync();
        await World.RecordAsync(file, "contraindication.found");
        Assert.Equal(ClockState.Void, (await World.ClockAsync(file, "p28.1")).State);

        World.At("2026-04-06 10:00");
        await World.RecordAsync(file, "treatment.discharged", "admission.needed", "application.submitted");

        var clock = await World.ClockAsync(file, "p28.1");
        Assert.Equal(ClockState.Running, clock.State);
        Assert.Equal(new DateOnly(2026, 4, 7), clock.DueOn);
        Assert.Equal(CaseState.Applied, (await World.LoadAsync(file)).State);
    }

    [Fact]
    public async Task An_extension_longer_than_three_months_is_refused()
    {
        var file = await World.OpenCaseAsync();
        World.At("2026-04-03 10:00");
        await World.RecordAsync(file, [.. Walk.ToContract]);
        await World.RecordAsync(file, "healthcareStay.started");
        World.At("2026-10-03 10:00");

        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() =>
            RecordAsync(file, "contract.extended", null, new JsonObject { ["endsOn"] = "2027-01-04" }));

        Assert.Equal("Rule.ExtensionTooLong", refusal.Key);
        await RecordAsync(file, "contract.extended", null, new JsonObject { ["endsOn"] = "2027-01-03" });
        Assert.Equal(new DateOnly(2027, 1, 3), (await World.LoadAsync(file)).ContractEndsOn);
        Assert.Equal(new DateOnly(2027, 1, 3), (await World.ClockAsync(file, "p33.2")).DueOn);
    }

    [Fact]
    public async Task A_contract_is_extended_on_its_last_day_in_hospital_and_once()
    {
        World.At("2026-04-03 10:00");
        var file = await World.OpenCaseAsync();
        await World.RecordAsync(file, [.. Walk.ToContract]);
        Assert.Equal("Rule.NotInState", (await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(file, "contract.extended", null))).Key);
        await World.RecordAsync(file, "healthcareStay.started");
        World.At("2026-10-02 23:59");
        Assert.Equal("Rule.ExtensionNotOnLastDay", (await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(file, "contract.extended", null))).Key);
        World.At("2026-10-03 09:00");
        await RecordAsync(file, "contract.extended", null, new JsonObject { ["endsOn"] = "2026-12-01" });
        Assert.Equal(new DateOnly(2026, 12, 1), (await World.ClockAsync(file, "p33.2")).DueOn);

        World.At("2026-12-01 09:00");
        var second = await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(file, "contract.extended", null));

        Assert.Equal("Rule.ExtendedAlready", second.Key);
        Assert.Equal(new DateOnly(2026, 12, 1), (await World.LoadAsync(file)).ContractEndsOn);
    }

    [Fact]
    public async Task Absence_is_a_ground_for_expulsion_after_72_hours_and_not_before()
    {
        World.At("2026-06-01 09:00");
        var file = await World.OpenCaseAsync();
        await World.RecordAsync(file, [.. Walk.ToService]);
        World.At("2026-06-10 14:00");
        await World.RecordAsync(file, "recipient.leftWithoutNotice");

        World.At("2026-06-13 14:00");
        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(file, "absence.exceededLimit", null));
        Assert.Equal("Rule.AbsenceNotYet", refusal.Key);
        Assert.Equal(["13.06.2026 14:00"], refusal.Arguments);

        World.At("2026-06-13 14:01");
        await RecordAsync(file, "absence.exceededLimit", null);
        Assert.Equal(CaseState.TerminationPending, (await World.LoadAsync(file)).State);
        Assert.Equal(CaseEnding.Expulsion, (await World.LoadAsync(file)).Ending);
    }

    private Task RecordAsync(Case file, string name, DateTimeOffset? at, JsonObject? data = null) => World.AsAsync(World.Social, async scope =>
    {
        var stored = (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!;
        await scope.GetRequiredService<CaseLedger>().RecordAsync(stored, name, at, data);
    });
}

public sealed class CaseLedgerOnSqlite(SqliteTestDatabase database) : CaseLedgerTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class CaseLedgerOnPostgres(PostgresTestDatabase database) : CaseLedgerTests(database), IClassFixture<PostgresTestDatabase>;
