using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.Start;

namespace Pana.Portal.Pages.Administration;

/// <summary>Accounts, organisations and the bodies they work with. No case is reached from here.</summary>
[Authorize(Policy.Administration)]
internal sealed class IndexModel(IdentityDb identity, CaseDb cases, IOptions<PortalOptions> options, TimeProvider time) : PageModel
{
    /// <summary>Another issuer keeps the accounts.</summary>
    public bool Elsewhere => options.Value.SignIn.Issuer is not null;

    public IReadOnlyList<AccountRow> Accounts { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name, OrganisationKind Kind, string? Authority, string? Police)> Organisations { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name, AgencyKind Kind)> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var agencies = await cases.Agencies.AsNoTracking().ToListAsync(ct);
        var organisations = await cases.Organisations.AsNoTracking().ToListAsync(ct);
        var names = agencies.ToDictionary(a => a.Id, a => a.Name.In(language));
        foreach (var organisation in organisations)
        {
            names[organisation.Id] = organisation.Name.In(language);
        }

        Organisations = [.. organisations.Select(o => (o.Id, names[o.Id], o.Kind, NameOf(o.AuthorisedBodyId), NameOf(o.InternalAffairsBodyId))).OrderBy(o => o.Item2)];
        Agencies = [.. agencies.Select(a => (a.Id, names[a.Id], a.Kind)).OrderBy(a => a.Kind).ThenBy(a => a.Item2)];
        if (!Elsewhere)
        {
            var now = time.GetUtcNow();
            Accounts = [.. (await identity.Users.AsNoTracking().ToListAsync(ct))
                .Select(a => new AccountRow(a.Id, a.UserName!, a.DisplayName, Roles(a), NameOf(a.OrganisationId ?? a.AgencyId), State(a, now), a.CodeSecret is not null))
                .OrderBy(row => row.State == "closed").ThenBy(row => row.DisplayName, StringComparer.CurrentCulture)];
        }

        string? NameOf(Guid? id) => id is { } wanted ? names.GetValueOrDefault(wanted) : null;
    }

    internal static string State(SignIn.Accounts.Account account, DateTimeOffset now) =>
        account.DisabledAt is not null ? "closed"
        : account.OneTimePasswordUntil is { } until ? until > now ? "oneTime" : "expired"
        : account.LockoutEnd > now ? "locked"
        : "open";

    private static IReadOnlyList<string> Roles(SignIn.Accounts.Account account) =>
        [.. account.Roles.Where(code => RoleCodes.TryParse(code, out _)).Select(code => RoleCodes.Parse(code).ToString())];
}
