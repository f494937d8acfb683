using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>
/// What an organisation did in a finished calendar quarter, in numbers that name nobody (p12 and the reports of the head). There is one
/// granularity, the tables count different people, and totals are not shown, so that no two reports can be subtracted from each other.
/// </summary>
public sealed class OrganisationReport(CaseDb db)
{
    private const string Contraindication = "contraindication.found";

    private static readonly string[] Ends = ["headOrder.signed", "victim.notRecognised", "applicant.withdrew", "manualHandling.ended"];
    private static readonly string[] Refusals = ["victim.notRecognised", Contraindication, "applicant.withdrew", "decision.refused"];

    /// <summary>All tables of a quarter, for those inside the organisation.</summary>
    public async Task<IReadOnlyList<ReportTable>> OfAsync(Guid organisationId, Quarter quarter, CancellationToken ct = default)
    {
        var (cases, from, to) = await ScopeAsync(organisationId, quarter, ct);
        return
        [
            await StagesAsync(cases, to, ct),
            await GroundsAsync(cases, from, to, ct),
            await LimitsAsync(cases, from, to, ct),
            await ServicesAsync(organisationId, quarter, ct),
            await OutcomesAsync(cases, from, to, ct),
            await RefusalsAsync(cases, from, to, ct),
            await ContractsAsync(cases, from, to, ct),
            await QualityAsync(cases, from, to, ct),
        ];
    }

    /// <summary>What an authorised body assesses the work by (p12): how many contracts ended, how many people are re-socialised.</summary>
    public async Task<IReadOnlyList<ReportTable>> QualityOfAsync(Guid organisationId, Quarter quarter, CancellationToken ct = default)
    {
        var (cases, from, to) = await ScopeAsync(organisationId, quarter, ct);
        return [await ContractsAsync(cases, from, to, ct), await QualityAsync(cases, from, to, ct)];
    }

    private async Task<(IQueryable<Case> Cases, DateTimeOffset From, DateTimeOffset To)> ScopeAsync(Guid organisationId, Quarter quarter, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == organisationId, ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone);
        return (db.Cases.AsNoTracking().Where(file => file.OrganisationId == organisationId), Midnight(quarter.First, zone), Midnight(quarter.After, zone));
    }

    // Where the open cases stood at the end of the quarter.
    private async Task<ReportTable> StagesAsync(IQueryable<Case> cases, DateTimeOffset to, CancellationToken ct)
    {
        var open = cases.Where(file => file.AppliedAt < to && !db.CaseEvents.Any(fact => fact.CaseId == file.Id && fact.OccurredAt < to
            && (Ends.Contains(fact.Name) || (fact.Name == Contraindication && (file.ContractOn == null)))));
        var contracted = open.Where(file => db.CaseEvents.Any(fact => fact.CaseId == file.Id && fact.Name == "contract.concluded" && fact.OccurredAt < to));
        var served = contracted.Where(file => db.CaseEvents.Any(fact => fact.CaseId == file.Id && fact.Name == "plan.approved" && fact.OccurredAt < to));
        var (all, underContract, inService) = (await open.CountAsync(ct), await contracted.CountAsync(ct), await served.CountAsync(ct));
        return Table("stages", ("admission", all - underContract), ("planning", underContract - inService), ("service", inService));
    }

    // On which ground of paragraph 5 people were recognised; those recognised before grounds were recorded have none.
    private async Task<ReportTable> GroundsAsync(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var grounds = (await Happened(cases, from, to).Where(row => row.Fact.Name == RecipientGround.RecordedWith).Select(row => row.Fact.Data).ToListAsync(ct)).ConvertAll(RecipientGround.Of);
        (string, int)[] rows = [.. RecipientGround.All.Select(ground => (ground, grounds.Count(one => one == ground)))];
        var without = grounds.Count(one => one is null);
        return Table("grounds", without == 0 ? rows : [.. rows, ("none", without)]);
    }

    private async Task<ReportTable> LimitsAsync(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var met = await db.Clocks.AsNoTracking().Where(clock => (clock.State == ClockState.Met || clock.State == ClockState.MetLate) && clock.MetAt >= from && clock.MetAt < to && cases.Any(file => file.Id == clock.CaseId))
            .GroupBy(clock => new { clock.ObligationId, clock.State }).Select(clocks => new { clocks.Key.ObligationId, clocks.Key.State, Count = clocks.Count() }).ToListAsync(ct);
        return Table("limits",
        [
            .. from id in met.Select(row => row.ObligationId).Distinct().Order(StringComparer.Ordinal)
               from late in new[] { false, true }
               select ($"{id}:{(late ? "late" : "met")}", met.Where(row => row.ObligationId == id && row.State == ClockState.MetLate == late).Sum(row => row.Count)),
        ]);
    }

    private async Task<ReportTable> ServicesAsync(Guid organisation, Quarter quarter, CancellationToken ct)
    {
        var (first, after) = (quarter.First, quarter.After);
        var given = await db.ServiceEntries.AsNoTracking().Where(entry => entry.OrganisationId == organisation && entry.Day >= first && entry.Day < after && entry.StruckAt == null)
            .GroupBy(entry => new { entry.CaseId, entry.Service }).Select(entries => new { entries.Key.CaseId, entries.Key.Service, Count = entries.Count() }).ToListAsync(ct);
        var kinds = given.GroupBy(row => ServiceCodes.KindOf(row.Service) ?? (ServiceCodes.IsGeneral(row.Service) ? "g" : row.Service)).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        var people = SmallCells.Hide([.. kinds.Select(kind => kind.Select(row => row.CaseId).Distinct().Count())]);
        return new ReportTable("services", [.. kinds.Select((kind, index) => new ReportRow(kind.Key, people[index], people[index] is null ? null : kind.Sum(row => row.Count)))]);
    }

    private async Task<ReportTable> OutcomesAsync(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var ended = await Happened(cases, from, to).Where(row => row.Fact.Name == "headOrder.signed" && row.File.EndingGround != null)
            .GroupBy(row => row.File.EndingGround!).Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync(ct);
        return Table("outcomes", [.. ended.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Count))]);
    }

    private async Task<ReportTable> RefusalsAsync(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var refused = await Happened(cases, from, to).Where(row => Refusals.Contains(row.Fact.Name) && (row.Fact.Name != Contraindication || row.File.ContractOn == null))
            .GroupBy(row => row.Fact.Name).Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync(ct);
        return Table("refusals", [.. Refusals.Select(name => (name, refused.Where(row => row.Key == name).Sum(row => row.Count)))]);
    }

    // Contracts that ended, by whichever order; one cell, so a few of them are not shown.
    private async Task<ReportTable> ContractsAsync(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        Table("contracts", ("ended", await Happened(cases, from, to).CountAsync(row => row.Fact.Name == "headOrder.signed" && row.File.ContractOn != null, ct)));

    // Paragraph 12: how many of those marked at the end of the contract are re-socialised.
    private async Task<ReportTable> QualityAsync(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var marks = (await Happened(cases, from, to).Where(row => row.Fact.Name == "resocialisation.marked").Select(row => row.Fact.Data).ToListAsync(ct))
            .ConvertAll(data => (string?)data?[CaseEvent.Code]);
        return Table("quality", ("yes", marks.Count(mark => mark == "yes")), ("no", marks.Count(mark => mark == "no")));
    }

    private IQueryable<Occurrence> Happened(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset to) =>
        db.CaseEvents.AsNoTracking().Where(fact => fact.OccurredAt >= from && fact.OccurredAt < to)
            .Join(cases, fact => fact.CaseId, file => file.Id, (fact, file) => new Occurrence { Fact = fact, File = file });

    private static ReportTable Table(string key, params IReadOnlyList<(string Key, int Count)> rows)
    {
        var shown = SmallCells.Hide([.. rows.Select(row => row.Count)]);
        return new ReportTable(key, [.. rows.Select((row, index) => new ReportRow(row.Key, shown[index]))]);
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) => LocalDay.At(day.ToDateTime(TimeOnly.MinValue), zone);

    private sealed class Occurrence
    {
        public required CaseEvent Fact { get; init; }

        public required Case File { get; init; }
    }
}
