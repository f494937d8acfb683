using Pana.Cases;

namespace Pana.Portal.Forms;

/// <summary>What <c>/Forms/_Form.cshtml</c> draws: the fields and submit buttons inside the page's own form element.</summary>
public sealed record FormView(FormDefinition Form, FormTyped Typed, string Culture)
{
    /// <summary>Field name → message, shown at the field and in the summary.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Field name → doubt; the next press goes through.</summary>
    public IReadOnlyDictionary<string, string> Warnings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the script posts the draft while the person types; null saves no draft.</summary>
    public string? DraftUrl { get; init; }

    /// <summary>When the draft that is shown was saved, the organisation's own time.</summary>
    public TimeOnly? DraftSavedAt { get; init; }

    /// <summary>Draws the answers as text, without fields or buttons.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Draws the submit buttons of the form; false when the page draws its own.</summary>
    public bool WithButtons { get; init; } = true;

    /// <summary>The words of the one button of a form that names none; null says "Done" in the culture.</summary>
    public string? SubmitText { get; init; }

    /// <summary>kk, ru or en.</summary>
    public string LanguageCode => Culture.StartsWith("ru", StringComparison.Ordinal) ? "ru" : Culture.StartsWith("en", StringComparison.Ordinal) ? "en" : "kk";

    /// <summary>Keys of questions whose recorded answer this reader may not see: the form says so in place of a field.</summary>
    public IReadOnlySet<string> Withheld { get; init; } = new HashSet<string>();

    /// <summary>Which components are hidden by what is typed. Dates are not held against today here.</summary>
    public FormSheet Sheet => field ??= FormSheet.Read(Form, Typed, DateTime.MaxValue);

    /// <summary>The fields with a message, in the order of the form, so that the summary reads like the form.</summary>
    public IEnumerable<FieldView> InOrder(IReadOnlyDictionary<string, string> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var component in Form.All().Where(component => component.HasAnswer))
        {
            var field = new FieldView(this, Sheet, component);
            if (messages.ContainsKey(field.Name))
            {
                yield return field;
            }

            for (var row = 0; component.Type == FormComponentType.DynamicList && row < Typed.Rows(component.Key); row++)
            {
                foreach (var inner in FormRows.Fields(component).Select(inner => field.Of(inner, row)).Where(inner => messages.ContainsKey(inner.Name)))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The form as it was posted, with its errors and doubts.</summary>
    public static FormView Of(FormDefinition form, FormResult result, string culture)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new FormView(form, result.Typed, culture) { Errors = result.Errors, Warnings = result.Warnings };
    }

    /// <summary>Stored answers, a draft or a prefilled form; <paramref name="now"/> (the organisation's own time) is suggested for dates never asked.</summary>
    public static FormView Of(FormDefinition form, FormAnswers answers, string culture, DateTime? now = null) =>
        new(form, FormTyped.From(form, answers, now), culture);
}
