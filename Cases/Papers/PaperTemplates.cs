using System.Security.Cryptography;
using System.Text;

namespace Pana.Cases;

/// <summary>
/// The kinds of papers and their templates in use. They begin with <c>Workflows/Documents</c>; <see cref="ContentLibrary"/>
/// puts what was published in their place. A paper that was made keeps its own bytes, and with them its template.
/// </summary>
public sealed class PaperTemplates
{
    private readonly string _style;
    private volatile Shelf _shelf;

    private PaperTemplates(string style, IEnumerable<DocumentBody> documents)
    {
        _style = style;
        _shelf = Put(documents);
    }

    /// <summary>The kinds of papers, by their code.</summary>
    public IReadOnlyDictionary<string, PaperKind> Kinds => _shelf.Kinds;

    /// <summary>Reads every <c>Documents/&lt;kind&gt;.json</c> with its <c>&lt;kind&gt;.&lt;language&gt;.liquid</c>; all defects at once.</summary>
    public static PaperTemplates Load(string workflowsFolder)
    {
        var folder = Path.Combine(workflowsFolder, "Documents");
        List<string> defects = [];
        var documents = DocumentFiles.Read(folder, defects);
        var templates = new PaperTemplates(documents.Count == 0 ? "" : File.ReadAllText(Path.Combine(folder, "paper.css")), []);
        var whole = documents.Where(document => document.Kind.Languages.All(document.Templates.ContainsKey)).ToList();
        defects.AddRange(whole.SelectMany(document => templates.Check(document).Select(defect => $"{document.Kind.Kind}.{defect.Place}.liquid{(defect.Line is { } line ? $", line {line}" : "")}: {defect.Message}")));
        if (defects.Count > 0)
        {
            throw new PaperException($"The templates in {folder} have {defects.Count} defect(s):{Environment.NewLine}- {string.Join(Environment.NewLine + "- ", defects)}");
        }

        templates.Use(documents);
        return templates;
    }

    /// <summary>The kind with this code.</summary>
    public PaperKind Kind(string kind) => Kinds.TryGetValue(kind, out var found)
        ? found
        : throw new PaperException($"There is no paper \"{kind}\". Known: {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}. Add Workflows/Documents/{kind}.json or correct the step.");

    /// <summary>The template's version: the first 12 hexadecimal digits of the SHA-256 of template and style.</summary>
    public string Version(string kind, string language) => Template(kind, language).Version;

    /// <summary>Fills the template; blank fields become lines to write on.</summary>
    public string Render(string kind, string language, PaperFields fields) => Template(kind, language).Render(fields);

    /// <summary>Fills a template that is not in use, as it will look.</summary>
    /// <exception cref="PaperException">The template cannot be read or filled.</exception>
    internal string Preview(DocumentBody document, string language, PaperFields fields) => Compile(document, language).Render(fields);

    /// <summary>Every defect of a document; the place is the language.</summary>
    internal IReadOnlyList<ContentDefect> Check(DocumentBody document)
    {
        List<ContentDefect> defects = [];
        foreach (var language in document.Kind.Languages)
        {
            if (!document.Templates.TryGetValue(language, out var text) || string.IsNullOrWhiteSpace(text))
            {
                defects.Add(new ContentDefect(language, null, ContentMessages.NoTemplate));
                continue;
            }

            defects.AddRange(PaperMarkupRules.Check(text).Select(defect => defect with { Place = language }));
            try
            {
                var empty = Compile(document, language).Render(new PaperFields());
                defects.AddRange(document.Kind.Signers.Where(signer => !PaperMarkup.HasPlace(empty, signer.Group))
                    .Select(signer => new ContentDefect(language, null, ContentMessages.NoPlaceToSign.Fill(signer.Group, $"{{{{ '{signer.Group}' | signatures }}}}"))));
            }
            catch (PaperException error)
            {
                defects.AddRange(PaperTemplateErrors.Of(error.Words, text, document.Kind).Select(defect => defect with { Place = language }));
            }
        }

        return defects;
    }

    /// <summary>What is in use from now on.</summary>
    internal void Use(IEnumerable<DocumentBody> documents) => _shelf = Put(documents);

    private PaperTemplate Template(string kind, string language) => _shelf.Templates.TryGetValue((Kind(kind).Kind, language), out var template)
        ? template
        : throw new PaperException($"The paper \"{kind}\" has no template in \"{language}\"; it has {string.Join(", ", Kind(kind).Languages)}.");

    private PaperTemplate Compile(DocumentBody document, string language)
    {
        var text = document.Templates[language];
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + _style)))[..12];
        return new PaperTemplate(document.Kind, PaperLanguage.Of(language), text, _style, version);
    }

    private Shelf Put(IEnumerable<DocumentBody> documents)
    {
        var all = documents.ToList();
        return new Shelf(
            all.ToDictionary(document => document.Kind.Kind, document => document.Kind, StringComparer.Ordinal),
            all.SelectMany(document => document.Kind.Languages.Select(language => (document, language)))
                .ToDictionary(pair => (pair.document.Kind.Kind, pair.language), pair => Compile(pair.document, pair.language)));
    }

    private sealed record Shelf(IReadOnlyDictionary<string, PaperKind> Kinds, IReadOnlyDictionary<(string Kind, string Language), PaperTemplate> Templates);
}
