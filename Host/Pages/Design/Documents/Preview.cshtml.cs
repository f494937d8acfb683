using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Pages.Papers;

namespace Pana.Portal.Pages.Design.Documents;

/// <summary>A version of a document on a fictional case, under the policy of a real paper.</summary>
internal sealed class PreviewModel(ContentStore store, DocumentChange change) : DesignPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public async Task<IActionResult> OnGetAsync(string kind, int number, string? language, CancellationToken ct)
    {
        if (await store.FindAsync(ContentKind.Document, kind, number, ct) is not { } version)
        {
            return NotFound();
        }

        string html;
        try
        {
            var (paper, _) = DocumentChange.Read(version.Body);
            html = change.Preview(version.Body, language is not null && paper.Languages.Contains(language) ? language : paper.Languages[0]);
        }
        catch (PaperException error)
        {
            var culture = CultureInfo.CurrentUICulture;
            html = $"<!doctype html><html lang=\"{culture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\"><title>–</title></head><body><p>{Encoder.Encode(error.Words.In(culture.Name))}</p></body></html>";
        }

        Response.Headers.ContentSecurityPolicy = ContentModel.PolicyOf(html);
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Content(html, "text/html; charset=utf-8", Encoding.UTF8);
    }
}
