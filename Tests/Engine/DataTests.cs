using System.Text.Json.Nodes;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Variables, inputs, outputs, and values that keep their type through a restart.</summary>
public sealed class DataTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_variable_is_set_in_its_declared_type()
    {
        var chart = new Chart().Variable("Days", "Int32")
            .Add("set", "Elsa.SetVariable", ("variable", Chart.TheVariable("Days")), ("value", Chart.Literal("10"))).Waits("w").Connect("set", "w");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal(10, _engine.Variable(run.InstanceId, "Days"));
    }

    [Fact]
    public async Task A_variable_refuses_what_is_not_of_its_type()
    {
        await _engine.PublishAsync(new Chart().Variable("Days", "Int32")
            .Add("set", "Elsa.SetVariable", ("variable", Chart.TheVariable("Days")), ("value", Chart.Literal("soon"))));

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync("chart"));

        Assert.Contains("Variable 'Days' is declared as Int32", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("soon", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Boolean", "True", true)]
    [InlineData("Int32", "7", 7)]
    [InlineData("String", "", "")]
    [InlineData("Int32", "", null)]
    [InlineData("Double", "1.5", 1.5)]
    public async Task Initial_values_are_texts_in_the_definition(string type, string text, object? expected)
    {
        var run = await _engine.PublishAndStartAsync(new Chart().Variable("X", type, text).Waits("w"));

        Assert.Equal(expected, _engine.Variable(run.InstanceId, "X"));
    }

    [Fact]
    public async Task An_output_goes_to_the_variable_it_is_bound_to()
    {
        var run = await _engine.PublishAndStartAsync(new Chart().Variable("N", "Int32")
            .Add("double", "Test.Doubles", ("number", Chart.Literal("21")), ("result", Chart.Output("N"))).Waits("w").Connect("double", "w"));

        Assert.Equal(42, _engine.Variable(run.InstanceId, "N"));
    }

    [Fact]
    public async Task An_input_left_out_keeps_the_default_of_the_activity()
    {
        var run = await _engine.PublishAndStartAsync(new Chart().Variable("N", "Int32").Add("double", "Test.Doubles", ("result", Chart.Output("N"))).Waits("w").Connect("double", "w"));

        Assert.Equal(6, _engine.Variable(run.InstanceId, "N"));
    }

    [Fact]
    public async Task The_output_of_an_activity_can_be_asked_for_after_a_restart()
    {
        var chart = new Chart().Variable("N").Add("double", "Test.Doubles").Waits("w")
            .Add("set", "Elsa.SetVariable", ("variable", Chart.TheVariable("N")), ("value", new JsonObject { ["expression"] = new JsonObject { ["type"] = "Output", ["value"] = "double.Result" } }))
            .Waits("z").Connect("double", "w", "set", "z");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("w");

        Assert.Equal(6, _engine.Variable(run.InstanceId, "N"));
    }

    [Fact]
    public async Task The_input_of_the_instance_is_there_in_every_burst()
    {
        var definition = new Chart().Variable("X").Waits("w")
            .Add("set", "Elsa.SetVariable", ("variable", Chart.TheVariable("X")), ("value", Chart.OfInput("Code"))).Waits("z").Connect("w", "set", "z").Definition();
        definition["inputs"] = new JsonArray(new JsonObject { ["name"] = "Code", ["type"] = "String" });
        await _engine.PublishAsync(definition);
        var run = await _engine.StartAsync("chart", ("Code", "PN-4F7K-92"));

        await _engine.ResumeAsync("w");

        Assert.Equal("PN-4F7K-92", _engine.Variable(run.InstanceId, "X"));
    }

    [Fact]
    public async Task Name_correlation_and_outputs_are_set_by_their_activities()
    {
        var chart = new Chart()
            .Add("name", "Elsa.SetName", ("value", Chart.Literal("PN-1")))
            .Add("correlate", "Elsa.Correlate", ("correlationId", Chart.Literal("case-1")))
            .Add("output", "Elsa.SetOutput", ("outputName", Chart.Literal("Outcome")), ("outputValue", Chart.Literal("granted")))
            .Connect("name", "correlate", "output");

        var run = await _engine.PublishAndStartAsync(chart);

        var stored = _engine.Data.Instances[run.InstanceId];
        Assert.Equal(("PN-1", "case-1"), (stored.Name, stored.CorrelationId));
        Assert.Equal("granted", run.Output["Outcome"]);
    }

    [Fact]
    public async Task Plain_data_keeps_its_type_through_a_restart()
    {
        var values = new Dictionary<string, object?>
        {
            ["int"] = 5,
            ["long"] = 5_000_000_000L,
            ["double"] = 0.25,
            ["decimal"] = 12.50m,
            ["date"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(5)),
            ["text"] = "Қамқор",
            ["flag"] = true,
            ["none"] = null,
            ["list"] = new List<object?> { 1, "a", null },
            ["map"] = new Dictionary<string, object?> { ["$t"] = "not a date" },
        };
        await _engine.PublishAsync(new Chart().Variable("X").Add("w", "Test.Wait", ("result", Chart.Output("X"))).Waits("z").Connect("w", "z"));
        var run = await _engine.StartAsync("chart");

        await _engine.ResumeAsync("w", value: values);

        Assert.Equivalent(values, _engine.Variable(run.InstanceId, "X"), strict: true);
        var map = (Dictionary<string, object?>)_engine.Variable(run.InstanceId, "X")!;
        Assert.IsType<decimal>(map["decimal"]);
        Assert.IsType<DateTimeOffset>(map["date"]);
        Assert.IsType<int>(map["int"]);
        Assert.IsType<long>(map["long"]);
    }

    [Fact]
    public async Task A_whole_number_is_the_same_whether_a_script_or_a_program_gave_it()
    {
        await _engine.PublishAsync(new Chart().Variable("X").Add("w", "Test.Wait", ("result", Chart.Output("X"))).Waits("z").Connect("w", "z"));
        var run = await _engine.StartAsync("chart");

        await _engine.ResumeAsync("w", value: 3.0);

        Assert.IsType<int>(_engine.Variable(run.InstanceId, "X"));
    }

    [Theory]
    [InlineData("72:00:00", 72)]
    [InlineData("3.00:00:00", 72)]
    [InlineData("01:30", 1.5)]
    [InlineData("P3D", 72)]
    public void A_span_of_time_is_read_as_people_write_it(string text, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ValueTypes.Convert<TimeSpan>(text));

    [Theory]
    [InlineData("[\"a\",\"b\"]", new[] { "a", "b" })]
    [InlineData("a", new[] { "a" })]
    public void A_list_is_read_from_json_or_from_one_item(string text, string[] expected) =>
        Assert.Equal(expected, ValueTypes.Convert<ICollection<string>>(text));
}
