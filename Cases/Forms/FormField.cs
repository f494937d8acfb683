using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pana.Cases;

/// <summary>Reads one typed field by its component: a value, or the message that says what is wrong.</summary>
internal static class FormField
{
    /// <summary>The value of a field (null when empty) and the message when it cannot stand.</summary>
    public readonly record struct Read(JsonNode? Value, LocalizedText? Wrong = null, object[]? Details = null);

    public static Read Of(FormComponent component, FormTyped typed, string field, DateTime now) => component.Type switch
    {
        FormComponentType.Checkbox => Tick(component, typed.One(field)),
        FormComponentType.Checklist => Choices(component, typed.All(field)),
        FormComponentType.Radio or FormComponentType.Select => Choice(component, typed.One(field).Trim()),
        FormComponentType.Number => Number(component, typed.One(field).Trim()),
        FormComponentType.DateTime => component.Subtype == "datetime"
            ? Moment(component, typed.One(field).Trim(), typed.One(field + FormRows.TimeSuffix).Trim(), now)
            : Date(component, typed.One(field).Trim(), now),
        _ => Text(component, typed.One(field)),
    };

    private static Read Tick(FormComponent component, string text) => text == "true"
        ? new Read(JsonValue.Create(true))
        : new Read(JsonValue.Create(false), component.Rules.Required ? FormMessages.RequiredTick : null);

    private static Read Choices(FormComponent component, IReadOnlyList<string> chosen)
    {
        if (chosen.Any(value => component.Options.All(option => option.Value != value)))
        {
            return new Read(null, FormMessages.NotAnOption);
        }

        string[] ordered = [.. component.Options.Select(option => option.Value).Where(chosen.Contains)];
        return ordered.Length == 0
            ? new Read(null, component.Rules.Required ? FormMessages.RequiredChoices : null)
            : new Read(new JsonArray([.. ordered.Select(value => JsonValue.Create(value))]));
    }

    private static Read Choice(FormComponent component, string text)
    {
        if (text.Length == 0)
        {
            return new Read(null, component.Rules.Required ? FormMessages.RequiredChoice : null);
        }

        return component.Options.Any(option => option.Value == text) ? new Read(JsonValue.Create(text)) : new Read(null, FormMessages.NotAnOption);
    }

    private static Read Number(FormComponent component, string text)
    {
        if (text.Length == 0)
        {
            return new Read(null, component.Rules.Required ? FormMessages.RequiredText : null);
        }

        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return new Read(null, FormMessages.NotANumber);
        }

        var rules = component.Rules;
        return decimal.Round(number, component.DecimalDigits) != number ? new Read(null, FormMessages.TooManyDigits, [component.DecimalDigits])
            : number < rules.Min ? new Read(null, FormMessages.TooSmall, [rules.Min])
            : number > rules.Max ? new Read(null, FormMessages.TooBig, [rules.Max])
            : new Read(JsonValue.Create(number));
    }

    private static Read Date(FormComponent component, string text, DateTime now)
    {
        if (text.Length == 0)
        {
            return new Read(null, component.Rules.Required ? FormMessages.RequiredDate : null);
        }

        var today = DateOnly.FromDateTime(now);
        return TypedDate.Read(text) is not { } date ? new Read(null, FormMessages.NotADate)
            : component.Property("notAfter") == "today" && date > today ? new Read(null, FormMessages.NotYet, [TypedDate.Show(today)])
            : component.Property("notBefore") == "today" && date < today ? new Read(null, FormMessages.Passed, [TypedDate.Show(today)])
            : new Read(JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static Read Moment(FormComponent component, string text, string timeText, DateTime now)
    {
        if (text.Length == 0 && timeText.Length == 0)
        {
            return new Read(null, component.Rules.Required ? FormMessages.RequiredMoment : null);
        }

        if (TypedDate.Read(text) is not { } date)
        {
            return new Read(null, FormMessages.NotADate);
        }

        if (TypedDate.ReadTime(timeText) is not { } time)
        {
            return new Read(null, FormMessages.NotATime);
        }

        var moment = date.ToDateTime(new TimeOnly(time.Hour, time.Minute));
        return component.Property("notAfter") == "today" && moment > now
            ? new Read(null, FormMessages.NotYetMoment, [now.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture)])
            : new Read(JsonValue.Create(moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)));
    }

    private static Read Text(FormComponent component, string typed)
    {
        var text = typed.ReplaceLineEndings("\n").Trim();
        var rules = component.Rules;
        if (text.Length == 0)
        {
            return new Read(null, rules.Required ? FormMessages.RequiredText : null);
        }

        if (component.Kind == "iin")
        {
            return Iin.TryRead(text, out var iin) ? new Read(JsonValue.Create(iin.Digits)) : new Read(null, FormMessages.NotAnIin);
        }

        if (component.Kind == "phone" || rules.ValidationType == "phone")
        {
            return PhoneNumber.Normalise(text) is { } phone ? new Read(JsonValue.Create(phone)) : new Read(null, FormMessages.NotAPhone);
        }

        var length = new StringInfo(text).LengthInTextElements;
        return length < rules.MinLength ? new Read(null, FormMessages.TooShort, [rules.MinLength, length])
            : length > rules.MaxLength ? new Read(null, FormMessages.TooLong, [rules.MaxLength, length])
            : rules.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1)) ? new Read(null, FormMessages.Pattern)
            : rules.ValidationType == "email" && !LooksLikeEmail(text) ? new Read(null, FormMessages.NotAnEmail)
            : new Read(JsonValue.Create(text));
    }

    private static bool LooksLikeEmail(string text) =>
        System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
