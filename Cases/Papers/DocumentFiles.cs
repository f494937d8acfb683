using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>The documents as files: <c>&lt;kind&gt;.json</c> beside <c>&lt;kind&gt;.&lt;language&gt;.liquid</c>.</summary>
internal static class DocumentFiles
{
    /// <summary>The documents of the folder; a language whose template is missing is a defect.</summary>
    public static IReadOnlyList<DocumentBody> Read(string folder, List<string> defects) =>
        [.. Texts(folder, defects).Select(text => DocumentBody.Parse(text))];

    /// <summary>The same as they are stored.</summary>
    public static IReadOnlyList<string> Texts(string folder, List<string> defects)
    {
        List<string> texts = [];
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var kind = DataFile.Read<PaperKind>(folder, Path.GetFileName(path));
            List<KeyValuePair<string, string>> templates = [];
            foreach (var language in kind.Languages)
            {
                var template = Path.Combine(folder, $"{kind.Kind}.{language}.liquid");
                if (File.Exists(template))
                {
                    templates.Add(KeyValuePair.Create(language, File.ReadAllText(template)));
                }
                else
                {
                    defects.Add($"{kind.Kind}.json names the language {language}, but {Path.GetFileName(template)} is not there");
                }
            }

            var own = JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
            texts.Add(DocumentBody.Compose(own, templates));
        }

        return texts;
    }
}
