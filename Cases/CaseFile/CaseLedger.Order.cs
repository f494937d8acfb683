using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>What must have happened before an event, and how long ago.</summary>
public sealed partial class CaseLedger
{
    private const string Left = "recipient.leftWithoutNotice";

    /// <summary>
    /// The moment until which an absence without notice is no ground for expulsion: three 24-hour periods, to the minute,
    /// after the last recorded leaving (p37 2), Q5); null when the recipient never left.
    /// </summary>
    public async Task<DateTimeOffset?> AbsenceLimitAsync(Case file, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var left = await TimesAsync(file, Left, ct);
        return left.Count == 0 ? null : AbsenceLimit(file, left.Max(), await clocks.ZoneOfAsync(file, ct));
    }

    /// <summary>Days are compared, not minutes: forms ask some acts by the day only.</summary>
    private async Task CheckOrderAsync(Case file, string eventName, DateTimeOffset at, TimeZoneInfo zone, CancellationToken ct)
    {
        var on = LocalDay.Of(at, zone);
        if (!Transitions.Follows.TryGetValue(eventName, out var before))
        {
            return;
        }

        var earlier = await TimesAsync(file, before, ct);
        if (earlier.Count > 0 && LocalDay.Of(earlier.Max(), zone) is var day && on < day)
        {
            throw new CaseRuleException(
                "Rule.BeforeItsGround",
                $"Case {file.Code}: {eventName} cannot have happened on {on:yyyy-MM-dd}, because {before}, which it follows, happened on {day:yyyy-MM-dd}. Give that day or a later one.",
                eventName,
                before,
                day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>An absence is a ground after its limit only, ends by returning within it only, and leads to an order only after somebody tried to learn the reason (p37 2), A-26).</summary>
    private async Task CheckAbsenceAsync(Case file, string eventName, DateTimeOffset at, TimeZoneInfo zone, CancellationToken ct)
    {
        var ordered = eventName == "headOrder.signed" && file.EndingGround == "absence.exceededLimit";
        if (!ordered && eventName is not ("absence.exceededLimit" or "recipient.returned"))
        {
            return;
        }

        var left = await TimesAsync(file, Left, ct);
        if (left.Count == 0)
        {
            return;
        }

        var until = AbsenceLimit(file, left.Max(), zone);
        var words = TimeZoneInfo.ConvertTime(until, zone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
        if (eventName == "absence.exceededLimit" && at <= until)
        {
            throw new CaseRuleException(
                "Rule.AbsenceNotYet",
                $"Case {file.Code}: the absence began at {left.Max():O}, so that it exceeds the limit of p37 2) only after {until:O}. Record it later than that.",
                words);
        }

        if (eventName == "recipient.returned" && at > until)
        {
            throw new CaseRuleException(
                "Rule.ReturnedAfterLimit",
                $"Case {file.Code}: the absence exceeded the limit of p37 2) at {until:O}. Record readmission.immediate for a valid reason, otherwise absence.exceededLimit.",
                words);
        }

        if (ordered && (await TimesAsync(file, "absence.reasonSought", ct)) is var sought && !sought.Exists(one => one >= left.Max()))
        {
            throw new CaseRuleException(
                "Rule.ReasonNotSought",
                $"Case {file.Code}: nobody has recorded an attempt to learn why the recipient is absent (p37 2), A-26). Record absence.reasonSought before the order.",
                file.Code);
        }
    }

    private DateTimeOffset AbsenceLimit(Case file, DateTimeOffset left, TimeZoneInfo zone) =>
        left.AddHours(obligations.Of(file, zone).Setting("absenceHours").GetInt32());

    /// <summary>When an event happened in the case, what this transaction recorded included.</summary>
    private async Task<List<DateTimeOffset>> TimesAsync(Case file, string eventName, CancellationToken ct)
    {
        var stored = await db.CaseEvents.AsNoTracking().Where(one => one.CaseId == file.Id && one.Name == eventName).Select(one => one.OccurredAt).ToListAsync(ct);
        return [.. stored.Concat(db.CaseEvents.Local.Where(one => one.CaseId == file.Id && one.Name == eventName).Select(one => one.OccurredAt))];
    }
}
