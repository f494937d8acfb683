using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Papers;

/// <summary>
/// The paper itself, byte for byte as it was frozen, for the frame of its page and for print. Its own policy lets nothing
/// run and nothing load but the styles that stand in it.
/// </summary>
[Authorize(Policy.Papers)]
internal sealed partial class ContentModel(CaseDb db, DbSession session, CurrentActor actor, PaperMaker maker, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var paper = await db.Papers.AsNoTracking().VisibleTo(actor.Value, db).SingleOrDefaultAsync(paper => paper.Id == id, ct);
        if (paper is null)
        {
            return NotFound();
        }

        var html = await maker.ReadAsync(paper, ct);
        audit.Note(Request.Headers["Sec-Fetch-Dest"] == "document" ? "paper.printed" : "paper.read", paper.CaseId, paper.Id.ToString());
        await session.InTransactionAsync(token => db.SaveChangesAsync(token), ct);
        Response.Headers.ContentSecurityPolicy = PolicyOf(html);
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Content(html, "text/html; charset=utf-8", Encoding.UTF8);
    }

    internal static string PolicyOf(string html)
    {
        var styles = Styles().Matches(html)
            .Select(style => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.Groups[1].Value.ReplaceLineEndings("\n"))))}'");
        return $"default-src 'none'; style-src 'self' {string.Join(' ', styles)}; font-src 'self' data:; img-src 'self' data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-modals";
    }

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Styles();
}
