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

/// <summary>A body outside: authorised body, internal affairs body or health organisation (p25). Its kind is chosen once, for tasks were addressed by it.</summary>
[Authorize(Policy.Administration)]
internal sealed class AgencyModel(CaseDb cases, DbSession session, AuditTrail audit, PartyNames names) : PageModel
{
    [BindProperty]
    public PartyName Names { get; set; } = new();

    [BindProperty]
    public AgencyKind Kind { get; set; }

    public string? Title { get; private set; }
    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, bool saved, CancellationToken ct)
    {
        if (id is not null)
        {
            if (!await FindAsync(id, ct))
            {
                return NotFound();
            }

            Saved = saved;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        var (typed, kind) = (Names, Kind);
        if ((id is not null && !await FindAsync(id, ct)) || !Enum.IsDefined(kind))
        {
            return NotFound();
        }

        Names = typed;
        if (!Names.IsWhole)
        {
            Names.Tried = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var written = await session.InTransactionAsync(token => WriteAsync(id, token), ct);
        names.Forget(written);
        return Redirect($"/administration/agency/{written}?saved=true");
    }

    private async Task<bool> FindAsync(Guid? id, CancellationToken ct)
    {
        if (await cases.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } found)
        {
            return false;
        }

        (Names, Kind, Title) = (PartyName.Of(found.Name), found.Kind, found.Name.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        return true;
    }

    private async Task<Guid> WriteAsync(Guid? id, CancellationToken ct)
    {
        var agency = id is null ? null : await cases.Agencies.SingleAsync(a => a.Id == id, ct);
        if (agency is null)
        {
            agency = new Agency { Kind = Kind, NameKk = Names.Kk!, NameRu = Names.Ru!, NameEn = Names.En! };
            cases.Agencies.Add(agency);
        }

        (agency.NameKk, agency.NameRu, agency.NameEn) = (Names.Kk!.Trim(), Names.Ru!.Trim(), Names.En!.Trim());
        audit.Note(id is null ? "agency.created" : "agency.changed", null, agency.Id.ToString(), new JsonObject { ["kind"] = agency.Kind.ToString() });
        await cases.SaveChangesAsync(ct);
        return agency.Id;
    }
}
