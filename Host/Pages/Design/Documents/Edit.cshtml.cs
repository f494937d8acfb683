using Microsoft.AspNetCore.Mvc;
using Pana.Cases;

namespace Pana.Portal.Pages.Design.Documents;

/// <summary>A document's templates: text with line numbers, the fields it may print, errors at their lines, and how it looks on a fictional case.</summary>
[RequestFormLimits(ValueLengthLimit = 512 * 1024)]
internal sealed class EditModel(ContentStore store, DocumentChange change, TimeProvider time) : EditorPage(store, time)
{
    public PaperKind Paper { get; private set; } = null!;
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();
    public string Language { get; private set; } = "kk";
    public IReadOnlyList<(string Field, LocalizedText? Label)> Fields => change.Fields(Paper);

    private protected override ContentKind Kind => ContentKind.Document;

    private protected override string Path => "/designer/documents";

    public async Task<IActionResult> OnGetAsync(string kind, int? number, string? done, string? language, CancellationToken ct)
    {
        if (!await LoadAsync(kind, number, done, ct))
        {
            return NotFound();
        }

        Show(Version.Body, language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, int seen, int revision, string? act, string? language, CancellationToken ct)
    {
        if (!await LoadAsync(kind, null, null, ct))
        {
            return NotFound();
        }

        Show(Version.Body, language);
        var typed = Paper.Languages.Where(one => Request.Form.ContainsKey("text-" + one))
            .ToDictionary(one => one, one => Request.Form["text-" + one].ToString(), StringComparer.Ordinal);
        var body = change.With(Version.Body, typed);
        var answer = await KeepAsync(kind, body, seen, revision, act, ct);
        Show(body, language);
        return answer;
    }

    private void Show(string body, string? language)
    {
        (Paper, Texts) = DocumentChange.Read(body);
        Language = language is not null && Paper.Languages.Contains(language) ? language : Paper.Languages[0];
    }
}
