using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Portal.Pages.Design.Coverage;

/// <summary>Every norm of the Standard by paragraph: what carries it out, why people do, or what is missing. Carriers are looked up in what is published now.</summary>
internal sealed class IndexModel(
    CoverageCatalog coverage, CarrierWords words, ParagraphTexts texts, DefinitionStore definitions, FormCatalog forms, PaperTemplates papers,
    ObligationCatalog limits, EventCatalog events, EndpointDataSource routes) : DesignPage
{
    private static readonly Dictionary<string, CoverageState> Filters = Enum.GetValues<CoverageState>().ToDictionary(NameOf, StringComparer.Ordinal);

    public int Total { get; private set; }

    /// <summary>How many norms have each state, in the order of the bar.</summary>
    public IReadOnlyList<(CoverageState State, int Count)> Sums { get; private set; } = [];

    /// <summary>The state that is shown; null for all.</summary>
    public CoverageState? Shown { get; private set; }

    public IReadOnlyList<ParagraphRow> Paragraphs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? state, CancellationToken ct)
    {
        if (state is not null && !Filters.ContainsKey(state))
        {
            return NotFound();
        }

        Shown = state is null ? null : Filters[state];
        var check = new CarrierCheck(forms, papers, limits, events, (await definitions.ListAsync(ct)).Where(one => one.IsPublished), Addresses());
        List<NormRow> rows = [.. coverage.All.Select(one => new NormRow(one, [.. one.Carriers.Select(carrier => words.Of(carrier, check, Culture))]))];
        Total = rows.Count;
        Sums = [.. Enum.GetValues<CoverageState>().Select(one => (one, rows.Count(row => row.State == one)))];
        Paragraphs = [.. rows.Where(row => Shown is null || row.State == Shown).GroupBy(row => row.Coverage.Norm.Paragraph).Select(same => new ParagraphRow(same.Key, TextOf(same.Key), [.. same]))];
        return Page();
    }

    /// <summary>The state's name in the address.</summary>
    public static string NameOf(CoverageState state) => state switch
    {
        CoverageState.Carried => "carried",
        CoverageState.InHands => "people",
        _ => "open",
    };

    private string? TextOf(string paragraph) => coverage.All.Count(one => one.Norm.Paragraph == paragraph) > 1 ? texts.Find(paragraph)?.In(Culture) : null;

    private HashSet<string> Addresses() =>
        [.. routes.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))];
}
