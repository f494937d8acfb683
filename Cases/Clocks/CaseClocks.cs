using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Pana.Cases;

/// <summary>Starts, meets and voids the clocks of a case as its events are recorded; nobody has to draw them.</summary>
public sealed class CaseClocks(CaseDb db, ObligationCatalog obligations, WorkingCalendar calendar, ILogger<CaseClocks> log)
{
    /// <summary>The running clock of an obligation in a case, or null.</summary>
    public async Task<Clock?> RunningAsync(Guid caseId, string obligationId, CancellationToken ct = default)
    {
        var running = await RunningAsync(caseId, ct);
        return running.Find(clock => clock.ObligationId == obligationId);
    }

    internal async Task<TimeZoneInfo> ZoneOfAsync(Case file, CancellationToken ct)
    {
        var organisation = await db.Organisations.FindAsync([file.OrganisationId], ct);
        return TimeZoneInfo.FindSystemTimeZoneById(organisation?.TimeZone ?? obligations.Setting("timeZone").GetString()!);
    }

    internal async Task FollowAsync(Case file, CaseEvent fact, TimeZoneInfo zone, CancellationToken ct)
    {
        var limits = obligations.Of(file, zone);
        if (!limits.Concerns(fact.Name))
        {
            return;
        }

        var running = await RunningAsync(file.Id, ct);
        foreach (var clock in running.Where(clock => clock.AnchorEventId != fact.Id))
        {
            Stop(file, limits, clock, fact, zone);
        }

        List<Clock> started = [];
        foreach (var limit in limits.All.Where(limit => limit.Anchors.Contains(fact.Name)))
        {
            // A second anchor does not give more time: the first clock goes on.
            if (!running.Exists(clock => clock.ObligationId == limit.Id && clock.State == ClockState.Running))
            {
                started.Add(Start(file, limits, limit, fact, zone));
            }
        }

        await DateTasksAsync(file, [.. running.Where(clock => clock.State != ClockState.Running)], started, ct);
    }

    /// <summary>Open tasks show the limit that runs now: one opened before its limit began gets the date then, one whose limit has ended has none.</summary>
    private async Task DateTasksAsync(Case file, List<Clock> stopped, List<Clock> started, CancellationToken ct)
    {
        string[] limits = [.. stopped.Concat(started).Select(clock => clock.ObligationId).Distinct()];
        if (limits.Length == 0)
        {
            return;
        }

        await db.UserTasks.Where(task => task.CaseId == file.Id && task.State == UserTaskState.Open && limits.Contains(task.ObligationId)).LoadAsync(ct);
        foreach (var task in db.UserTasks.Local.Where(task => task.CaseId == file.Id && task.State == UserTaskState.Open && limits.Contains(task.ObligationId)))
        {
            var clock = started.Find(clock => clock.ObligationId == task.ObligationId);
            (task.ClockId, task.DueAt) = (clock?.Id, clock?.DueAt);
        }
    }

    private void Stop(Case file, LimitEdition limits, Clock clock, CaseEvent fact, TimeZoneInfo zone)
    {
        var limit = limits.Find(clock.ObligationId);
        if (limit is null)
        {
            return;
        }

        if (limit.Targets.Contains(fact.Name))
        {
            clock.State = LocalDay.Of(fact.OccurredAt, zone) > clock.DueOn ? ClockState.MetLate : ClockState.Met;
        }
        else if (limit.VoidedBy.Contains(fact.Name))
        {
            clock.State = ClockState.Void;
        }
        else
        {
            return;
        }

        clock.MetByEventId = fact.Id;
        clock.MetAt = fact.OccurredAt;
        CasesLog.ClockStopped(log, file.Code, clock.ObligationId, clock.State);
    }

    private Clock Start(Case file, LimitEdition limits, Obligation limit, CaseEvent fact, TimeZoneInfo zone)
    {
        var explanation = new DueDate(calendar, limits).Of(limit, fact.Name, LocalDay.Of(fact.OccurredAt, zone));
        if (fact.Name == "contract.extended" && file.ContractEndsOn is { } end && end < explanation.DueOn)
        {
            // Three months are the most; the organisation may have chosen less (p33).
            explanation = explanation with { DueOn = end, Days = [explanation.Days[0], explanation.Days[^1] with { Date = end }] };
        }

        var clock = db.Clocks.Add(new Clock
        {
            CaseId = file.Id,
            ObligationId = limit.Id,
            AnchorEventId = fact.Id,
            StartedAt = fact.OccurredAt,
            DueOn = explanation.DueOn,
            DueAt = LocalDay.EndOf(explanation.DueOn, zone),
            State = ClockState.Running,
            Explanation = explanation,
        }).Entity;
        CasesLog.ClockStarted(log, file.Code, limit.Id, explanation.DueOn);
        return clock;
    }

    /// <summary>From the database and from what this scope has not saved yet.</summary>
    private async Task<List<Clock>> RunningAsync(Guid caseId, CancellationToken ct)
    {
        await db.Clocks.Where(clock => clock.CaseId == caseId && clock.State == ClockState.Running).LoadAsync(ct);
        return [.. db.Clocks.Local.Where(clock => clock.CaseId == caseId && clock.State == ClockState.Running)];
    }
}
