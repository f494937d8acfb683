using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>One text of a form in the three languages, as the designer's page shows it.</summary>
/// <param name="Slot">Where it is kept; a page posts it back with this name.</param>
/// <param name="Component">Id of the component; empty for the form's title.</param>
/// <param name="Part"><c>title</c>, <c>label</c>, <c>description</c>, <c>text</c> or <c>option</c>.</param>
/// <param name="Kk">Kazakh.</param>
/// <param name="Ru">Russian.</param>
/// <param name="En">English.</param>
public sealed record FormWording(string Slot, string Component, string Part, string Kk, string Ru, string En)
{
    /// <summary>Whether a language is missing.</summary>
    public bool IsMissing => Kk.Length == 0 || Ru.Length == 0 || En.Length == 0;

    /// <summary>Every text of a form-js schema, in the order of the form; a schema that cannot be read has none.</summary>
    public static IReadOnlyList<FormWording> Of(string body)
    {
        if (Parse(body) is not { } root)
        {
            return [];
        }

        var title = root["properties"] as JsonObject;
        return [new("|title", "", "title", Text(title, "kk"), Text(title, "ru"), Text(title, "en")), .. Components(root).SelectMany(Of)];
    }

    /// <summary>The schema with texts of slots changed; slots it does not have are left out.</summary>
    public static string With(string body, IReadOnlyDictionary<string, (string Kk, string Ru, string En)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (Parse(body) is not { } root)
        {
            return body;
        }

        if (texts.TryGetValue("|title", out var title))
        {
            Set(Properties(root), ("kk", title.Kk), ("ru", title.Ru), ("en", title.En));
        }

        foreach (var component in Components(root))
        {
            Apply(component, texts);
        }

        return root.ToJsonString(Json.Options);
    }

    private static IEnumerable<FormWording> Of(JsonObject component)
    {
        var (id, type) = (Text(component, "id"), Text(component, "type"));
        var properties = component["properties"] as JsonObject;
        if (type is not ("separator" or "spacer"))
        {
            yield return new($"{id}|label", id, type == "text" ? "text" : "label", Text(component, LabelMember(component, type)), Text(properties, "ru"), Text(properties, "en"));
        }

        if (Text(component, "description").Length > 0)
        {
            yield return new($"{id}|description", id, "description", Text(component, "description"), Text(properties, "ru.description"), Text(properties, "en.description"));
        }

        foreach (var option in (component["values"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var value = Text(option, "value");
            yield return new($"{id}|option|{value}", id, "option", Text(option, "label"), Text(properties, $"option.{value}.ru"), Text(properties, $"option.{value}.en"));
        }
    }

    private static void Apply(JsonObject component, IReadOnlyDictionary<string, (string Kk, string Ru, string En)> texts)
    {
        var (id, type) = (Text(component, "id"), Text(component, "type"));
        if (texts.TryGetValue($"{id}|label", out var label))
        {
            component[LabelMember(component, type)] = label.Kk;
            Set(Properties(component), ("ru", label.Ru), ("en", label.En));
        }

        if (texts.TryGetValue($"{id}|description", out var help))
        {
            component["description"] = help.Kk;
            Set(Properties(component), ("ru.description", help.Ru), ("en.description", help.En));
        }

        foreach (var option in (component["values"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var value = Text(option, "value");
            if (texts.TryGetValue($"{id}|option|{value}", out var words))
            {
                option["label"] = words.Kk;
                Set(Properties(component), ($"option.{value}.ru", words.Ru), ($"option.{value}.en", words.En));
            }
        }
    }

    private static IEnumerable<JsonObject> Components(JsonObject parent) => (parent["components"] as JsonArray ?? []).OfType<JsonObject>()
        .SelectMany(component => Components(component).Prepend(component));

    // form-js keeps the question of a date in its own member.
    private static string LabelMember(JsonObject component, string type) => type switch
    {
        "text" => "text",
        "datetime" when component["label"] is null => "dateLabel",
        _ => "label",
    };

    private static JsonObject Properties(JsonObject node)
    {
        if (node["properties"] is not JsonObject properties)
        {
            node["properties"] = properties = [];
        }

        return properties;
    }

    private static void Set(JsonObject properties, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            properties[name] = value;
        }
    }

    private static string Text(JsonObject? node, string member) => node?[member]?.ToString() ?? "";

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
