using System.Text.Json.Nodes;
using Pana.Engine;
using Pana.Tests.Engine;
using Xunit;

namespace Pana.Tests.Compatibility;

/// <summary>
/// The built-in activities are described to the designer as Elsa describes its own: <c>descriptors.json</c> was
/// recorded from an Elsa 3.8 server, one line a fact. A question mark stands for a type that only Elsa has; what is left out
/// on purpose, such as the taking of files, is listed there.
/// </summary>
public sealed class DescriptorTests
{
    private static readonly JsonObject Recorded = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Tests", "Compatibility", "descriptors.json")))!;

    public static TheoryData<string> Types => [.. Recorded.Select(r => r.Key)];

    [Theory, MemberData(nameof(Types))]
    public void A_built_in_activity_is_described_as_Elsa_describes_it(string type)
    {
        var expected = Recorded[type]!;
        var own = new ActivityCatalog().Find(type);

        Assert.NotNull(own);
        Assert.Equal(
            expected["facts"]!.GetValue<string>(),
            $"{own.Category} | {own.DisplayName} | {own.Kind} | container {own.IsContainer} browsable {own.IsBrowsable} start {own.IsStart} terminal {own.IsTerminal}");
        Assert.Equal(Lines(expected["ports"]), own.Ports.Select(p => $"{p.Name} {p.Type} {p.IsBrowsable}"));
        var inputs = Lines(expected["inputs"]);
        var unknownTypes = inputs.Where(i => i.Contains(" | ? | ", StringComparison.Ordinal)).Select(i => i.Split(' ')[0]).ToHashSet();
        Assert.Equal(inputs, own.Inputs.Select(i => Line(i, unknownTypes)).Order(StringComparer.Ordinal));
        var outputs = Lines(expected["outputs"]);
        var elsasTypes = outputs.Where(o => o.Contains(" | ? | ", StringComparison.Ordinal)).Select(o => o.Split(' ')[0]).ToHashSet();
        Assert.Equal(outputs, own.Outputs.Select(o => $"{o.Name} | {(elsasTypes.Contains(o.Name) ? "?" : o.TypeName)} | {o.DisplayName}"));
    }

    [Fact]
    public void An_activity_of_ones_own_is_described_by_its_attributes()
    {
        var own = new ActivityCatalog(typeof(Doubles).Assembly).Find("Test.Doubles")!;

        Assert.Equal(("Double it", "Tests", "Doubles a number."), (own.DisplayName, own.Category, own.Description));
        Assert.Equal(("Number", "Int32", "singleline", "3"), (own.Inputs[0].Name, own.Inputs[0].TypeName, own.Inputs[0].UIHint, own.Inputs[0].DefaultValue!.ToJsonString()));
        Assert.Equal(("Result", "Int32"), (own.Outputs[0].Name, own.Outputs[0].TypeName));
    }

    private static List<string> Lines(JsonNode? node) => [.. node!.AsArray().Select(n => n!.GetValue<string>())];

    private static string Line(InputDescriptor i, HashSet<string> unknownTypes) =>
        $"{i.Name} | {(unknownTypes.Contains(i.Name) ? "?" : i.TypeName)} | {i.UIHint} | {i.DisplayName} | wrapped {i.IsWrapped} | auto {i.AutoEvaluate} | default {i.DefaultValue?.ToJsonString() ?? "null"} | {i.Category} | {i.DefaultSyntax}";
}
