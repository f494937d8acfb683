using System.Diagnostics;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine.Scripting;

[Collection(nameof(Sandbox))]
public class LiquidTests
{
    private readonly LiquidEvaluator _liquid = new(new ScriptLimits());

    public static TheoryData<string> Bombs =>
    [
        "{% for i in (1..2147483647) %}x{% endfor %}",
        "{% for i in (1..100000) %}{% for j in (1..100000) %}{% endfor %}{% endfor %}",
        "{{ (1..2147483647) | join: 'x' }}",
        "{% assign x = 'x' %}{% for i in (1..40) %}{% assign x = x | append: x %}{% endfor %}{{ x }}",
        "{% assign x = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..40) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..12) %}{% assign x = x | replace: 'a', 'aaaaaaaaaa' %}{% endfor %}{{ x | size }}",
        "{% assign a = 'x,y' | split: ',' %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %}{{ a | size }}",
        "{% for i in (1..60000) %}0123456789012345678901234567890123456789{% endfor %}",
        "{% include 'x' %}",
        "{% render 'x' %}",
        "{{ x",
        "{% if %}",
        "{% for i in x %}",
        string.Concat(Enumerable.Repeat("{%if 1%}", 4000)),
        new string('x', 70_000),
    ];

    [Theory]
    [InlineData("{{ Variables.Outcome }}", "Approved")]
    [InlineData("{{ Variables.Map.inner }}-{{ Variables.List[1] }}-{{ Variables.List | size }}", "deep-2-3")]
    [InlineData("{% for n in Variables.List %}{{ n }};{% endfor %}", "1;2;3;")]
    [InlineData("{% if Variables.Days > 2 %}ұзақ{% else %}қысқа{% endif %}", "ұзақ")]
    [InlineData("{{ Input.Reason }} {{ CorrelationId }} {{ WorkflowInstanceId }}", "referral case-1 instance-1")]
    [InlineData("{{ Workflow.DefinitionId }} {{ Workflow.definitionId }} {{ Workflow.Version }}", "admission admission 3")]
    [InlineData("{{ Variables.At | date: '%d.%m.%Y' }}", "02.03.2026")]
    [InlineData("{% capture x %}a{{ Variables.Days }}{% endcapture %}{{ x | upcase }}", "A3")]
    [InlineData("{{ 'a,b' | split: ',' | join: '-' | replace: 'a', 'x' }}", "x-b")]
    [InlineData("{{ Variables.Missing.Deeper }}", "")]
    [InlineData("{{ Variables.Outcome.Length }}{{ Variables.At.Offset }}{{ Variables.Map.Keys }}{{ Variables.List.Capacity }}", "")]
    public void A_template_sees_its_instance_and_nothing_of_dotnet(string template, string expected) =>
        Assert.Equal(expected, _liquid.Evaluate(Expression.Liquid(template), Context()));

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_template_that_wants_too_much_is_stopped(string template)
    {
        var (allocated, clock) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());

        Assert.Throws<ScriptException>(() => _liquid.Evaluate(Expression.Liquid(template), Context()));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6));
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 64 * 1024 * 1024);
    }

    [Theory]
    [InlineData("{% if Variables.A %}yes{% endif %}")]
    [InlineData("{{ 'x' | upcase }}")]
    public void A_good_template_is_accepted(string template) =>
        Assert.Null(((IExpressionEvaluator)_liquid).Check(Expression.Liquid(template)));

    private static ScriptContext Context() => new(new()
    {
        ["Outcome"] = "Approved",
        ["Days"] = 3,
        ["List"] = new List<object?> { 1, 2, 3 },
        ["Map"] = new Dictionary<string, object?> { ["inner"] = "deep" },
        ["At"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
    });
}
