using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>What the designer is told about an input.</summary>
public sealed record InputDescriptor
{
    /// <summary>The property name; stored in JSON with a small first letter.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value.</summary>
    public required string TypeName { get; init; }

    /// <summary>The label.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The help text.</summary>
    public string? Description { get; init; }

    /// <summary>The tab.</summary>
    public string? Category { get; init; }

    /// <summary>The editor.</summary>
    public required string UIHint { get; init; }

    /// <summary>Whether the value is an expression (true) or raw JSON.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>The order of the field.</summary>
    public float Order { get; init; }

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether a definition without it is defective.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the value is kept out of the journal.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether it is evaluated before the step runs.</summary>
    public bool AutoEvaluate { get; init; } = true;

    /// <summary>The value shown when there is none.</summary>
    public JsonNode? DefaultValue { get; init; }

    /// <summary>The expression type a new value starts with.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>Settings of the editor, by hint.</summary>
    public JsonObject UISpecifications { get; init; } = [];
}
