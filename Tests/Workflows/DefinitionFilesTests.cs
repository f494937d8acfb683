using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>What is shipped can be run, read by a process designer, and saved without loss.</summary>
public sealed partial class DefinitionFilesTests
{
    public static TheoryData<string> Names => [.. DefinitionFiles.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_shipped_definition_has_no_defect(string name)
    {
        using var world = new ServiceWorld();

        var defects = world.Services.GetRequiredService<DefinitionValidator>().Validate(DefinitionFiles.Text(name));

        Assert.Empty(defects.Select(defect => $"{defect.Path}: {defect.Message} {defect.Remedy}"));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_shipped_definition_survives_loading_and_saving(string name)
    {
        var text = DefinitionFiles.Text(name);

        var saved = WorkflowDefinition.Parse(text).ToJson();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(saved)));
        Assert.Equal(name, JsonNode.Parse(text)!["definitionId"]!.ToString());
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_step_is_named_in_Kazakh_and_says_which_paragraphs_it_fulfils(string name)
    {
        var definition = DefinitionFiles.Parse(name);

        Assert.Matches(ParagraphNumber(), definition.Description);
        Assert.All(definition.Activities.Where(step => step.Type != "Elsa.Flowchart"), step =>
        {
            var metadata = step.Json["metadata"]!;
            Assert.Matches(CyrillicText(), metadata["displayText"]!.ToString());
            Assert.Matches(ParagraphNumber(), metadata["description"]!.ToString());
        });
    }

    [Theory, MemberData(nameof(Names))]
    public void Steps_do_not_lie_on_one_another_and_every_arrow_leads_somewhere(string name)
    {
        var root = DefinitionFiles.Parse(name).Root!;
        var steps = root["activities"]!.AsArray().Select(step => step!.AsObject()).ToList();
        var boxes = steps.Select(Box.Of).ToList();

        foreach (var (first, index) in boxes.Select((box, index) => (box, index)))
        {
            Assert.DoesNotContain(boxes.Skip(index + 1), second => first.Overlaps(second));
        }

        var ids = steps.Select(step => step["id"]!.ToString()).ToHashSet();
        Assert.All(root["connections"]!.AsArray(), arrow =>
        {
            Assert.Contains(arrow!["source"]!["activity"]!.ToString(), ids);
            Assert.Contains(arrow["target"]!["activity"]!.ToString(), ids);
        });
    }

    [Fact]
    public void A_called_definition_is_shipped_too()
    {
        var called = DefinitionFiles.Names.Select(DefinitionFiles.Parse)
            .SelectMany(definition => definition.Activities)
            .Where(step => step.Type is "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow")
            .Select(step => step.Constant("WorkflowDefinitionId"))
            .ToList();

        Assert.NotEmpty(called);
        Assert.All(called, id => Assert.Contains(id, DefinitionFiles.Names));
    }

    private sealed record Box(string Id, double X, double Y, double Width, double Height)
    {
        public static Box Of(JsonObject step)
        {
            var place = step["metadata"]!["designer"]!;
            return new(
                step["id"]!.ToString(),
                place["position"]!["x"]!.GetValue<double>(),
                place["position"]!["y"]!.GetValue<double>(),
                place["size"]!["width"]!.GetValue<double>(),
                place["size"]!["height"]!.GetValue<double>());
        }

        public bool Overlaps(Box other) =>
            X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }

    [GeneratedRegex(@"\d+(–\d+)?-(тармақ|тармағ|қосымша)|\d+[,–]\s?\d+(–\d+)?-тарма[қғ]")]
    private static partial Regex ParagraphNumber();

    [GeneratedRegex(@"\p{IsCyrillic}{3,}")]
    private static partial Regex CyrillicText();
}
