using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Pages.ServicesGiven;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Reports;

/// <summary>Reports of a finished quarter: for the head of the own organisation, for an officer of the authority what the work of the organisations that sent it cases is assessed by (p12).</summary>
[Authorize(Policy.Reports)]
internal sealed class IndexModel(
    CaseDb db,
    CurrentActor actor,
    OrganisationReport report,
    QualityEvaluations evaluations,
    EventCatalog events,
    ObligationCatalog obligations,
    ServiceWords services,
    AuditTrail audit,
    TimeProvider time,
    IStringLocalizer<ReportTexts> texts) : PageModel
{
    private const int Offered = 8;

    public IReadOnlyList<Quarter> Quarters { get; private set; } = [];
    public Quarter Quarter { get; private set; }
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public Organisation? Organisation { get; private set; }
    public IReadOnlyList<ReportTable> Tables { get; private set; } = [];
    public IReadOnlyList<QualityLine> Evaluations { get; private set; } = [];
    public string? Notice { get; private set; }
    public bool MayEvaluate => evaluations.MayRecord;

    /// <summary>An authorised body sees the numbers of paragraph 12 only.</summary>
    public bool IsAuthority => actor.Value.OrganisationId is null;

    private static string Culture => CultureInfo.CurrentUICulture.Name;

    public async Task<IActionResult> OnGetAsync(string? quarter, Guid? organisation, bool evaluated, CancellationToken ct)
    {
        Notice = evaluated ? texts["Evaluation.recorded"].Value : null;
        return await LoadAsync(quarter, organisation, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnGetCsvAsync(string? quarter, Guid? organisation, CancellationToken ct)
    {
        if (!await LoadAsync(quarter, organisation, ct) || Organisation is null)
        {
            return NotFound();
        }

        List<IReadOnlyList<string>> rows = [[Organisation.Name.In(Culture), Title(Quarter)]];
        foreach (var table in Tables)
        {
            rows.Add([]);
            rows.Add([texts["Table." + table.Key], texts["Column." + table.Key], .. table.Key == "services" ? [texts["Column.given"].Value] : Array.Empty<string>()]);
            rows.AddRange(table.Rows.Select(row => (IReadOnlyList<string>)[Label(table.Key, row.Key), Cell(row.Count), .. table.Key == "services" ? [Cell(row.Services)] : Array.Empty<string>()]));
        }

        if (Evaluations.Count > 0)
        {
            rows.Add([]);
            rows.Add([texts["Evaluations"]]);
            rows.AddRange(Evaluations.Select(line => (IReadOnlyList<string>)[By(line), $"{line.Evaluation.Day:yyyy-MM-dd}", texts[$"Mark.{line.Evaluation.Mark}"], line.Words]));
        }

        return File(CsvFile.Write(rows), "text/csv; charset=utf-8", $"pana-{Quarter}.csv");
    }

    public string Title(Quarter quarter) => texts["Quarter", quarter.Year, quarter.Number];

    /// <summary>The head, or the name of the authorised body.</summary>
    public string By(QualityLine line) => line.Agency?.In(Culture) ?? texts["Evaluation.by.head"].Value;

    public string Cell(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? texts["Hidden", SmallCells.Threshold].Value;

    public string Label(string table, string key) => table switch
    {
        "limits" when key.Split(':') is [var id, var how] => $"{(obligations.Find(id) is { } limit ? $"{limit.Name.In(Culture)} ({texts["Paragraph", limit.Paragraph].Value})" : id)}: {texts["Limit." + how].Value}",
        "services" => key is "g" or ServiceCodes.Urgent or ServiceCodes.DayStay ? texts["Service." + key] : services.Kind(key),
        "outcomes" or "refusals" => events.Find(key)?.Title.In(Culture) ?? key,
        _ => texts[$"{table}.{key}"],
    };

    /// <summary>Length of a bar from 0 to 100; a hidden count has none.</summary>
    public static int Bar(ReportTable table, ReportRow row) => row.Count is not { } count || table.Rows.Max(one => one.Count ?? 0) is not (var most and > 0) ? 0 : Math.Max(1, count * 100 / most);

    private async Task<bool> LoadAsync(string? quarter, Guid? organisation, CancellationToken ct)
    {
        var last = Quarter.Of(time.GetUtcNow().LocalDate()).Before;
        List<Quarter> quarters = [last];
        while (quarters.Count < Offered)
        {
            quarters.Add(quarters[^1].Before);
        }

        Quarters = quarters;
        // A quarter that is not over is not reported: what it showed today could be subtracted from what it shows tomorrow.
        Quarter = Quarter.Parse(quarter) is { } wanted && wanted.First <= last.First ? wanted : last;
        Organisations = await evaluations.Organisations.OrderBy(one => one.Id).ToListAsync(ct);
        Organisation = organisation is { } id ? Organisations.FirstOrDefault(one => one.Id == id) : Organisations.Count > 0 ? Organisations[0] : null;
        if (Organisation is null)
        {
            return organisation is null;
        }

        Tables = IsAuthority ? await report.QualityOfAsync(Organisation.Id, Quarter, ct) : await report.OfAsync(Organisation.Id, Quarter, ct);
        Evaluations = await evaluations.ListAsync(Organisation.Id, Quarter, ct);
        audit.NoteFor(Organisation.Id, "report.viewed", Quarter.ToString());
        await db.SaveChangesAsync(ct);
        return true;
    }
}
