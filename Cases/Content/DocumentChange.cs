using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>Templates of documents: what they may print, and how they look on a fictional case.</summary>
public sealed class DocumentChange(PaperTemplates templates, FormCatalog forms)
{
    /// <summary>The kind and the templates of a stored body.</summary>
    public static (PaperKind Kind, IReadOnlyDictionary<string, string> Templates) Read(string body)
    {
        var document = DocumentBody.Parse(body);
        return (document.Kind, document.Templates);
    }

    /// <summary>The fields a template may print: those of the document, then what the forms ask for the vault, with their labels.</summary>
    public IReadOnlyList<(string Field, LocalizedText? Label)> Fields(PaperKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var asked = Asked();
        return [.. kind.Fields.Select(field => (field, asked.GetValueOrDefault(field.TrimEnd('[', ']'))?.Label)),
            .. asked.Where(pair => !kind.Fields.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (LocalizedText?)pair.Value.Label))];
    }

    /// <summary>The body with other templates. A field that a form asks and a template newly prints is declared by it.</summary>
    public string With(string body, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var root = JsonNode.Parse(body)!;
        var document = DocumentBody.Parse(body);
        var asked = Asked();
        var declared = root["kind"]!["fields"]!.AsArray();
        foreach (var (language, _) in document.Templates)
        {
            var text = texts.GetValueOrDefault(language, document.Templates[language]).ReplaceLineEndings("\n");
            root["templates"]![language] = text;
            foreach (var (name, _) in PaperTemplateErrors.Undeclared(text, document.Kind).Where(name => asked.ContainsKey(name.Name) && declared.All(field => (string?)field != name.Name)))
            {
                declared.Add(JsonValue.Create(name));
            }
        }

        return root.ToJsonString(Json.Options);
    }

    /// <summary>The paper of a body on a fictional case.</summary>
    /// <exception cref="PaperException">The template cannot be read or filled.</exception>
    public string Preview(string body, string language)
    {
        var document = DocumentBody.Parse(body);
        return templates.Preview(document, language, FictionalCase.Fields(document.Kind, Asked(), language));
    }

    private Dictionary<string, FormComponent> Asked() => forms.All.SelectMany(form => form.All()).Where(component => component.VaultKey is not null)
        .GroupBy(component => component.VaultKey!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
}
