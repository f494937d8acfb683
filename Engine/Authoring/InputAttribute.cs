namespace Pana.Engine;

/// <summary>Describes an input to the catalogue.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>The editor, for example <c>singleline</c> or <c>dropdown</c>; chosen by type when null.</summary>
    public string? UIHint { get; set; }

    /// <summary>The choices of a dropdown, radio list or check list.</summary>
    public object? Options { get; set; }

    /// <summary>The value shown when the definition has none.</summary>
    public object? DefaultValue { get; set; }

    /// <summary>The label; the property name in words by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The help text.</summary>
    public string? Description { get; set; }

    /// <summary>The tab in the designer.</summary>
    public string? Category { get; set; }

    /// <summary>The expression type a new value starts with.</summary>
    public string? DefaultSyntax { get; set; }

    /// <summary>The order in the designer.</summary>
    public float Order { get; set; }

    /// <summary>Whether the value is evaluated before the step runs, or by the step itself.</summary>
    public bool AutoEvaluate { get; set; } = true;

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; set; } = true;

    /// <summary>Whether a definition without it is defective.</summary>
    public bool IsRequired { get; set; }

    /// <summary>Whether the value must be kept out of the journal.</summary>
    public bool IsSensitive { get; set; }
}
