using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// Changes the working calendar. Every running clock that moves is known before it is confirmed; then the calendar is
/// published and all of them move in one transaction, each with an event in its case's history and an audit entry.
/// </summary>
public sealed class CalendarChange(
    CaseDb db,
    DbSession session,
    ContentStore store,
    CaseLock locks,
    ObligationCatalog obligations,
    WorkingCalendar inUse,
    CurrentActor actor,
    AuditTrail audit,
    TimeProvider time,
    ILogger<CalendarChange> log)
{
    /// <summary>The event that a moved clock leaves in the case's history.</summary>
    public const string MovedEvent = "clock.moved";

    /// <summary>The calendar in use, to be edited.</summary>
    public async Task<ContentVersion> CurrentAsync(CancellationToken ct = default)
    {
        var versions = await store.VersionsAsync(ContentKind.Calendar, ContentReader.CalendarKey, ct);
        return (await store.FindAsync(ContentKind.Calendar, ContentReader.CalendarKey, versions.First(version => version.IsCurrent).Number, ct))!;
    }

    /// <summary>The content with one act added or changed, or taken away when <paramref name="act"/> is null.</summary>
    /// <exception cref="ContentDefectsException">The act makes no calendar.</exception>
    public static string With(ContentVersion current, string id, CalendarEdition? act)
    {
        ArgumentNullException.ThrowIfNull(current);
        var root = JsonNode.Parse(current.Body)!;
        var acts = root["editions"]!.AsArray();
        var place = acts.ToList().FindIndex(one => (string?)one!["id"] == id);
        if (act is null || place >= 0)
        {
            acts.RemoveAt(place);
        }

        if (act is not null)
        {
            acts.Insert(place >= 0 ? place : Place(acts), JsonNode.Parse(Json.Write(act)));
        }

        var body = root.ToJsonString(Json.Options);
        var defects = CalendarRules.Check(ContentReader.Calendar(body));
        return defects.Count == 0 ? body : throw new ContentDefectsException(current.Subject, defects);
    }

    /// <summary>Why a day is worked or off by a content that is not in use yet.</summary>
    public static Func<DateOnly, DayInfo> Explain(string body) => WorkingCalendar.Of(ContentReader.Calendar(body)).Explain;

    /// <summary>The running clocks that a content would move, by case code.</summary>
    public Task<IReadOnlyList<MovedClock>> ImpactAsync(string body, CancellationToken ct = default) =>
        MovesAsync(WorkingCalendar.Of(ContentReader.Calendar(body)), ct);

    /// <summary>The running clocks that do not agree with the calendar in use: it came from a file, or they began while it was published.</summary>
    public Task<IReadOnlyList<MovedClock>> DriftAsync(CancellationToken ct = default) => MovesAsync(inUse, ct);

    /// <summary>Names a list of moves, to know at the confirmation that it is the one that was seen.</summary>
    public static string Fingerprint(IEnumerable<MovedClock> moves) =>
        ContentReader.Digest(string.Join('\n', moves.Select(move => string.Create(CultureInfo.InvariantCulture, $"{move.ClockId} {move.From:O} {move.To:O}"))));

    /// <summary>Publishes the calendar and moves the clocks. The count of moved clocks.</summary>
    /// <exception cref="ContentChangedException">The calendar or the list of moves is not what was seen.</exception>
    public Task<int> PublishAsync(string body, int seen, string fingerprint, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var versions = await store.VersionsAsync(ContentKind.Calendar, ContentReader.CalendarKey, token);
            RequireSeen(versions, seen);
            var draft = await store.SaveDraftAsync(ContentKind.Calendar, ContentReader.CalendarKey, body, versions[0].Number, versions[0].Revision, token);
            await store.PublishAsync(ContentKind.Calendar, ContentReader.CalendarKey, draft.Number, draft.Revision, ct: token);
            return await MoveAsync(WorkingCalendar.Of(ContentReader.Calendar(body)), fingerprint, token);
        },
        ct);

    /// <summary>Publishes the calendar of a changed file in place of the one in use and moves the clocks. The count of moved clocks.</summary>
    /// <exception cref="ContentChangedException">The calendar, the draft or the list of moves is not what was seen.</exception>
    public Task<int> PublishFileAsync(ContentVersion draft, int seen, string fingerprint, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return session.InTransactionAsync(
            async token =>
            {
                RequireSeen(await store.VersionsAsync(ContentKind.Calendar, ContentReader.CalendarKey, token), seen);
                await store.PublishAsync(ContentKind.Calendar, ContentReader.CalendarKey, draft.Number, draft.Revision, ct: token);
                return await MoveAsync(WorkingCalendar.Of(ContentReader.Calendar(draft.Body)), fingerprint, token);
            },
            ct);
    }

    /// <summary>Moves the clocks of <see cref="DriftAsync"/>. The count of moved clocks.</summary>
    public Task<int> RecountAsync(string fingerprint, CancellationToken ct = default) => session.InTransactionAsync(token => MoveAsync(inUse, fingerprint, token), ct);

    private static void RequireSeen(IReadOnlyList<ContentVersion> versions, int seen)
    {
        var current = versions.First(version => version.IsCurrent);
        if (current.Number != seen)
        {
            throw new ContentChangedException("Calendar", current.PublishedByName, current.PublishedAt);
        }
    }

    private async Task<int> MoveAsync(WorkingCalendar calendar, string fingerprint, CancellationToken ct)
    {
        var moves = await MovesAsync(calendar, ct);
        if (Fingerprint(moves) != fingerprint)
        {
            throw new ContentChangedException("The list of clocks", null, time.GetUtcNow());
        }

        var moved = 0;
        foreach (var ofCase in moves.GroupBy(move => move.CaseId).OrderBy(ofCase => ofCase.Key))
        {
            var file = await db.Cases.SingleAsync(one => one.Id == ofCase.Key, ct);
            await locks.TakeAsync(file, ct);
            var zone = await ZoneOfAsync(file.OrganisationId, ct);
            foreach (var move in ofCase)
            {
                moved += await MoveAsync(file, move, calendar, zone, ct) ? 1 : 0;
            }
        }

        ContentLog.ClocksMoved(log, calendar.Edition, moved);
        return moved;
    }

    private async Task<bool> MoveAsync(Case file, MovedClock move, WorkingCalendar calendar, TimeZoneInfo zone, CancellationToken ct)
    {
        var clock = await db.Clocks.SingleAsync(one => one.Id == move.ClockId, ct);
        await db.Entry(clock).ReloadAsync(ct);
        if (clock.State != ClockState.Running)
        {
            return false; // It was met while this transaction waited for the case.
        }

        var explanation = Recount(clock, file, calendar, zone)!;
        (clock.Explanation, clock.DueOn, clock.DueAt) = (explanation, explanation.DueOn, LocalDay.EndOf(explanation.DueOn, zone));
        foreach (var task in await db.UserTasks.Where(task => task.ClockId == clock.Id && task.State == UserTaskState.Open).ToListAsync(ct))
        {
            task.DueAt = clock.DueAt;
        }

        var detail = new JsonObject
        {
            ["obligation"] = clock.ObligationId,
            ["from"] = move.From.ToString("O", CultureInfo.InvariantCulture),
            ["to"] = clock.DueOn.ToString("O", CultureInfo.InvariantCulture),
            ["calendar"] = calendar.Edition,
        };
        var now = time.GetUtcNow();
        db.CaseEvents.Add(new CaseEvent
        {
            CaseId = file.Id,
            Name = MovedEvent,
            OccurredAt = now,
            RecordedAt = now,
            ActorId = actor.Value.UserId,
            ActorName = actor.Value.DisplayName,
            Paragraphs = [move.Limit.Paragraph],
            Data = detail,
        });
        audit.Note(MovedEvent, file.Id, clock.ObligationId, (JsonObject)detail.DeepClone());
        return true;
    }

    private async Task<IReadOnlyList<MovedClock>> MovesAsync(WorkingCalendar calendar, CancellationToken ct)
    {
        var running = await db.Clocks.AsNoTracking().Where(clock => clock.State == ClockState.Running)
            .Join(db.Cases.AsNoTracking(), clock => clock.CaseId, file => file.Id, (clock, file) => new { clock, file })
            .OrderBy(pair => pair.file.Code).ThenBy(pair => pair.clock.ObligationId)
            .ToListAsync(ct);
        List<MovedClock> moves = [];
        foreach (var pair in running)
        {
            var zone = await ZoneOfAsync(pair.file.OrganisationId, ct);
            if (Recount(pair.clock, pair.file, calendar, zone) is { } explanation && explanation.DueOn != pair.clock.DueOn)
            {
                var limit = obligations.Of(pair.file, zone).Get(pair.clock.ObligationId);
                moves.Add(new MovedClock(pair.clock.Id, pair.file.Id, pair.file.Code, limit, pair.clock.DueOn, explanation.DueOn));
            }
        }

        return moves;
    }

    private ClockExplanation? Recount(Clock clock, Case file, WorkingCalendar calendar, TimeZoneInfo zone)
    {
        var limits = obligations.Of(file, zone);
        return limits.Find(clock.ObligationId) is { } limit
            ? new DueDate(calendar, limits).Of(limit, clock.Explanation.AnchorEvent, clock.Explanation.AnchorOn)
            : null;
    }

    private async Task<TimeZoneInfo> ZoneOfAsync(Guid organisationId, CancellationToken ct) =>
        TimeZoneInfo.FindSystemTimeZoneById((await db.Organisations.FindAsync([organisationId], ct))!.TimeZone);

    // Before the projections, after every act that is known.
    private static int Place(JsonArray acts)
    {
        var projection = acts.ToList().FindIndex(one => one!["projection"]?.GetValue<bool>() == true);
        return projection < 0 ? acts.Count : projection;
    }
}
