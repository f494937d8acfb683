using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The one way a case's history grows: event, state, clocks and audit together.</summary>
public sealed partial class CaseLedger(
    CaseDb db,
    DbSession session,
    CurrentActor actor,
    AuditTrail audit,
    CaseClocks clocks,
    CaseLock locks,
    EventCatalog events,
    ObligationCatalog obligations,
    IEnumerable<ICaseEventListener> listeners,
    TimeProvider time,
    ILogger<CaseLedger> log)
{
    /// <summary>
    /// Records an event that happened at <paramref name="occurredAt"/> (now when null); <paramref name="data"/> holds ids and codes only.
    /// <see cref="CaseRuleException"/> when the name is unknown, the time impossible, or the procedure does not allow it in this state.
    /// </summary>
    public Task<CaseEvent> RecordAsync(
        Case file, string eventName, DateTimeOffset? occurredAt = null, JsonObject? data = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);

        var text = events.Get(eventName);
        return session.InTransactionAsync(token => RecordAsync(file, text, occurredAt, data, token), ct);
    }

    /// <summary>Names of the events that the procedure allows in the case's present state.</summary>
    public IReadOnlyList<string> Possible(Case file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. Transitions.Possible(file.State).Where(name => events.Find(name) is not null)];
    }

    private async Task<CaseEvent> RecordAsync(Case file, EventText text, DateTimeOffset? occurredAt, JsonObject? data, CancellationToken ct)
    {
        await locks.TakeAsync(file, ct);
        var now = time.GetUtcNow();
        var at = (occurredAt ?? now).ToUniversalTime();
        CheckTime(file, text.Name, at, now);
        var row = Transitions.Find(text.Name, file.State) ?? throw NotInState(file, text.Name);
        var from = file.State;

        var fact = new CaseEvent
        {
            CaseId = file.Id,
            Name = text.Name,
            OccurredAt = at,
            RecordedAt = now,
            ActorId = actor.Value.UserId,
            ActorName = actor.Value.DisplayName,
            Paragraphs = [.. text.Paragraphs],
            Data = data,
        };
        var zone = await clocks.ZoneOfAsync(file, ct);
        await CheckOrderAsync(file, text.Name, at, zone, ct);
        await CheckAbsenceAsync(file, text.Name, at, zone, ct);
        file.Move(row, fact, LocalDay.Of(at, zone), obligations.Of(file, zone).Setting("monthEnd").GetString() == "day-before");
        db.CaseEvents.Add(fact);
        await clocks.FollowAsync(file, fact, zone, ct);
        audit.Note("event.recorded", file.Id, text.Name, new JsonObject
        {
            ["event"] = fact.Id.ToString(),
            ["from"] = from.ToString(),
            ["to"] = file.State.ToString(),
        });
        CasesLog.EventRecorded(log, file.Code, text.Name, row.Id, file.State);
        foreach (var listener in listeners)
        {
            await listener.RecordedAsync(file, fact, ct);
        }

        return fact;
    }

    private static void CheckTime(Case file, string eventName, DateTimeOffset at, DateTimeOffset now)
    {
        if (at > now)
        {
            throw new CaseRuleException(
                "Rule.InTheFuture",
                $"Case {file.Code}: {eventName} cannot have happened at {at:O}, because it is {now:O} now. Give the time at which it happened.",
                file.Code,
                eventName);
        }

        // A referral may have come before the person did (Q13).
        if (at < file.AppliedAt && eventName != "referral.received")
        {
            throw new CaseRuleException(
                "Rule.BeforeApplication",
                $"Case {file.Code}: {eventName} cannot have happened at {at:O}, because the person applied at {file.AppliedAt:O}. Give a later time.",
                file.Code,
                eventName);
        }
    }

    private static CaseRuleException NotInState(Case file, string eventName)
    {
        var possible = Transitions.Possible(file.State);
        return new CaseRuleException(
            "Rule.NotInState",
            $"Case {file.Code} is {file.State}, where {eventName} is not possible. Possible now: {string.Join(", ", possible)}.",
            file.Code,
            file.State.ToString(),
            eventName)
        {
            PossibleEvents = possible,
        };
    }
}
