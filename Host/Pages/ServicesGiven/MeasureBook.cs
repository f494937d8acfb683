using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.ServicesGiven;

/// <summary>The measures of approved plans beside what the log says of them.</summary>
internal sealed class MeasureBook(
    CaseDb db, PlanMeasures plans, ServiceWords words, WorkingCalendar calendar, TimeProvider time, IStringLocalizer<ServiceTexts> texts, IStringLocalizer<TaskTexts> taskTexts)
{
    /// <summary>The measures of these cases (id → code), which the caller may see; those that were never performed first, by their limit.</summary>
    public async Task<IReadOnlyList<MeasureRow>> OfAsync(IReadOnlyDictionary<Guid, string> cases, CancellationToken ct)
    {
        var measures = await plans.OfAsync([.. cases.Keys], ct);
        var planned = measures.Keys.ToList();
        var given = (await db.ServiceEntries.AsNoTracking().Where(entry => planned.Contains(entry.CaseId) && entry.Measure != null && entry.StruckAt == null)
                .GroupBy(entry => new { entry.CaseId, entry.Measure })
                .Select(entries => new { entries.Key.CaseId, entries.Key.Measure, Times = entries.Count(), Last = entries.Max(entry => entry.Day) })
                .ToListAsync(ct))
            .ToDictionary(row => (row.CaseId, row.Measure!), row => (row.Times, row.Last));
        var now = time.GetUtcNow();
        var today = now.LocalDate();
        return
        [
            .. from plan in measures
               from measure in plan.Value
               let done = given.TryGetValue((plan.Key, measure.Mark), out var times) ? times : default
               orderby done.Last == today, done.Times > 0, measure.Due ?? DateOnly.MaxValue, cases[plan.Key]
               select new MeasureRow(
                   cases[plan.Key],
                   measure,
                   words.Kind(measure.Kind),
                   Due(measure, done.Times, now),
                   done.Times == 0 ? texts["Never"] : Plural.Of(texts, "Times", done.Times, done.Last.DayAndMonth(today)),
                   done.Last == today),
        ];
    }

    private DueLine Due(PlanMeasure measure, int times, DateTimeOffset now)
    {
        var line = DueLine.Of(measure.Due?.EndOfDay(), now, calendar, taskTexts);
        return times > 0 && line.Urgency == Urgency.Late ? line with { Urgency = Urgency.Later, Words = "" } : line;
    }
}
