using System.Globalization;
using Microsoft.Extensions.Primitives;
using Pana.Cases;

namespace Pana.Tests.Workflows;

/// <summary>Fills a real form the way a person does who answers only what is asked: given answers first, then whatever the form still demands.</summary>
internal sealed class FormFiller(TimeProvider time)
{
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public FormAnswers Fill(FormDefinition form, params (string Key, string Value)[] given)
    {
        var posted = given.GroupBy(answer => answer.Key).ToDictionary(answer => answer.Key, answer => new StringValues([.. answer.Select(one => one.Value)]));
        var validator = new FormValidator(time);
        for (var round = 0; round < 6; round++)
        {
            var result = validator.Validate(form, posted, "en");
            if (result.IsValid)
            {
                return result.Answers;
            }

            foreach (var field in result.Errors.Keys)
            {
                Answer(form, field, posted);
            }
        }

        var last = validator.Validate(form, posted, "en");
        throw new InvalidOperationException($"The form '{form.Id}' could not be filled: {string.Join("; ", last.Errors.Select(error => $"{error.Key}: {error.Value}"))}");
    }

    private void Answer(FormDefinition form, string field, Dictionary<string, StringValues> posted)
    {
        Answer(form.Find(field) ?? InRow(form, field) ?? throw new InvalidOperationException($"The form '{form.Id}' reports an error at the unknown field '{field}'."), field, posted);
    }

    private void Answer(FormComponent component, string field, Dictionary<string, StringValues> posted)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), Almaty);
        switch (component.Type)
        {
            case FormComponentType.Radio or FormComponentType.Select or FormComponentType.Checklist:
                posted[field] = component.Options[0].Value;
                break;
            case FormComponentType.Checkbox:
                posted[field] = "true";
                break;
            case FormComponentType.Number:
                posted[field] = "1";
                break;
            case FormComponentType.DateTime:
                posted[field] = now.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
                posted[field + FormRows.TimeSuffix] = now.ToString("HH:mm", CultureInfo.InvariantCulture);
                break;
            case FormComponentType.DynamicList:
                // A row that says nothing is no row.
                posted[FormRows.Marker(component, 0)] = "1";
                foreach (var inner in FormRows.Fields(component).Where(inner => inner.Rules.Required))
                {
                    Answer(inner, FormRows.Field(component, 0, inner), posted);
                }

                break;
            default:
                posted[field] = "Жауап мәтіні";
                break;
        }
    }

    private static FormComponent? InRow(FormDefinition form, string field) => form.All().Where(list => list.Type == FormComponentType.DynamicList)
        .SelectMany(list => FormRows.Fields(list).Where(inner => FormRows.Field(list, 0, inner) == field)).FirstOrDefault();
}
