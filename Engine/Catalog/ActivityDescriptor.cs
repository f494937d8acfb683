using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>What the designer is told about an activity type.</summary>
public sealed record ActivityDescriptor
{
    /// <summary>The name definitions use; the key together with <see cref="Version"/>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The version of the type.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The part of the type name before the last dot.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The last part of the type name; generated step names start with it.</summary>
    public required string Name { get; init; }

    /// <summary>The toolbox group.</summary>
    public required string Category { get; init; }

    /// <summary>The name in the toolbox.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What the step does.</summary>
    public string Description { get; init; } = "";

    /// <summary>The kind of step.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>What it asks for.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>What it gives.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Outgoing ports and slots.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    /// <summary>Whether it holds other steps.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Whether the toolbox offers it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether it has no incoming port.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether it has no outgoing port.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Further facts for the designer.</summary>
    public JsonObject CustomProperties { get; init; } = [];

    /// <summary>Members that the designer copies onto a new step.</summary>
    public JsonObject ConstructionProperties { get; init; } = [];

    /// <summary>The class behind it.</summary>
    internal Type? ClrType { get; init; }
}
