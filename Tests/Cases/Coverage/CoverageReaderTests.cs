using Pana.Cases;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Cases.Coverage;

/// <summary>Broken files are refused whole, every defect named.</summary>
public sealed class CoverageReaderTests
{
    private static readonly LocalizedText Words = new("сөз", "слово", "word");
    private static readonly CarrierLine Sign = new(Step: "contract/sign");

    [Fact]
    public void A_norm_is_carried_in_peoples_hands_or_open()
    {
        var read = Read(
            [Norm("p32.1"), Norm("p32.2"), Norm("p32.3")],
            [Line("p32.1", Sign), new("p32.2", "hands", null, [Sign]), new("p32.3", null, "missing", null)]);

        Assert.Equal([CoverageState.Carried, CoverageState.InHands, CoverageState.Open], read.All.Select(one => one.State));
        Assert.Equal(new Carrier(CarrierKind.Step, "contract", "sign"), Assert.Single(read.Find("p32.2")!.Carriers));
    }

    [Fact]
    public void Every_defect_of_both_files_is_named_at_once()
    {
        var refused = Assert.Throws<ContentDefectsException>(() => Read(
            [Norm("p32.1"), Norm("p32.1"), Norm("p32.2") with { Kind = "wish" }, Norm("p33.1") with { Paragraph = "34" }, Norm("p33.2") with { Lead = "p33", Ru = " " }, Norm("p34.1"), Norm("p34.2"), Norm("p34.3")],
            [
                Line("p32.1", Sign), Line("p32.1", Sign), Line("p99.1", Sign),
                new("p32.2", "hands", "missing", null), new("p33.1", null, null, []), new("p33.2", "nobody", null, null),
                Line("p34.1", new CarrierLine(), new(Form: "application", Paper: "contract"), new(Step: "contract"), new(Paper: "contract", Field: "x"), new(Form: "application", Option: "yes"), new(Page: "/nowhere"), Sign, Sign),
                Line("p34.3", Sign),
            ]));

        Assert.Equal(
            [
                "p32.1: stands in norms.json twice: a norm has one entry",
                "p32.2: has the kind \"wish\"; known: condition, deadline, document, duty, prohibition, quality, right",
                "p33.1: is said to stand in paragraph \"34\": the id begins with the paragraph, such as p28.1 in paragraph 28",
                "p33.2: stands under \"p33\", which is not among the leads: ",
                "p33.2: has no words in ru",
                "p32.1: is mapped 2 times: put everything that carries it into one entry",
                "p99.1: is not a norm of norms.json: correct the id or leave the entry out",
                "p32.2: has a reason and a gap: either people carry it, or something is missing",
                "p33.1: has neither a carrier nor a reason nor a gap",
                "p33.2: names \"nobody\", which is not among the reasons: hands",
                "p34.1: carrier 1 names 0 things: name exactly one of step, form, paper, clock, event or page",
                "p34.1: carrier 2 names 2 things: name exactly one of step, form, paper, clock, event or page",
                "p34.1: carrier 3 is \"contract\": write a step as definition/step, such as contract/sign",
                "p34.1: carrier 4 has a field or an option, but only a form has those",
                "p34.1: carrier 5 names the answer \"yes\" without its question: add the field",
                "p34.1: the page /nowhere has no name: add it to the names in three languages",
                "p34.1: names step contract/sign twice",
                "p34.2: is not mapped: say in coverage.json what carries it, why people do (reason), or what is missing (gap)",
            ],
            refused.Defects.Select(defect => defect.ToString()));
    }

    [Fact]
    public void Words_that_nothing_uses_are_refused()
    {
        var refused = Assert.Throws<ContentDefectsException>(() => Read([Norm("p32.1")], [Line("p32.1", Sign)]));

        Assert.Equal(
            ["hands: stands in the reasons but no norm uses it: leave it out", "missing: stands in the gaps but no norm uses it: leave it out"],
            refused.Defects.Select(defect => defect.ToString()));
    }

    [Theory]
    [InlineData("there is no published workflow \"marriage\"", CarrierKind.Step, "marriage", "sign", null)]
    [InlineData("the published workflow \"contract\" has no step \"dance\"", CarrierKind.Step, "contract", "dance", null)]
    [InlineData("there is no form \"wish\"", CarrierKind.Form, "wish", null, null)]
    [InlineData("the form \"application\" has no question \"wish\"", CarrierKind.Form, "application", "wish", null)]
    [InlineData("the question \"wayIn\" of the form \"application\" has no answer \"window\"", CarrierKind.Form, "application", "wayIn", "window")]
    [InlineData("there is no paper \"poem\"", CarrierKind.Paper, "poem", null, null)]
    [InlineData("there is no limit \"p99.1\"", CarrierKind.Clock, "p99.1", null, null)]
    [InlineData("there is no case event \"sun.rose\"", CarrierKind.Event, "sun.rose", null, null)]
    [InlineData("no page of the portal has the address \"/moon\"", CarrierKind.Page, "/moon", null, null)]
    [InlineData(null, CarrierKind.Step, "contract", "sign", null)]
    [InlineData(null, CarrierKind.Form, "application", "wayIn", "referral")]
    [InlineData(null, CarrierKind.Clock, "p2.3", null, null)]
    [InlineData(null, CarrierKind.Page, "/audit", null, null)]
    public void A_carrier_that_is_not_there_is_named(string? defect, CarrierKind kind, string id, string? part, string? option)
    {
        var contract = WorkflowDefinition.Parse("""{"definitionId": "contract", "root": {"id": "root", "type": "Elsa.Flowchart", "activities": [{"id": "sign", "type": "Pana.UserTask"}]}}""");
        var check = new CarrierCheck(
            Shipped.Forms, Shipped.Papers, ObligationCatalog.Load(Path.Combine(Shipped.Workflows, "Obligations")), EventCatalog.Load(Path.Combine(Shipped.Workflows, "Texts")), [contract], new HashSet<string> { "/audit" });

        Assert.Equal(defect, check.Defect(new Carrier(kind, id, part, option)));
    }

    private static NormLine Norm(string id) => new(id, id[1..id.IndexOf('.', StringComparison.Ordinal)], "duty", null, "сөз", "слово", "word");

    private static CoverageLine Line(string norm, params CarrierLine[] carriers) => new(norm, null, null, carriers);

    private static CoverageCatalog Read(NormLine[] norms, CoverageLine[] lines) => CoverageCatalog.Of(
        new NormsFile(null, norms),
        new CoverageFile(null, new Dictionary<string, LocalizedText> { ["hands"] = Words }, new Dictionary<string, LocalizedText> { ["missing"] = Words }, lines));
}
