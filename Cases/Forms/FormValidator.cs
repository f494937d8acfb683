using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Pana.Cases;

/// <summary>Reads a posted form: what is hidden is dropped, what is visible is checked, what was typed is kept.</summary>
public sealed class FormValidator(TimeProvider clock)
{
    /// <summary>The field that carries the outcome of the pressed button.</summary>
    public const string OutcomeField = "_outcome";

    /// <summary>The field that says which warnings were already shown, so that a second press goes through.</summary>
    public const string SeenField = "_seen";

    /// <summary>Where the day begins: the organisation's time zone; Asia/Almaty unless it is set.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    /// <summary>
    /// Checks a posted form (an <c>IFormCollection</c> or any names and values); messages in <paramref name="culture"/> (kk, ru or en).
    /// Questions in <paramref name="withheld"/> are not this person's to answer (<see cref="TaskAnswers.WithheldAsync"/>).
    /// </summary>
    public FormResult Validate(
        FormDefinition form, IEnumerable<KeyValuePair<string, StringValues>> posted, string culture, string? outcome = null, IReadOnlySet<string>? withheld = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        var fields = posted as IReadOnlyCollection<KeyValuePair<string, StringValues>> ?? [.. posted];
        var typed = FormTyped.Posted(form, fields, out var rowsChanged);
        var sheet = FormSheet.Read(form, typed, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime, withheld);
        var errors = sheet.Errors.ToDictionary(pair => pair.Key, pair => pair.Value.Wrong!.Say(culture, pair.Value.Details ?? []), StringComparer.Ordinal);
        var warnings = FormDoubts.Of(form, sheet).ToDictionary(doubt => doubt.Field, doubt => doubt.Message.Say(culture, doubt.Details), StringComparer.Ordinal);
        var digest = FormDoubts.Digest(warnings.Keys);
        sheet.Answers.SentAs = typed.Once;
        return new FormResult
        {
            Answers = sheet.Answers,
            Errors = rowsChanged ? new Dictionary<string, string>() : errors,
            Warnings = warnings,
            Typed = typed,
            Outcome = outcome ?? Pressed(form, fields),
            OnlyRowsChanged = rowsChanged,
            AsksToConfirm = !rowsChanged && errors.Count == 0 && warnings.Count > 0 && !Sent(fields, SeenField).Contains(digest),
        };
    }

    /// <summary>The value of <see cref="SeenField"/> that lets these warnings pass at the next press.</summary>
    public static string SeenValue(IReadOnlyDictionary<string, string> warnings)
    {
        ArgumentNullException.ThrowIfNull(warnings);
        return FormDoubts.Digest(warnings.Keys);
    }

    /// <summary>What a draft keeps of a posted form: the text as typed, unchecked.</summary>
    public static FormAnswers Draft(FormDefinition form, IEnumerable<KeyValuePair<string, StringValues>> posted) =>
        FormTyped.Posted(form, posted, out _).ToDraft(form);

    private static string Pressed(FormDefinition form, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var outcomes = form.Outcomes;
        return Sent(fields, OutcomeField).FirstOrDefault(outcomes.Contains) ?? outcomes[0];
    }

    private static IEnumerable<string> Sent(IEnumerable<KeyValuePair<string, StringValues>> fields, string name) =>
        fields.Where(pair => pair.Key == name).SelectMany(pair => pair.Value).OfType<string>();
}
