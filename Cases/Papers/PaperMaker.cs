using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>
/// Makes, signs and freezes the papers of a case. The content never leaves the vault unsealed. Signing writes into the
/// places for signatures and changes nothing else, so what the first signer read is what the last one signs.
/// </summary>
public sealed class PaperMaker(CaseDb db, Vault vault, CurrentActor actor, AuditTrail audit, PaperTemplates templates, TimeProvider time)
{
    internal const string Purpose = "paper";

    private readonly PaperData _data = new(db, vault);

    /// <summary>Renders a draft from the case's facts, its vault values and <paramref name="extra"/> (field → value, wins); making again makes the next version.</summary>
    public async Task<Paper> MakeAsync(Case file, string kind, string language, JsonObject? extra = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var html = templates.Render(kind, language, await _data.CollectAsync(file, templates.Kind(kind), language, extra, ct));
        var earlier = await db.Papers.Where(paper => paper.CaseId == file.Id && paper.Kind == kind && paper.Language == language).ToListAsync(ct);
        foreach (var draft in earlier.Where(paper => paper.State == PaperState.Draft))
        {
            draft.State = PaperState.Superseded;
            audit.Note("paper.superseded", file.Id, Subject(draft));
        }

        var paper = new Paper
        {
            CaseId = file.Id,
            Kind = kind,
            Language = language,
            Version = earlier.Select(paper => paper.Version).DefaultIfEmpty().Max() + 1,
            TemplateVersion = templates.Version(kind, language),
            ReaderMask = templates.Kind(kind).ReaderMask,
            Sealed = [],
            Sha256 = [],
            CreatedAt = time.GetUtcNow(),
        };
        await WriteAsync(paper, html, ct);
        db.Papers.Add(paper);
        audit.Note("paper.made", file.Id, Subject(paper));
        await db.SaveChangesAsync(ct);
        return paper;
    }

    /// <summary>
    /// Signs for a group (<see cref="PaperKind.Signers"/>); the last required signature freezes the paper. Signing again for the
    /// same group by the same person changes nothing. <paramref name="position"/> null prints the position of the signer's role.
    /// </summary>
    public async Task<Paper> SignAsync(Paper paper, string group, Actor signer, string? dissent = null, string? position = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(signer);
        var rule = Rule(paper, group);
        if (paper.Signatures.Any(signature => signature.Group == group && signature.SignerId == signer.UserId))
        {
            return paper;
        }

        DemandDraft(paper, "signed");
        var file = await db.Cases.SingleAsync(found => found.Id == paper.CaseId, ct);
        var now = time.GetUtcNow();
        var language = PaperLanguage.Of(paper.Language);
        var (name, role) = rule.Person
            ? (await _data.SigningPersonAsync(file, ct), "")
            : (signer.DisplayName, string.IsNullOrWhiteSpace(position) ? PaperRoles.Of(signer, language) : position);
        var line = PaperMarkup.Signature(language, name, role, await LocalAsync(file, now, ct), dissent);
        await WriteAsync(paper, PaperMarkup.Sign(await ReadAsync(paper, ct), group, line), ct);

        // The person's name is protected: beside the signature stands only the case's code.
        var stored = rule.Person ? file.Code : signer.DisplayName;
        paper.Signatures = [.. paper.Signatures, new PaperSignature(group, signer.UserId, stored, now, !string.IsNullOrWhiteSpace(dissent))];
        audit.Note("paper.signed", paper.CaseId, Subject(paper), new JsonObject { ["group"] = group });
        if (IsComplete(paper))
        {
            Freeze(paper, now);
        }

        await db.SaveChangesAsync(ct);
        return paper;
    }

    /// <summary>Freezes the exact bytes as they are; later signatures and changes are refused. Freezing twice changes nothing.</summary>
    public async Task<Paper> FreezeAsync(Paper paper, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (paper.State != PaperState.Signed)
        {
            DemandDraft(paper, "frozen");
            Freeze(paper, time.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }

        return paper;
    }

    /// <summary>The document as HTML, checked against its SHA-256. The caller notes the reading in the audit trail.</summary>
    public async Task<string> ReadAsync(Paper paper, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var bytes = await vault.OpenAsync(paper.CaseId, Purpose, paper.Id, paper.Sealed, ct);
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(bytes), paper.Sha256)
            ? Encoding.UTF8.GetString(bytes)
            : throw new PaperException($"The bytes of paper {paper.Id} do not have the SHA-256 recorded for them. Someone changed the row outside Pana: restore it from a backup.");
    }

    /// <summary>Have all groups signed that must?</summary>
    public bool IsComplete(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return templates.Kind(paper.Kind).Signers.All(rule => paper.Signatures.Count(signature => signature.Group == rule.Group) >= rule.Least);
    }

    private PaperSigner Rule(Paper paper, string group)
    {
        var signers = templates.Kind(paper.Kind).Signers;
        return signers.FirstOrDefault(signer => signer.Group == group)
            ?? throw new PaperException($"Nobody signs {paper.Kind} as \"{group}\". Its groups: {string.Join(", ", signers.Select(signer => signer.Group))}.");
    }

    private async Task<DateTime> LocalAsync(Case file, DateTimeOffset moment, CancellationToken ct)
    {
        var zone = await db.Organisations.Where(organisation => organisation.Id == file.OrganisationId).Select(organisation => organisation.TimeZone).SingleAsync(ct);
        return TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
    }

    private async Task WriteAsync(Paper paper, string html, CancellationToken ct)
    {
        DemandDraft(paper, "changed");
        var bytes = Encoding.UTF8.GetBytes(html);
        paper.Sha256 = SHA256.HashData(bytes);
        paper.Sealed = await vault.SealAsync(paper.CaseId, Purpose, paper.Id, bytes, ct);
    }

    private void Freeze(Paper paper, DateTimeOffset now)
    {
        paper.State = PaperState.Signed;
        paper.FrozenAt = now;
        audit.Note("paper.frozen", paper.CaseId, Subject(paper), new JsonObject
        {
            ["sha256"] = Convert.ToHexStringLower(paper.Sha256),
            ["by"] = actor.Value.UserId?.ToString(),
        });
    }

    private static void DemandDraft(Paper paper, string verb)
    {
        if (paper.State == PaperState.Superseded)
        {
            throw new PaperException($"The paper {Subject(paper)} was made anew before it was signed, so this version cannot be {verb}. Take its newest version.");
        }

        if (paper.State == PaperState.Signed)
        {
            throw new PaperException($"The paper {Subject(paper)} was frozen on {paper.FrozenAt:u} and cannot be {verb}. Make it again: that gives version {paper.Version + 1}.");
        }
    }

    private static string Subject(Paper paper) => $"{paper.Kind}/{paper.Language}/{paper.Version}";
}
