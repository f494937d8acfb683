using Pana.Engine;

namespace Pana.Tests.Engine.Scripting;

/// <summary>An instance with these variables, and defaults for the rest.</summary>
internal sealed class ScriptContext(Dictionary<string, object?>? variables = null) : ExpressionContext
{
    public Dictionary<string, object?> Variables { get; } = variables ?? [];

    public Dictionary<string, object?> Inputs { get; } = new() { ["Reason"] = "referral" };

    public override IEnumerable<string> VariableNames => Variables.Keys;

    public override IReadOnlyDictionary<string, object?> Input => Inputs;

    public override object? LastResult => "last";

    public override string? CorrelationId { get; set; } = "case-1";

    public override string InstanceId => "instance-1";

    public override string? InstanceName { get; set; } = "name";

    public override IReadOnlyDictionary<string, object?> Workflow { get; } = new Dictionary<string, object?> { ["definitionId"] = "admission", ["version"] = 3 };

    public override DateTimeOffset Now => new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public override object? GetVariable(string nameOrId) => Variables.GetValueOrDefault(nameOrId);

    public override void SetVariable(string nameOrId, object? value) => Variables[nameOrId] = value;

    public override object? GetOutputFrom(string activityIdOrName, string? outputName) => $"{activityIdOrName}.{outputName ?? "Result"}";
}
