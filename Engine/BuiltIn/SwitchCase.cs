namespace Pana.Engine;

/// <summary>A case of a switch: what runs when its condition holds.</summary>
public sealed record SwitchCase(string Label, Expression? Condition, Activity? Activity);
