namespace Pana.Engine;

/// <summary>Marks a property that holds a child activity, drawn as a slot inside the step.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PortAttribute : Attribute
{
    /// <summary>Whether the designer shows the slot.</summary>
    public bool IsBrowsable { get; set; } = true;
}
