using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>
/// A typed form read once: the value of every field, which components are hidden, and the answers of those that are not.
/// A hidden answer counts as absent for the other conditions, so hiding is repeated until nothing changes.
/// </summary>
public sealed class FormSheet
{
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    /// <summary>The answers of visible components that could be read.</summary>
    public FormAnswers Answers { get; private set; } = new();

    internal Dictionary<string, FormField.Read> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>List → the typed row behind each stored row, since blank rows are not stored.</summary>
    internal Dictionary<string, List<int>> RowNumbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Is the component with this id hidden? Inside a dynamic list the row counts.</summary>
    public bool IsHidden(FormComponent component, int? row = null)
    {
        ArgumentNullException.ThrowIfNull(component);
        return _hidden.Contains(Name(component, row));
    }

    /// <summary>
    /// Reads what stands in the fields; <paramref name="now"/> is the organisation's own time. Questions whose key is in
    /// <paramref name="withheld"/> are not asked of this reader: neither read nor checked nor stored.
    /// </summary>
    public static FormSheet Read(FormDefinition form, FormTyped typed, DateTime now, IReadOnlySet<string>? withheld = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(typed);
        var sheet = new FormSheet();
        if (withheld is { Count: > 0 })
        {
            sheet._hidden.UnionWith(form.All().Where(component => component.HasAnswer && withheld.Contains(component.Key)).Select(component => component.Id));
        }

        var count = -1;
        while (sheet._hidden.Count > count)
        {
            count = sheet._hidden.Count;
            sheet.Collect(form, typed, now);
            sheet.Hide(form.Components, sheet.Answers, null, null, false);
            foreach (var list in form.All().Where(component => component.Type == FormComponentType.DynamicList))
            {
                for (var row = 0; row < typed.Rows(list.Key); row++)
                {
                    sheet.Hide(list.Components, sheet.Answers, sheet.RowAnswers(list, row, typed, now), row, sheet.IsHidden(list));
                }
            }
        }

        return sheet;
    }

    private void Hide(IEnumerable<FormComponent> components, FormAnswers answers, FormAnswers? rowAnswers, int? row, bool all)
    {
        foreach (var component in components)
        {
            var hidden = all || component.Hide?.Evaluate(answers, rowAnswers) == true;
            if (hidden)
            {
                _hidden.Add(Name(component, row));
            }

            if (component.Type == FormComponentType.Group)
            {
                Hide(component.Components, answers, rowAnswers, row, hidden);
            }
        }
    }

    private void Collect(FormDefinition form, FormTyped typed, DateTime now)
    {
        Answers = new FormAnswers();
        Errors.Clear();
        foreach (var component in form.All().Where(component => component.HasAnswer && !IsHidden(component)))
        {
            if (component.Type == FormComponentType.DynamicList)
            {
                CollectRows(component, typed, now);
                continue;
            }

            Collect(component, component.Key, typed, now, Answers);
        }
    }

    private void CollectRows(FormComponent list, FormTyped typed, DateTime now)
    {
        var rows = new JsonArray();
        List<int> numbers = RowNumbers[list.Key] = [];
        for (var row = 0; row < typed.Rows(list.Key); row++)
        {
            if (IsBlank(list, row, typed))
            {
                continue;
            }

            var answers = new FormAnswers();
            foreach (var inner in FormRows.Fields(list).Where(inner => !IsHidden(inner, row)))
            {
                Collect(inner, FormRows.Field(list, row, inner), typed, now, answers);
            }

            rows.Add(answers.ToJson());
            numbers.Add(row);
        }

        if (rows.Count == 0 && list.Rules.Required)
        {
            Errors[list.Key] = new FormField.Read(null, FormMessages.RequiredRows);
        }

        Answers[list.Key] = rows;
    }

    private void Collect(FormComponent component, string field, FormTyped typed, DateTime now, FormAnswers answers)
    {
        var read = FormField.Of(component, typed, field, now);
        if (read.Wrong is not null)
        {
            Errors[field] = read;
        }

        // An empty answer is kept as null: the question was asked, so an older value of the vault goes.
        answers[component.Key] = read.Value;
    }

    /// <summary>A row in which nothing was typed or ticked is no row.</summary>
    private static bool IsBlank(FormComponent list, int row, FormTyped typed) =>
        FormRows.Fields(list).All(inner => typed.All(FormRows.Field(list, row, inner)).All(string.IsNullOrWhiteSpace));

    private FormAnswers RowAnswers(FormComponent list, int row, FormTyped typed, DateTime now)
    {
        var answers = new FormAnswers();
        foreach (var inner in FormRows.Fields(list).Where(inner => !IsHidden(inner, row)))
        {
            answers[inner.Key] = FormField.Of(inner, typed, FormRows.Field(list, row, inner), now).Value;
        }

        return answers;
    }

    private static string Name(FormComponent component, int? row) => row is null ? component.Id : $"{component.Id}#{row}";
}
