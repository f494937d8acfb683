using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Pana.Cases;
using Pana.Portal.Security;

namespace Pana.Portal.Pages.Design.Forms;

/// <summary>A form: the form-js editor, every text in three languages, what is missing, and how the staff will see it.</summary>
[RequestFormLimits(ValueLengthLimit = 512 * 1024, ValueCountLimit = 8192)]
internal sealed class EditModel(ContentStore store, TimeProvider time) : EditorPage(store, time)
{
    public IReadOnlyList<FormWording> Wordings { get; private set; } = [];

    private protected override ContentKind Kind => ContentKind.Form;

    private protected override string Path => "/designer/forms";

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        // The editor writes styles of its own into the page; scripts stay under the nonce.
        Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{HttpContext.Nonce()}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    public async Task<IActionResult> OnGetAsync(string id, int? number, string? done, CancellationToken ct)
    {
        if (!await LoadAsync(id, number, done, ct))
        {
            return NotFound();
        }

        Wordings = FormWording.Of(Version.Body);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? schema, int seen, int revision, string? act, List<string>? slot, List<string?>? kk, List<string?>? ru, List<string?>? en, CancellationToken ct)
    {
        if (!await LoadAsync(id, null, null, ct))
        {
            return NotFound();
        }

        var body = FormWording.With(schema ?? Version.Body, Typed(slot ?? [], kk ?? [], ru ?? [], en ?? []));
        Wordings = FormWording.Of(body);
        return await KeepAsync(id, body, seen, revision, act, ct);
    }

    // Only what was typed here: an unchanged row must not undo what the drawing changed.
    private Dictionary<string, (string Kk, string Ru, string En)> Typed(List<string> slots, List<string?> kk, List<string?> ru, List<string?> en)
    {
        var shown = FormWording.Of(Version.Body).ToDictionary(wording => wording.Slot, wording => (wording.Kk, wording.Ru, wording.En), StringComparer.Ordinal);
        var texts = new Dictionary<string, (string, string, string)>(StringComparer.Ordinal);
        for (var row = 0; row < Math.Min(Math.Min(slots.Count, kk.Count), Math.Min(ru.Count, en.Count)); row++)
        {
            var typed = (Clean(kk[row]), Clean(ru[row]), Clean(en[row]));
            if (!shown.TryGetValue(slots[row], out var before) || (Clean(before.Kk), Clean(before.Ru), Clean(before.En)) != typed)
            {
                texts[slots[row]] = typed;
            }
        }

        return texts;
    }

    private static string Clean(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";
}
