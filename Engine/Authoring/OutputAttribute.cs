namespace Pana.Engine;

/// <summary>Describes an output to the catalogue.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>The label; the property name in words by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The help text.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; set; } = true;

    /// <summary>Whether the value can be kept in a variable.</summary>
    public bool IsSerializable { get; set; } = true;
}
