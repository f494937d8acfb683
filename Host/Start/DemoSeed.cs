using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pana.Cases;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.Start;

/// <summary>A shelter, its authority, its police department and one account a role: Development only.</summary>
internal sealed class DemoSeed(
    CaseDb cases, ComplaintsBook book, IdentityDb identity, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, IOptions<PortalOptions> options, ILogger<DemoSeed> logger)
{
    /// <summary>Creates what is not there yet and returns the one password of all demo accounts.</summary>
    public async Task<string> RunAsync(CancellationToken ct = default)
    {
        await SeedPartiesAsync(ct);
        var password = options.Value.DemoPassword;
        await SeedAccountsAsync(password, ct);
        return password;
    }

    private async Task SeedPartiesAsync(CancellationToken ct)
    {
        if (await cases.Organisations.AnyAsync(o => o.Id == DemoAccounts.OrganisationId, ct))
        {
            return;
        }

        cases.Agencies.Add(new Agency
        {
            Id = DemoAccounts.AuthorityId,
            Kind = AgencyKind.AuthorisedBody,
            NameKk = "Алмалы ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі",
            NameRu = "Отдел занятости и социальных программ Алмалинского района",
            NameEn = "Almaly District Employment and Social Programmes Department",
        });
        cases.Agencies.Add(new Agency
        {
            Id = DemoAccounts.PoliceId,
            Kind = AgencyKind.InternalAffairs,
            NameKk = "Алмалы ауданының полиция басқармасы",
            NameRu = "Управление полиции Алмалинского района",
            NameEn = "Almaly District Police Department",
        });
        cases.Organisations.Add(new Organisation
        {
            Id = DemoAccounts.OrganisationId,
            Kind = OrganisationKind.CrisisCentre,
            NameKk = "«Қамқор» дағдарыс орталығы",
            NameRu = "Кризисный центр «Қамқор»",
            NameEn = "Qamqor Crisis Centre",
            AuthorisedBodyId = DemoAccounts.AuthorityId,
            InternalAffairsBodyId = DemoAccounts.PoliceId,
        });
        await cases.SaveChangesAsync(ct);
        // The month before has nobody's entry and is to be reviewed all the same (p11).
        await book.OpenReviewsAsync(ct);
    }

    private async Task SeedAccountsAsync(string password, CancellationToken ct)
    {
        var present = await identity.Users.Select(a => a.UserName).ToListAsync(ct);
        var missing = DemoAccounts.All.Where(a => !present.Contains(a.UserName)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        // One password, hashed once: 210,000 rounds eleven times over would be the longest part of the first start.
        var hash = hasher.HashPassword(new Account(), password);
        foreach (var demo in missing)
        {
            identity.Users.Add(new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = demo.UserName,
                NormalizedUserName = normalizer.NormalizeName(demo.UserName),
                DisplayName = demo.DisplayName,
                Roles = [RoleCodes.ToCode(demo.Role)],
                OrganisationId = demo.OrganisationId,
                AgencyId = demo.AgencyId,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            });
        }

        await identity.SaveChangesAsync(ct);
        PortalLog.DemoCreated(logger, missing.Count);
    }
}
