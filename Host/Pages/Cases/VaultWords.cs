using System.Globalization;
using Pana.Cases;

namespace Pana.Portal.Pages.Cases;

/// <summary>Names and values of the vault as the forms name them: a key has the label of the first form that asks it.</summary>
internal sealed class VaultWords(FormCatalog forms)
{
    private static readonly string[] Order =
        ["person.lastName", "person.firstName", "person.patronymic", "person.birthDate", "person.sex", "person.iin", "person.phone", "person.safeContact", "person.address", "person.actualAddress"];

    private volatile Asked? _asked;

    /// <summary>The person's own values, the most asked for first.</summary>
    public IReadOnlyList<(string Label, string Value)> Person(IReadOnlyDictionary<string, string> values)
    {
        var culture = CultureInfo.CurrentUICulture.Name;
        return [.. values
            .Where(pair => pair.Key.StartsWith("person.", StringComparison.Ordinal) && pair.Value.Length > 0)
            .OrderBy(pair => Array.IndexOf(Order, pair.Key) is >= 0 and var place ? place : Order.Length)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (Label(pair.Key, culture), Value(pair.Key, pair.Value, culture)))];
    }

    private Dictionary<string, FormComponent> Components
    {
        get
        {
            var asked = _asked;
            if (asked?.Edition != forms.Edition)
            {
                _asked = asked = new Asked(forms.Edition, forms.All
                    .OrderBy(form => form.Id == ApplicationReading.FormId ? 0 : 1)
                    .SelectMany(form => form.All().Where(component => FormKeys.IsVaultKey(component.Key)))
                    .GroupBy(component => component.Key)
                    .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal));
            }

            return asked.ByKey;
        }
    }

    private string Label(string key, string culture) => Components.TryGetValue(key, out var component) ? component.Label.In(culture) : key;

    private string Value(string key, string value, string culture)
    {
        if (!Components.TryGetValue(key, out var component))
        {
            return value;
        }

        return component.Options.FirstOrDefault(option => option.Value == value)?.Label.In(culture)
            ?? (component.Type == FormComponentType.DateTime && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
                : value);
    }

    /// <summary>Kept until a form is published.</summary>
    private sealed record Asked(object Edition, Dictionary<string, FormComponent> ByKey);
}
