using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The log of services given (p18; general services p15; urgent help p7 2)): who, what, when, how long, on what ground.</summary>
public sealed class ServiceLog(
    CaseDb db, DbSession session, CurrentActor actor, TaskAnswers answers, PlanMeasures plans, CaseLedger ledger, CaseClocks clocks, AuditTrail audit, TimeProvider time)
{
    /// <summary>The form of an entry.</summary>
    public const string Form = "service-given";

    /// <summary>The form that strikes an entry out.</summary>
    public const string StrikeForm = "service-struck";

    /// <summary>The event of a service given by the plan (T21); there are thousands, so the story of the case leaves them to the log.</summary>
    public const string Performed = "measure.performed";

    private static readonly string[] Looked =
        ["victim.recognised", "healthcareStay.started", "healthcareStay.ended", "victim.notRecognised", "contraindication.found", "applicant.withdrew", "headOrder.signed"];

    /// <summary>
    /// Keeps a filled <see cref="Form"/> as an entry; a service of paragraph 24 while the plan runs is also <c>measure.performed</c> (T21).
    /// <see cref="CaseRuleException"/> when the service could not be given at that time: before recognition, after the contract
    /// (p15), in a healthcare institution (p37), after the end.
    /// </summary>
    public Task<ServiceEntry> RecordAsync(Case file, FormDefinition form, FormAnswers given, string? measure = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(given);
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var zone = await clocks.ZoneOfAsync(file, token);
                var local = given.Moment("at")!.Value;
                var entry = new ServiceEntry
                {
                    CaseId = file.Id,
                    OrganisationId = file.OrganisationId,
                    Service = given.Text("service")!,
                    At = LocalDay.At(local, zone),
                    Day = DateOnly.FromDateTime(local),
                    Minutes = int.Parse(given.Text("minutes")!, CultureInfo.InvariantCulture),
                    // Only a service of paragraph 24 performs a measure of the plan.
                    Measure = ServiceCodes.KindOf(given.Text("service")!) is null ? null : measure,
                    RecordedAt = time.GetUtcNow(),
                    RecordedById = actor.Value.UserId,
                    RecordedByName = actor.Value.DisplayName,
                };
                await CheckAsync(file, entry, zone, token);
                entry.Basis = await BasisAsync(file, entry, token);
                entry.AnswersId = (await answers.KeepAsync(file.Id, null, form.Id, form.Version, given, token)).Id;
                db.ServiceEntries.Add(entry);
                audit.Note("service.recorded", file.Id, file.Code, new JsonObject { ["service"] = entry.Service, ["entry"] = entry.Id.ToString() });
                if (entry.Basis is ServiceBasis.Plan or ServiceBasis.OutsidePlan && file.State == CaseState.InService)
                {
                    await ledger.RecordAsync(file, Performed, entry.At, new JsonObject { ["service"] = entry.Service, ["entry"] = entry.Id.ToString() }, token);
                }

                await db.SaveChangesAsync(token);
                return entry;
            },
            ct);
    }

    /// <summary>Strikes an entry out with a reason; it stays, marked. False when it was struck out already or is not this person's to strike.</summary>
    public Task<bool> StrikeAsync(Case file, Guid entryId, FormDefinition form, FormAnswers given, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(form);
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var entry = await db.ServiceEntries.SingleOrDefaultAsync(entry => entry.Id == entryId && entry.CaseId == file.Id, token);
                if (entry is null || !MayStrike(entry))
                {
                    return false;
                }

                entry.StruckAt = time.GetUtcNow();
                entry.StruckById = actor.Value.UserId;
                entry.StruckByName = actor.Value.DisplayName;
                entry.StruckAnswersId = (await answers.KeepAsync(file.Id, null, form.Id, form.Version, given, token)).Id;
                audit.Note("service.struck", file.Id, file.Code, new JsonObject { ["service"] = entry.Service, ["entry"] = entry.Id.ToString() });
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    /// <summary>May the acting person strike this entry out? Whoever recorded it, and the head.</summary>
    public bool MayStrike(ServiceEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.StruckAt is null && (actor.Value.Is(Role.Head) || (entry.RecordedById is { } recorder && recorder == actor.Value.UserId));
    }

    /// <summary>Opens the sealed part of entries of one case as far as the acting person may read it. The caller has checked that the case may be seen.</summary>
    public async Task<IReadOnlyList<ServiceLine>> OpenAsync(Guid caseId, IReadOnlyCollection<ServiceEntry> entries, CancellationToken ct = default)
    {
        var wanted = entries.Select(entry => entry.AnswersId).Concat(entries.Select(entry => entry.StruckAnswersId).OfType<Guid>()).ToList();
        var stored = await db.SealedAnswers.AsNoTracking().Where(row => row.CaseId == caseId && wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        List<ServiceLine> lines = [];
        foreach (var entry in entries)
        {
            var given = await OpenAsync(stored.GetValueOrDefault(entry.AnswersId), ct);
            var note = given.Text("note") is { Length: > 0 } text ? text : null;
            var mayRead = entry.RecordedById == actor.Value.UserId || actor.Value.MayRead(ServiceCodes.NoteKey(entry.Service));
            var struck = entry.StruckAnswersId is { } why ? (await OpenAsync(stored.GetValueOrDefault(why), ct)).Text("reason") : null;
            lines.Add(new ServiceLine(entry, given.Text("giver") is { Length: > 0 } giver ? giver : null, mayRead ? note : null, note is not null && !mayRead, struck));
        }

        return lines;
    }

    private async Task<FormAnswers> OpenAsync(SealedAnswers? row, CancellationToken ct) => row is null ? new FormAnswers() : await answers.OpenAsync(row, ct);

    private async Task<ServiceBasis> BasisAsync(Case file, ServiceEntry entry, CancellationToken ct)
    {
        if (ServiceCodes.KindOf(entry.Service) is not { } kind)
        {
            return entry.Service switch
            {
                ServiceCodes.Urgent => ServiceBasis.Urgent,
                ServiceCodes.DayStay => ServiceBasis.DayStay,
                _ => ServiceBasis.General,
            };
        }

        var plan = (await plans.OfAsync([file.Id], ct)).GetValueOrDefault(file.Id) ?? [];
        if (entry.Measure is { } mark && !plan.Any(measure => measure.Mark == mark && measure.Kind == kind))
        {
            throw new CaseRuleException(
                "Rule.MeasureNotInPlan", $"Case {file.Code}: the approved plan has no such measure of kind {kind}; it may have been corrected meanwhile. Choose a measure of the plan as it is, or none.");
        }

        return plan.Any(measure => measure.Kind == kind) ? ServiceBasis.Plan : ServiceBasis.OutsidePlan;
    }

    private async Task CheckAsync(Case file, ServiceEntry entry, TimeZoneInfo zone, CancellationToken ct)
    {
        var history = await db.CaseEvents.AsNoTracking().Where(fact => fact.CaseId == file.Id && Looked.Contains(fact.Name))
            .Select(fact => new { fact.Name, fact.OccurredAt }).ToListAsync(ct);
        DateOnly? First(string name) => history.Where(fact => fact.Name == name).Select(fact => (DateOnly?)LocalDay.Of(fact.OccurredAt, zone)).Min();
        var applied = LocalDay.Of(file.AppliedAt, zone);
        if (entry.At > entry.RecordedAt)
        {
            throw Refused(file, "Rule.ServiceInTheFuture", entry, LocalDay.Of(entry.RecordedAt, zone), "the time has not come yet; give the time at which it began");
        }

        if (entry.Day < applied)
        {
            throw Refused(file, "Rule.ServiceBeforeApplication", entry, applied, "the person had not applied yet; give that day or a later one");
        }

        if (file.IsOver && history.Count > 0 && LocalDay.Of(history.Max(fact => fact.OccurredAt), zone) is var last && entry.Day > last)
        {
            throw Refused(file, "Rule.ServiceAfterEnd", entry, last, "the services had ended; give that day or an earlier one");
        }

        if (ServiceCodes.KindOf(entry.Service) is not null)
        {
            if (file.ContractOn is not { } contract || entry.Day < contract)
            {
                throw Refused(file, "Rule.ServiceBeforeContract", entry, file.ContractOn, "services of paragraph 24 are given under the contract; until then choose a general service (p15)");
            }
        }
        else if (ServiceCodes.IsGeneral(entry.Service) && (First("victim.recognised") is not { } recognised || entry.Day < recognised))
        {
            throw Refused(file, "Rule.ServiceBeforeRecognition", entry, First("victim.recognised"), "general services are for a recognised victim (p15); until then record urgent help (p7 2))");
        }
        else if (entry.Service != ServiceCodes.DayStay && file.ContractOn is { } concluded && entry.Day > concluded)
        {
            throw Refused(file, "Rule.ServiceAfterContract", entry, concluded, "general services end with the contract (p15); choose a service of paragraph 24");
        }

        // The days of leaving for the hospital and of coming back are days in the organisation too (p37).
        var stays = history.Where(fact => fact.Name == "healthcareStay.started").Select(fact => fact.OccurredAt).Order().ToList();
        foreach (var began in stays)
        {
            var ended = history.Where(fact => fact.Name == "healthcareStay.ended" && fact.OccurredAt >= began).Select(fact => (DateTimeOffset?)fact.OccurredAt).Min();
            if (entry.Day > LocalDay.Of(began, zone) && (ended is not { } back || entry.Day < LocalDay.Of(back, zone)))
            {
                throw Refused(file, "Rule.ServiceInHospital", entry, LocalDay.Of(began, zone), "services were suspended while the recipient was in a healthcare institution (p37)");
            }
        }
    }

    private static CaseRuleException Refused(Case file, string key, ServiceEntry entry, DateOnly? bound, string because) => new(
        key,
        $"Case {file.Code}: {entry.Service} on {entry.Day:yyyy-MM-dd} cannot be recorded: {because}{(bound is { } day ? $" ({day:yyyy-MM-dd})" : "")}.",
        bound?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "–");
}
