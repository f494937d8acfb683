namespace Pana.Cases;

/// <summary>What is odd but may be true: shown once, never in the way.</summary>
internal static class FormDoubts
{
    public readonly record struct Doubt(string Field, LocalizedText Message, object[] Details);

    public static IEnumerable<Doubt> Of(FormDefinition form, FormSheet sheet)
    {
        foreach (var component in form.All())
        {
            if (component.Type == FormComponentType.DynamicList)
            {
                var rows = sheet.Answers.Rows(component.Key);
                foreach (var (row, index) in rows.Zip(sheet.RowNumbers[component.Key]))
                {
                    foreach (var inner in FormRows.Fields(component))
                    {
                        foreach (var doubt in Iin(inner, FormRows.Field(component, index, inner), row))
                        {
                            yield return doubt;
                        }
                    }
                }
            }

            foreach (var doubt in Iin(component, component.Key, sheet.Answers))
            {
                yield return doubt;
            }
        }
    }

    /// <summary>Names the fields in doubt, to know at the second press that they were seen.</summary>
    public static string Digest(IEnumerable<string> fields) => string.Join(' ', fields.Order(StringComparer.Ordinal));

    private static IEnumerable<Doubt> Iin(FormComponent component, string field, FormAnswers answers)
    {
        if (component.Kind != "iin" || !Cases.Iin.TryRead(answers.Text(component.Key), out var iin))
        {
            yield break;
        }

        if (!iin.CheckDigitFits)
        {
            yield return new Doubt(field, FormMessages.IinCheckDigit, []);
        }
        else if (component.Property("birthDateKey") is { } birthKey && answers.Date(birthKey) is { } birthDate && iin.BirthDate is { } inNumber && inNumber != birthDate)
        {
            yield return new Doubt(field, FormMessages.IinBirthDate, [TypedDate.Show(inNumber)]);
        }
        else if (component.Property("sexKey") is { } sexKey && answers.Text(sexKey) is { } sex && iin.Sex is { } sexInNumber && sexInNumber != sex)
        {
            yield return new Doubt(field, FormMessages.IinSex, []);
        }
    }
}
