using System.Globalization;

namespace Pana.Cases;

/// <summary>How the fields of a dynamic list are named, so that rows work with and without a script.</summary>
public static class FormRows
{
    /// <summary>The time beside the date of a moment.</summary>
    public const string TimeSuffix = "._time";

    /// <summary>The name of a field inside a row: <c>children[0].lastName</c>.</summary>
    public static string Field(FormComponent list, int row, FormComponent inner) => Prefix(list, row) + inner.Key;

    /// <summary>The hidden field that says the row exists: <c>children[0]._row</c>.</summary>
    public static string Marker(FormComponent list, int row) => Prefix(list, row) + "_row";

    /// <summary>The submit button that adds a row: <c>_add.children</c>.</summary>
    public static string AddButton(FormComponent list) => "_add." + list.Key;

    /// <summary>The submit button that removes a row: <c>_remove.children.1</c>.</summary>
    public static string RemoveButton(FormComponent list, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"_remove.{list.Key}.{row}");

    /// <summary>The components of a row that have an answer, groups opened.</summary>
    public static IEnumerable<FormComponent> Fields(FormComponent list) =>
        list.Components.SelectMany(Open).Where(component => component.HasAnswer);

    private static string Prefix(FormComponent list, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{list.Key}[{row}].");

    private static IEnumerable<FormComponent> Open(FormComponent component) =>
        component.Type == FormComponentType.Group ? component.Components.SelectMany(Open) : [component];
}
