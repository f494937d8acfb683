using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Navigation;

namespace Pana.Portal.Pages.Administration;

/// <summary>A temporary stay and residence organisation (p4): its names, kind, and the bodies that decide and are informed (p25, p35).</summary>
[Authorize(Policy.Administration)]
internal sealed class OrganisationModel(CaseDb cases, DbSession session, AuditTrail audit, PartyNames names) : PageModel
{
    [BindProperty]
    public PartyName Names { get; set; } = new();

    [BindProperty]
    public OrganisationKind Kind { get; set; }

    [BindProperty]
    public Guid? AuthorisedBodyId { get; set; }

    [BindProperty]
    public Guid? InternalAffairsBodyId { get; set; }

    public string? Title { get; private set; }
    public bool Saved { get; private set; }
    public IReadOnlyList<(Guid Id, string Name)> Authorities { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> PoliceBodies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, bool saved, CancellationToken ct)
    {
        await LoadBodiesAsync(ct);
        if (id is null)
        {
            return Page();
        }

        if (await cases.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } found)
        {
            return NotFound();
        }

        Names = PartyName.Of(found.Name);
        (Kind, AuthorisedBodyId, InternalAffairsBodyId) = (found.Kind, found.AuthorisedBodyId, found.InternalAffairsBodyId);
        (Title, Saved) = (found.Name.In(Language), saved);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        await LoadBodiesAsync(ct);
        var known = id is null || await cases.Organisations.AnyAsync(o => o.Id == id, ct);
        if (!known || !IsOneOf(Authorities, AuthorisedBodyId) || !IsOneOf(PoliceBodies, InternalAffairsBodyId) || !Enum.IsDefined(Kind))
        {
            return NotFound();
        }

        if (!Names.IsWhole)
        {
            Names.Tried = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var written = await session.InTransactionAsync(token => WriteAsync(id, token), ct);
        names.Forget(written);
        return Redirect($"/administration/organisation/{written}?saved=true");
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private async Task<Guid> WriteAsync(Guid? id, CancellationToken ct)
    {
        var organisation = id is null ? null : await cases.Organisations.SingleAsync(o => o.Id == id, ct);
        if (organisation is null)
        {
            organisation = new Organisation { NameKk = Names.Kk!, NameRu = Names.Ru!, NameEn = Names.En! };
            cases.Organisations.Add(organisation);
        }

        (organisation.NameKk, organisation.NameRu, organisation.NameEn) = (Names.Kk!.Trim(), Names.Ru!.Trim(), Names.En!.Trim());
        (organisation.Kind, organisation.AuthorisedBodyId, organisation.InternalAffairsBodyId) = (Kind, AuthorisedBodyId, InternalAffairsBodyId);
        audit.NoteFor(organisation.Id, id is null ? "organisation.created" : "organisation.changed", organisation.Id.ToString(), new JsonObject
        {
            ["kind"] = Kind.ToString(),
            ["authorisedBody"] = AuthorisedBodyId?.ToString(),
            ["internalAffairsBody"] = InternalAffairsBodyId?.ToString(),
        });
        await cases.SaveChangesAsync(ct);
        return organisation.Id;
    }

    private async Task LoadBodiesAsync(CancellationToken ct)
    {
        var agencies = await cases.Agencies.AsNoTracking().ToListAsync(ct);
        Authorities = Of(AgencyKind.AuthorisedBody);
        PoliceBodies = Of(AgencyKind.InternalAffairs);

        IReadOnlyList<(Guid, string)> Of(AgencyKind kind) => [.. agencies.Where(a => a.Kind == kind).Select(a => (a.Id, a.Name.In(Language))).OrderBy(a => a.Item2)];
    }

    private static bool IsOneOf(IReadOnlyList<(Guid Id, string Name)> bodies, Guid? id) => id is null || bodies.Any(body => body.Id == id);
}
