namespace Pana.Engine;

/// <summary>A port of a step: <c>Flow</c> is an outgoing connector, <c>Embedded</c> a slot for another step.</summary>
public sealed record PortDescriptor(string Name, string DisplayName, string Type, bool IsBrowsable = true);
