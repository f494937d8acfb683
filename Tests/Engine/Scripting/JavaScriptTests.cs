using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine.Scripting;

public class JavaScriptTests
{
    private readonly JavaScriptEvaluator _javaScript = new(new ScriptLimits());

    [Theory]
    [InlineData("getVariable('Outcome') === 'Approved'", true)]
    [InlineData("variables.Outcome == 'Approved' && variables.Days > 2", true)]
    [InlineData("getOutcome() + '!'", "Approved!")]
    [InlineData("getInput('Reason')", "referral")]
    [InlineData("getOutputFrom('task1', 'Facts')", "task1.Facts")]
    [InlineData("getOutputFrom('task1')", "task1.Result")]
    [InlineData("getLastResult()", "last")]
    [InlineData("getWorkflowInstanceId() + getCorrelationId()", "instance-1case-1")]
    [InlineData("variables.Missing === undefined", true)]
    [InlineData("getVariable('Missing')", null)]
    [InlineData("variables.Days * 2", 6)]
    [InlineData("variables.Days / 2", 1.5)]
    [InlineData("variables.Days * 1e9", 3000000000L)]
    [InlineData("let sum = 0; for (const n of variables.List) sum += n; sum", 6)]
    [InlineData("variables.List.map(n => n * 2).join('-')", "2-4-6")]
    [InlineData("JSON.stringify({ a: [1, 'б'] })", """{"a":[1,"б"]}""")]
    [InlineData("variables.Map.inner.deep", "тереңде")]
    [InlineData("return variables.Days > 2 ? 'Yes' : 'No'", "Yes")]
    [InlineData("`${variables.Days} күн`", "3 күн")]
    [InlineData("'x'.repeat(3) + 'ab'.padStart(4, '-')", "xxx--ab")]
    [InlineData("/^(\\d+)$/.test('42')", true)]
    [InlineData("variables.At.getUTCFullYear()", 2026)]
    public void An_expression_sees_its_instance(string script, object? expected) => Assert.Equal(expected, Evaluate(script));

    [Fact]
    public void What_a_script_sets_is_stored_as_plain_data()
    {
        var context = Context();

        _javaScript.Evaluate(
            Expression.JavaScript("setVariable('A', [1, { b: null }]); setOutcome('Refused'); variables.Days = 4; variables.List.push(9); variables.New = 'n'"), context);

        Assert.Equal(new List<object?> { 1, new Dictionary<string, object?> { ["b"] = null } }, context.Variables["A"]);
        Assert.Equal(4, context.Variables["Days"]);
        Assert.Equal(new List<object?> { 1, 2, 3, 9 }, context.Variables["List"]);
        Assert.Equal("n", context.Variables["New"]);
        Assert.Equal(["Refused"], context.Outcomes!);
    }

    [Fact]
    public void The_setter_of_a_variable_sets_it()
    {
        var context = Context();

        _javaScript.Evaluate(Expression.JavaScript("setOutcome('x'); setDays(7)"), context);

        Assert.Equal(7, context.Variables["Days"]);
    }

    [Fact]
    public void What_a_script_only_reads_is_not_written_back()
    {
        var context = Context();
        var list = context.Variables["List"];

        _javaScript.Evaluate(Expression.JavaScript("variables.List.map(n => n).length"), context);

        Assert.Same(list, context.Variables["List"]);
    }

    [Fact]
    public void An_expression_knows_nothing_of_the_instance_before_it()
    {
        var script = Expression.JavaScript("getSecret() + variables.Secret");
        Assert.Equal("11", _javaScript.Evaluate(script, new ScriptContext(new() { ["Secret"] = "1" })));
        Assert.Equal("22", _javaScript.Evaluate(script, new ScriptContext(new() { ["Secret"] = "2" })));

        Assert.Throws<ScriptException>(() => _javaScript.Evaluate(script, new ScriptContext()));
        Assert.Throws<ScriptException>(() => _javaScript.Evaluate(Expression.JavaScript("variables.Secret.x + getSecret()"), new ScriptContext()));
        Assert.Equal("undefined", _javaScript.Evaluate(Expression.JavaScript("typeof variables.Secret"), new ScriptContext()));
        Assert.Equal("undefined", _javaScript.Evaluate(Expression.JavaScript("typeof getSecret"), new ScriptContext()));
    }

    [Fact]
    public void A_date_goes_in_and_comes_out()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), Evaluate("new Date(Date.UTC(2026, 2, 3))"));
        Assert.Equal(Context().Variables["At"], Evaluate("variables.At"));
    }

    [Theory]
    [InlineData("1 +")]
    [InlineData("let let = 1")]
    [InlineData("11n ** 5n")]
    [InlineData("async () => 1")]
    [InlineData("(function* () { yield 1 })()")]
    public void A_script_that_cannot_run_is_found_when_the_definition_is_checked(string script) =>
        Assert.NotNull(((IExpressionEvaluator)_javaScript).Check(Expression.JavaScript(script)));

    [Theory]
    [InlineData("variables.Days > 2 && getVariable('Outcome') == 'Approved'", true)]
    [InlineData("getOutcome() === 'x' ? [1, 2] : `${variables.Days}`", true)]
    [InlineData("'x'.repeat(3)", false)]
    [InlineData("for (;;) {}", false)]
    [InlineData("x = 1", false)]
    [InlineData("(() => 1)()", false)]
    [InlineData("Array(5)", false)]
    [InlineData("new Date()", false)]
    [InlineData("/a/", false)]
    [InlineData("setVariable('a', 1)", false)]
    public void Only_what_cannot_loop_or_recurse_runs_on_the_spot(string script, bool isPlain) =>
        Assert.Equal(isPlain, JavaScriptProgram.Prepare(script, new ScriptLimits()).IsPlain);

    private object? Evaluate(string script) => _javaScript.Evaluate(Expression.JavaScript(script), Context());

    private static ScriptContext Context() => new(new()
    {
        ["Outcome"] = "Approved",
        ["Days"] = 3,
        ["List"] = new List<object?> { 1, 2, 3 },
        ["Map"] = new Dictionary<string, object?> { ["inner"] = new Dictionary<string, object?> { ["deep"] = "тереңде" } },
        ["At"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
    });
}
