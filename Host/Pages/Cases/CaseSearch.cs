using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;

namespace Pana.Portal.Pages.Cases;

/// <summary>Exact search by code, IIN, phone or the words of a name. What was looked for is never written down, only that somebody searched and by what.</summary>
internal sealed partial class CaseSearch(CaseDb db, CurrentActor actor, BlindIndex index, AuditTrail audit)
{
    public async Task<IReadOnlyList<Guid>> FindAsync(string words, CancellationToken ct)
    {
        var text = words.Trim();
        if (CodeOf(text) is { } code)
        {
            return await db.Cases.VisibleTo(actor.Value, db).Where(file => file.Code == code).Select(file => file.Id).ToListAsync(ct);
        }

        var (by, found) = Iin.TryRead(text, out var iin) ? ("iin", await index.FindByIinAsync(iin.Digits, ct))
            : PhoneNumber.Normalise(text) is { } phone ? ("phone", await index.FindByPhoneAsync(phone, ct))
            : ("name", await index.FindByNameTokensAsync(text, ct));
        audit.Note("case.searched", null, by, new JsonObject { ["found"] = found.Count });
        await db.SaveChangesAsync(ct);
        return found;
    }

    /// <summary>The code in its written form, however it was typed; null when it is not a code.</summary>
    internal static string? CodeOf(string text)
    {
        var match = Code().Match(text.Trim());
        return match.Success ? $"PN-{match.Groups[1].Value}-{match.Groups[2].Value}".ToUpperInvariant() : null;
    }

    [GeneratedRegex("^(?:PN)?[- ]?([0-9A-Z]{4})[- ]?([0-9A-Z]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
