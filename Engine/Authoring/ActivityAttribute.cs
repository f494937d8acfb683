namespace Pana.Engine;

/// <summary>Describes an activity type to the catalogue.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string @namespace, string category, string description = "") : Attribute
{
    /// <summary>The first part of the type name.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>The toolbox group.</summary>
    public string Category { get; } = category;

    /// <summary>What the step does, for the designer.</summary>
    public string Description { get; } = description;

    /// <summary>The last part of the type name; the class name by default.</summary>
    public string? Type { get; set; }

    /// <summary>The version of the activity type.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The name in the toolbox; the class name in words by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What kind of step it is.</summary>
    public ActivityKind Kind { get; set; } = ActivityKind.Action;

    /// <summary>Whether the toolbox offers it.</summary>
    public bool IsBrowsable { get; set; } = true;
}
