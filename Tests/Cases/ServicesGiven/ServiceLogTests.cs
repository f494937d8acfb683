using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.ServicesGiven;

/// <summary>What was given, when and on what ground (p7 2), p15, p18); nothing is recorded that could not have happened.</summary>
public abstract class ServiceLogTests(TestDatabase database) : CaseTests(database)
{
    private const string Note = "Құпия ескертпе";

    [Fact]
    public async Task Urgent_help_general_services_and_services_of_the_plan_follow_one_another()
    {
        World.At("2026-03-20 22:00");
        var file = await World.OpenCaseAsync();
        Assert.Equal(ServiceBasis.Urgent, (await GiveAsync(World.Social, file, "urgent", "2026-03-20T22:00")).Basis);
        Assert.Null((await GiveAsync(World.Social, file, "urgent", "2026-03-20T22:00", new string('x', 500))).Measure);
        Assert.Equal("Rule.ServiceBeforeRecognition", await RefusedAsync(file, "g1", "2026-03-20T22:00"));
        Assert.Equal("Rule.ServiceBeforeContract", await RefusedAsync(file, "s3_4", "2026-03-20T22:00"));

        World.At("2026-03-24 10:00");
        await World.RecordAsync(file, [.. Walk.ToContract.SkipLast(1)]);
        Assert.Equal(ServiceBasis.General, (await GiveAsync(World.Social, file, "g1", "2026-03-24T10:00")).Basis);
        Assert.Equal("Rule.ServiceBeforeRecognition", await RefusedAsync(file, "g1", "2026-03-23T10:00"));

        World.At("2026-04-03 10:00");
        await World.RecordAsync(file, "contract.concluded");
        World.At("2026-04-04 10:00");
        Assert.Equal("Rule.ServiceAfterContract", await RefusedAsync(file, "g1", "2026-04-04T09:00"));
        // What was given before midnight is written down the next morning.
        Assert.Equal(ServiceBasis.General, (await GiveAsync(World.Social, file, "g1", "2026-04-03T09:00")).Basis);
        Assert.Equal(ServiceBasis.OutsidePlan, (await GiveAsync(World.Psychologist, file, "s3_4", "2026-04-04T09:00")).Basis);

        var mark = await PlanAsync(file, ("s3", "Апталық сұхбат"));
        Assert.Equal(ServiceBasis.Plan, (await GiveAsync(World.Psychologist, file, "s3_4", "2026-04-04T09:30", mark)).Basis);
        Assert.Equal(ServiceBasis.OutsidePlan, (await GiveAsync(World.Social, file, "s8_1", "2026-04-04T09:40")).Basis);
        Assert.Equal("Rule.MeasureNotInPlan", await RefusedAsync(file, "s8_1", "2026-04-04T09:45", mark));
        Assert.Equal(2, await World.ReadAsync(db => db.CaseEvents.CountAsync(fact => fact.CaseId == file.Id && fact.Name == ServiceLog.Performed)));
    }

    [Fact]
    public async Task Nothing_is_recorded_before_the_application_ahead_of_time_in_hospital_or_after_the_end()
    {
        World.At("2026-03-20 12:00");
        var file = await World.OpenCaseAsync();
        Assert.Equal("Rule.ServiceBeforeApplication", await RefusedAsync(file, "urgent", "2026-03-19T12:00"));
        Assert.Equal("Rule.ServiceInTheFuture", await RefusedAsync(file, "urgent", "2026-03-20T12:01"));
        await World.RecordAsync(file, [.. Walk.ToService]);
        World.At("2026-04-10 12:00");
        await World.RecordAsync(file, "healthcareStay.started");
        World.At("2026-04-15 12:00");
        Assert.Equal("Rule.ServiceInHospital", await RefusedAsync(file, "s1_5", "2026-04-12T12:00"));
        await World.RecordAsync(file, "healthcareStay.ended");
        await GiveAsync(World.Social, file, "s1_5", "2026-04-10T08:00");
        await GiveAsync(World.Social, file, "s1_5", "2026-04-15T12:00");
        Assert.Equal("Rule.ServiceInHospital", await RefusedAsync(file, "s1_5", "2026-04-14T12:00"));

        await World.RecordAsync(file, "recipient.requestedCompletion", "headOrder.signed");
        World.At("2026-04-20 12:00");
        Assert.Equal("Rule.ServiceAfterEnd", await RefusedAsync(file, "s1_5", "2026-04-16T12:00"));
        await GiveAsync(World.Social, file, "s1_5", "2026-04-15T13:00");
    }

    [Fact]
    public async Task A_measure_keeps_its_mark_through_a_correction_and_is_nobody_else_s()
    {
        var (file, other) = (await World.OpenCaseAsync(), await World.OpenCaseAsync());
        await World.RecordAsync(file, [.. Walk.ToContract]);
        await World.RecordAsync(other, [.. Walk.ToContract]);
        var mark = await PlanAsync(file, ("s3", "Апталық сұхбат"));
        Assert.NotEqual(mark, await PlanAsync(other, ("s3", "Апталық сұхбат")));

        World.Time.Advance(TimeSpan.FromDays(1));
        await DraftAsync(file, ("s3", " Апталық сұхбат "), ("s5", "Жұмыс іздеу"));
        Assert.Single((await MeasuresAsync(file))!); // drafted, not approved
        World.Time.Advance(TimeSpan.FromMinutes(1));
        await World.RecordAsync(file, "plan.approved");

        var measures = (await MeasuresAsync(file))!;
        Assert.Equal(2, measures.Count);
        Assert.Equal(mark, measures[0].Mark);
        Assert.Equal((Role.Psychologist, Role.SocialWorkSpecialist), (measures[0].Performer, measures[1].Performer));
    }

    [Fact]
    public async Task A_note_is_sealed_and_a_psychological_one_is_closed_to_the_nurse()
    {
        var file = await World.OpenCaseAsync();
        await World.RecordAsync(file, [.. Walk.ToService]);
        var entry = await GiveAsync(World.Psychologist, file, "s3_4", At(World.Time));

        var stored = await World.ReadAsync(db => db.SealedAnswers.SingleAsync(row => row.Id == entry.AnswersId));
        Assert.DoesNotContain(Note, Encoding.UTF8.GetString(stored.Sealed), StringComparison.Ordinal);
        Assert.Equal((Note, false), await NoteAsync(World.Psychologist));
        Assert.Equal((Note, false), await NoteAsync(World.Head));
        Assert.Equal((null, true), await NoteAsync(World.Nurse));
        Assert.Equal((null, true), await NoteAsync(World.Social));
        async Task<(string?, bool)> NoteAsync(Actor who) => await World.AsAsync(who, async scope =>
        {
            var line = Assert.Single(await scope.GetRequiredService<ServiceLog>().OpenAsync(file.Id, [entry]));
            return (line.Note, line.NoteClosed);
        });
    }

    [Fact]
    public async Task An_entry_is_struck_out_once_with_a_reason_by_its_writer_or_the_head()
    {
        var file = await World.OpenCaseAsync();
        var entry = await GiveAsync(World.Social, file, "urgent", At(World.Time));

        Assert.False(await StrikeAsync(World.Nurse));
        Assert.True(await StrikeAsync(World.Social));
        Assert.False(await StrikeAsync(World.Head));
        var struck = await World.ReadAsync(db => db.ServiceEntries.SingleAsync(one => one.Id == entry.Id));
        Assert.Equal((World.Social.UserId, World.Time.GetUtcNow()), (struck.StruckById, struck.StruckAt));
        Assert.Equal("Қате жазылған", (await World.AsAsync(World.Head, scope => scope.GetRequiredService<ServiceLog>().OpenAsync(file.Id, [struck])))[0].StruckBecause);
        Assert.Equal(2, await World.ReadAsync(db => db.AuditEntries.CountAsync(one => one.CaseId == file.Id && one.Action.StartsWith("service."))));
        Task<bool> StrikeAsync(Actor who) => World.AsAsync(who, async scope => await scope.GetRequiredService<ServiceLog>().StrikeAsync(
            await CaseAsync(scope, file), entry.Id, scope.GetRequiredService<FormCatalog>().Get(ServiceLog.StrikeForm), Answers(("reason", "Қате жазылған"))));
    }

    [Fact]
    public async Task Entries_are_seen_where_the_case_is()
    {
        var file = await World.OpenCaseAsync();
        await GiveAsync(World.Social, file, "urgent", At(World.Time));

        Assert.Equal(1, await SeenAsync(World.Head));
        Assert.Equal(0, await SeenAsync(World.Nurse)); // no task in this case
        Assert.Equal(0, await SeenAsync(World.Officer));
        Assert.Equal(0, await SeenAsync(World.Staff(Role.Head, World.Other)));
        Task<int> SeenAsync(Actor who) => World.ReadAsync(db => db.ServiceEntries.VisibleTo(who, db).CountAsync(entry => entry.CaseId == file.Id));
    }

    private static string At(TimeProvider time) => time.GetUtcNow().ToOffset(TimeSpan.FromHours(5)).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static FormAnswers Answers(params (string Key, JsonNode? Value)[] given) => FormAnswers.FromJson(new JsonObject(given.Select(one => KeyValuePair.Create(one.Key, one.Value))));

    private static async Task<Case> CaseAsync(IServiceProvider scope, Case file) => (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!;

    private Task<ServiceEntry> GiveAsync(Actor who, Case file, string service, string at, string? measure = null) => World.AsAsync(who, async scope =>
        await scope.GetRequiredService<ServiceLog>().RecordAsync(
            await CaseAsync(scope, file), scope.GetRequiredService<FormCatalog>().Get(ServiceLog.Form), Answers(("service", service), ("at", at), ("minutes", 45), ("note", Note)), measure));

    private async Task<string> RefusedAsync(Case file, string service, string at, string? measure = null) =>
        (await Assert.ThrowsAsync<CaseRuleException>(() => GiveAsync(World.Social, file, service, at, measure))).Key;

    private Task<IReadOnlyList<PlanMeasure>?> MeasuresAsync(Case file) => World.AsAsync(World.Head, async scope =>
        (await scope.GetRequiredService<PlanMeasures>().OfAsync([file.Id])).GetValueOrDefault(file.Id));

    private Task DraftAsync(Case file, params (string Kind, string Words)[] measures) => World.AsAsync(World.Psychologist, scope => scope.DraftPlanAsync(file.Id, measures));

    private async Task<string> PlanAsync(Case file, params (string Kind, string Words)[] measures)
    {
        await World.RecordAsync(file, "needsAssessment.completed", "needsAssessment.resultsReceived");
        await DraftAsync(file, measures);
        await World.RecordAsync(file, "plan.drafted", "plan.approved");
        return (await MeasuresAsync(file))![0].Mark;
    }
}

public sealed class ServiceLogOnSqlite(SqliteTestDatabase database) : ServiceLogTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class ServiceLogOnPostgres(PostgresTestDatabase database) : ServiceLogTests(database), IClassFixture<PostgresTestDatabase>;
