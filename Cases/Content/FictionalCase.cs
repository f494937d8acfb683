using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>A case of nobody, for previews: names out of a tale, the dates of the reference case, the first option of every choice.</summary>
internal static class FictionalCase
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["case.code"] = "PN-0000-00",
        ["case.wayIn"] = "application",
        ["case.appliedOn"] = "2026-03-20",
        ["case.policeReport"] = "Refused",
        ["case.endingGround"] = "recipient.requestedCompletion",
        ["person.fullName"] = "Баян Сұлу Қарабайқызы",
        ["person.lastName"] = "Қарабай",
        ["person.firstName"] = "Баян Сұлу",
        ["person.patronymic"] = "Қарабайқызы",
        ["person.birthDate"] = "1990-05-01",
        ["person.iin"] = "000000000000",
        ["person.phone"] = "+7 700 000 00 00",
        ["representative.fullName"] = "Баян Сұлу Қарабайқызы",
        ["contract.date"] = "2026-04-03",
        ["contract.endsOn"] = "2026-10-03",
    };

    public static PaperFields Fields(PaperKind kind, IReadOnlyDictionary<string, FormComponent> asked, string language)
    {
        var fields = new PaperFields();
        foreach (var field in kind.Fields)
        {
            var name = field.TrimEnd('[', ']');
            fields[name] = field.EndsWith("[]", StringComparison.Ordinal) ? List(name, asked, language) : Value(name, asked.GetValueOrDefault(name), language);
        }

        return fields;
    }

    private static JsonNode? Value(string name, FormComponent? component, string language) => (name, component) switch
    {
        _ when Known.TryGetValue(name, out var value) => value,
        ("organisation.name", _) => language == "ru" ? "Кризисный центр «Пример»" : "«Мысал» дағдарыс орталығы",
        ("authority.name", _) => language == "ru" ? "Уполномоченный орган района" : "Ауданның уәкілетті органы",
        ("police.name", _) => language == "ru" ? "Управление полиции района" : "Ауданның полиция басқармасы",
        ("case.isChild", _) => false,
        (_, { Type: FormComponentType.Checkbox }) => true,
        (_, { Type: FormComponentType.DateTime, Subtype: "datetime" }) => "2026-03-24T15:00",
        (_, { Type: FormComponentType.DateTime }) => "2026-03-24",
        (_, { Type: FormComponentType.Number }) => "3",
        (_, { Type: FormComponentType.Checklist, Options: [var first, ..] }) => new JsonArray(first.Value),
        (_, { Options: [var first, ..] }) => first.Value,
        (_, not null) => $"‹{component.Label.In(language)}›",
        _ => name.EndsWith("Date", StringComparison.Ordinal) || name.EndsWith("On", StringComparison.Ordinal) ? "2026-03-24" : null,
    };

    private static JsonArray List(string name, IReadOnlyDictionary<string, FormComponent> asked, string language) => (name, asked.GetValueOrDefault(name)) switch
    {
        ("case.children" or "case.childrenApart", _) => new JsonArray(new JsonObject { ["code"] = "PN-0000-01", ["fullName"] = "Қозы Көрпеш", ["birthDate"] = "2021-09-01", ["documentKind"] = "none" }),
        ("case.orderedWith", _) => new JsonArray(new JsonObject { ["code"] = "PN-0000-02", ["fullName"] = "Баян Сұлу", ["birthDate"] = "2019-05-01", ["contractDate"] = "2026-04-02" }),
        ("case.monitoring", _) => new JsonArray(new JsonObject { ["better"] = "‹…›", ["worse"] = "‹…›", ["kinds"] = new JsonArray("s1"), ["on"] = "2026-07-09", ["who"] = "‹…›" }),
        (_, { Type: FormComponentType.DynamicList } list) => new JsonArray(new JsonObject(
            FormRows.Fields(list).Select(inner => KeyValuePair.Create(inner.Key, Value(inner.Key, inner, language))))),
        (_, { Options: [var first, ..] }) => new JsonArray(first.Value),
        _ => [],
    };
}
