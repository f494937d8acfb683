using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>A named value of a workflow or of a container; holds codes, dates, numbers and ids, never a person.</summary>
public class Variable
{
    /// <summary>The identifier that expressions and outputs refer to.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name that scripts use.</summary>
    public string Name { get; init; } = "";

    /// <summary>The declared type, one of the names of <see cref="ValueTypes"/>.</summary>
    public string TypeName { get; init; } = "Object";

    /// <summary>Whether the value is a list of <see cref="TypeName"/>.</summary>
    public bool IsArray { get; init; }

    /// <summary>The initial value as written in the definition.</summary>
    public JsonNode? Value { get; init; }
}
