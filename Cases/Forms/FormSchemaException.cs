namespace Pana.Cases;

/// <summary>A form file cannot be used; every defect at once, with its place and how to mend it.</summary>
public sealed class FormSchemaException(string form, IReadOnlyList<LocalizedText> defects)
    : FormatException($"Form {form} has {defects.Count} defect(s):{Environment.NewLine}- {string.Join(Environment.NewLine + "- ", defects.Select(defect => defect.En))}")
{
    /// <summary>The form's id or file name.</summary>
    public string Form { get; } = form;

    /// <summary>One sentence a defect, in three languages.</summary>
    public IReadOnlyList<LocalizedText> Defects { get; } = defects;
}
