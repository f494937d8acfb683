using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Forms;

/// <summary>A version of a form as the server draws it for the staff, in a language.</summary>
internal sealed class PreviewModel(ContentStore store, TimeProvider time) : PreviewPage
{
    public string Key { get; private set; } = "";
    public int Number { get; private set; }
    public string Language { get; private set; } = "kk";
    public FormView? Form { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, int number, string? lang, CancellationToken ct)
    {
        if (await store.FindAsync(ContentKind.Form, id, number, ct) is not { } version)
        {
            return NotFound();
        }

        (Key, Number, Language) = (id, number, lang is "ru" or "en" ? lang : "kk");
        Form = FormReading.TryRead(version.Body, id) is { } form ? FormView.Of(form, new FormAnswers(), Language, time.GetUtcNow().Local().DateTime) : null;
        return Page();
    }
}
