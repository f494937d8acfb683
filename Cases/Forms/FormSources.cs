namespace Pana.Cases;

/// <summary>What a form may take from its case by <c>properties.source</c>.</summary>
public static class FormSources
{
    /// <summary>Choices of a checklist: codes of the family's other cases that an order may name too .</summary>
    public const string Family = "family";

    /// <summary>First rows of a list: the things held in custody (p39).</summary>
    public const string Custody = "custody";

    /// <summary>The source that a type of component may have, or null.</summary>
    internal static string? Of(FormComponentType type) => type switch
    {
        FormComponentType.Checklist => Family,
        FormComponentType.DynamicList => Custody,
        _ => null,
    };
}
