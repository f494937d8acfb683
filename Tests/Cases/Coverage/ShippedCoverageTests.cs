using System.Collections;
using System.Globalization;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Workflows;
using Xunit;

namespace Pana.Tests.Cases.Coverage;

/// <summary>What is shipped says of every norm what carries it out, and says the truth.</summary>
public sealed class ShippedCoverageTests
{
    private const int GeneralPart = 9;

    private static readonly CoverageCatalog Coverage = CoverageCatalog.Load(Path.Combine(Shipped.Workflows, "Coverage"));
    private static readonly ObligationCatalog Limits = ObligationCatalog.Load(Path.Combine(Shipped.Workflows, "Obligations"));
    private static readonly ParagraphTexts Paragraphs = ParagraphTexts.Load(Path.Combine(Shipped.Workflows, "Texts"));
    private static readonly IReadOnlyList<WorkflowDefinition> Definitions = [.. DefinitionFiles.Names.Select(DefinitionFiles.Parse)];

    // The addresses are looked up where there is a portal that has them.
    private static readonly CarrierCheck Check = new(
        Shipped.Forms, Shipped.Papers, Limits, EventCatalog.Load(Path.Combine(Shipped.Workflows, "Texts")), Definitions,
        Carriers.Where(one => one.Carrier.Kind == CarrierKind.Page).Select(one => one.Carrier.Id).ToHashSet());

    private static IEnumerable<(Norm Norm, Carrier Carrier)> Carriers => Coverage.All.SelectMany(one => one.Carriers.Select(carrier => (one.Norm, carrier)));

    private static string Counts => string.Join(", ", Enum.GetValues<CoverageState>().Select(state => string.Create(CultureInfo.InvariantCulture, $"{state}: {Coverage.All.Count(one => one.State == state)}")));

    [Fact]
    public void All_norms_of_all_paragraphs_are_mapped_once()
    {
        var norms = Coverage.All.Select(one => one.Norm).ToList();

        Assert.True(norms.Select(norm => norm.Id).Distinct().Count() == 178 && norms.Count == 178, $"Expected the 178 norms of the Standard, got {norms.Count} ({Counts}).");
        Assert.Equal(Enumerable.Range(2, 39).Select(number => number.ToString(CultureInfo.InvariantCulture)), norms.Select(norm => norm.Paragraph).Distinct());
        Assert.Equal(norms.Select(norm => int.Parse(norm.Paragraph, CultureInfo.InvariantCulture)).Order(), norms.Select(norm => int.Parse(norm.Paragraph, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_Kazakh_words_of_a_norm_are_those_of_its_paragraph() => Assert.All(Coverage.All, one =>
        Assert.Contains(one.Norm.Text.Kk, Paragraphs.Find(one.Norm.Id)!.Kk, StringComparison.Ordinal));

    [Fact]
    public void Every_carrier_is_there()
    {
        var wrong = Carriers.Select(one => (one.Norm.Id, Defect: Check.Defect(one.Carrier))).Where(one => one.Defect is not null).Select(one => $"{one.Id}: {one.Defect}").ToList();
        var kinds = string.Join(", ", Carriers.GroupBy(one => one.Carrier.Kind).Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Key}: {same.Count()}")));

        Assert.True(wrong.Count == 0, $"{wrong.Count} carriers of {Carriers.Count()} ({kinds}) are not there:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_step_that_names_paragraphs_is_reached_from_the_coverage_of_one_of_them()
    {
        var steps = Definitions.SelectMany(definition => definition.Activities.Select(step => (Definition: definition.DefinitionId, Step: step))).Where(one => Texts(one.Step, "Paragraphs").Any()).ToList();

        var lost = steps.Where(one => !IsReached(one.Definition, one.Step)).Select(one => $"{one.Definition}/{one.Step.Id} ({string.Join(", ", Texts(one.Step, "Paragraphs"))})").ToList();

        Assert.True(steps.Count > 100, $"Expected the steps of the whole procedure, found {steps.Count}.");
        Assert.True(lost.Count == 0, $"{lost.Count} of {steps.Count} steps are reached from no norm of their paragraphs; norms: {Counts}.\n{string.Join('\n', lost)}");
    }

    // The general part (paragraphs 2–9) is carried by what other paragraphs demand.
    [Fact]
    public void A_step_that_carries_a_norm_names_its_paragraph()
    {
        var wrong = Carriers.Where(one => int.Parse(one.Norm.Paragraph, CultureInfo.InvariantCulture) > GeneralPart)
            .Select(one => (one.Norm, one.Carrier, Named: Check.Step(one.Carrier) is { } step ? Texts(step, "Paragraphs").ToList() : []))
            .Where(one => one.Named.Count > 0 && !one.Named.Contains(one.Norm.Paragraph));

        Assert.Empty(wrong.Select(one => $"{one.Norm.Id}: {one.Carrier} names {string.Join(", ", one.Named)}"));
    }

    [Fact]
    public void Every_line_of_the_table_of_limits_carries_the_norm_it_is_named_after() => Assert.All(
        Limits.All.Select(limit => limit.Id).Concat(Limits.Newest.Ranges.Select(range => range.Id)),
        id => Assert.Contains(new Carrier(CarrierKind.Clock, id), Coverage.Find(id)!.Carriers));

    [Fact]
    public void Every_service_of_paragraph_24_is_one_answer_of_the_needs_assessment()
    {
        var offered = Shipped.Forms.Get("needs-assessment").All().Where(field => field.Key.StartsWith("paper.needs", StringComparison.Ordinal))
            .SelectMany(field => field.Options.Select(option => option.Value));

        var carrying = Coverage.All.Where(one => one.Norm.Paragraph == "24" && one.Norm.Lead is not null).Select(one => one.Carriers[0].Option);

        Assert.Equal(offered, carrying);
    }

    private static bool IsReached(string definition, DefinitionActivity step)
    {
        var paragraphs = Texts(step, "Paragraphs").ToHashSet();
        Carrier[] ways =
        [
            new(CarrierKind.Step, definition, step.Id),
            .. Texts(step, "EventName").Select(name => new Carrier(CarrierKind.Event, name)),
            .. Texts(step, "Kind").Concat(Texts(step, "Kinds")).Select(kind => new Carrier(CarrierKind.Paper, kind)),
            .. Texts(step, "Obligation").Select(limit => new Carrier(CarrierKind.Clock, limit)),
        ];
        var form = Texts(step, "Form").FirstOrDefault();
        return Carriers.Any(one => paragraphs.Contains(one.Norm.Paragraph) && (ways.Contains(one.Carrier) || (one.Carrier.Kind == CarrierKind.Form && one.Carrier.Id == form)));
    }

    private static IEnumerable<string> Texts(DefinitionActivity step, string input) => step.Constant(input) switch
    {
        string text => text.Length > 0 ? [text] : [],
        IEnumerable many => many.OfType<string>(),
        _ => [],
    };
}
