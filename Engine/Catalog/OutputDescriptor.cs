namespace Pana.Engine;

/// <summary>What the designer is told about an output.</summary>
public sealed record OutputDescriptor(string Name, string TypeName, string DisplayName, string? Description = null, bool IsBrowsable = true, bool IsSerializable = true);
