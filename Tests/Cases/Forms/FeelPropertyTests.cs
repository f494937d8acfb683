using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases;

/// <summary>Random conditions: the parser reads back what is printed, and the page's script decides as the server does.</summary>
public sealed class FeelPropertyTests
{
    private static readonly string[] Names = ["a", "b.c", "list", "none"];

    private static readonly Gen<string> Value = Gen.Elements("a", "b.c", "list", "none", "\"x\"", "\"y \\\" z\"", "1", "2.5", "true", "false", "null");

    private static readonly Gen<string> Comparison =
        from left in Value
        from sign in Gen.Elements("=", "!=", "<", "<=", ">", ">=", "in")
        from right in Value
        select sign == "in" ? $"{left} in ({right}, \"x\", list)" : $"{left} {sign} {right}";

    private static readonly Gen<FormAnswers> Answers =
        from a in Gen.Elements<JsonNode?>(null, "x", "y", "")
        from b in Gen.Elements<JsonNode?>(null, 1, 2.5m, true, false)
        from list in Gen.Elements<string?>(null, "[]", "[\"x\"]", "[\"x\",\"y\"]")
        select FormAnswers.FromJson(new JsonObject { ["a"] = a?.DeepClone(), ["b.c"] = b?.DeepClone(), ["list"] = list is null ? null : JsonNode.Parse(list) });

    [Fact]
    public void The_script_in_the_page_decides_as_the_server_does()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "Host/wwwroot/js/form.js"));
        var from = script.IndexOf("const same =", StringComparison.Ordinal);
        var part = script[from..script.IndexOf("const applyConditions", StringComparison.Ordinal)];
        using var engine = new Jint.Engine();
        engine.Execute(part + "; function decide(node, answers) { const a = JSON.parse(answers); return evaluate(JSON.parse(node), n => a[n] ?? null) === true; }");

        Prop.ForAll(Condition(3).ToArbitrary(), Answers.ToArbitrary(), (text, answers) =>
        {
            var condition = FeelCondition.Parse(text);
            var given = Known(answers).ToJsonString();
            var inPage = engine.Invoke("decide", condition.ToJson()?.ToJsonString() ?? "null", given).ToObject() is true;
            return inPage == condition.Evaluate(answers);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Putting_parentheses_around_everything_changes_nothing() =>
        Prop.ForAll(Condition(3).ToArbitrary(), Answers.ToArbitrary(), (text, answers) =>
            FeelCondition.Parse($"(({text}))").Evaluate(answers) == FeelCondition.Parse(text).Evaluate(answers)).QuickCheckThrowOnFailure();

    [Fact]
    public void Not_twice_holds_exactly_when_the_condition_does() =>
        Prop.ForAll(Condition(2).ToArbitrary(), Answers.ToArbitrary(), (text, answers) =>
            FeelCondition.Parse($"not(not({text}))").Evaluate(answers) == FeelCondition.Parse(text).Evaluate(answers)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_condition_and_its_negation_never_both_hold() =>
        Prop.ForAll(Condition(2).ToArbitrary(), Answers.ToArbitrary(), (text, answers) =>
            !(FeelCondition.Parse(text).Evaluate(answers) && FeelCondition.Parse($"not({text})").Evaluate(answers))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_either_read_or_refused_with_a_place() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().ToArbitrary(), text =>
        {
            try
            {
                _ = FeelCondition.Parse(text ?? "");
                return true;
            }
            catch (FeelSyntaxException error)
            {
                return error.Position >= 0 && error.Position <= (text ?? "").Length;
            }
        }).QuickCheckThrowOnFailure();

    private static Gen<string> Condition(int depth) => depth == 0
        ? Comparison
        : Gen.OneOf(
            Comparison,
            from left in Condition(depth - 1) from right in Condition(depth - 1) from word in Gen.Elements("and", "or") select $"({left}) {word} ({right})",
            from inner in Condition(depth - 1) select $"not({inner})");

    // The script sees no empty texts: a field without text has no answer there.
    private static JsonObject Known(FormAnswers answers) =>
        new(Names.Where(name => answers.Has(name) && answers.Text(name) != "").Select(name => KeyValuePair.Create(name, answers[name]?.DeepClone())));
}
