using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The register of specialised offices: each has a passport in free form (p9 1) 6)), kept in all its versions.</summary>
public sealed class Offices(CaseDb db, DbSession session, CurrentActor actor, Vault vault, AuditTrail audit, TimeProvider time)
{
    /// <summary>The form of a passport.</summary>
    public const string Form = "office-passport";

    /// <summary>The most offices one list shows; more than an organisation of Appendix 3 can have, by far.</summary>
    public const int Most = 200;

    private const string Purpose = "office-passport";

    private IQueryable<Office> Own => db.Offices.AsNoTracking().Where(office => office.OrganisationId == actor.Value.OrganisationId);

    /// <summary>The own organisation's offices with their newest passports, those in use first, by name.</summary>
    public async Task<IReadOnlyList<OfficeLine>> ListAsync(CancellationToken ct = default)
    {
        var rows = await Own.OrderBy(office => office.Id).Take(Most)
            .Select(office => new { Office = office, Passport = db.OfficePassports.Where(passport => passport.OfficeId == office.Id).OrderByDescending(passport => passport.Number).First() })
            .ToListAsync(ct);
        List<OfficeLine> lines = [];
        foreach (var row in rows)
        {
            lines.Add(new OfficeLine(row.Office, row.Passport, await OpenAsync(row.Office, row.Passport, ct)));
        }

        return [.. lines.OrderBy(line => line.Office.ClosedAt is not null).ThenBy(line => line.Given.Text("name"), StringComparer.CurrentCulture)];
    }

    /// <summary>One version of an office's passport, the newest when none is named; null when the organisation has no such office or version.</summary>
    public async Task<OfficeView?> FindAsync(Guid officeId, int? number = null, CancellationToken ct = default)
    {
        if (await Own.SingleOrDefaultAsync(office => office.Id == officeId, ct) is not { } office)
        {
            return null;
        }

        var versions = await db.OfficePassports.AsNoTracking().Where(passport => passport.OfficeId == officeId).OrderByDescending(passport => passport.Number).ToListAsync(ct);
        return versions.Find(version => number is null || version.Number == number) is { } found
            ? new OfficeView(office, found, await OpenAsync(office, found, ct), versions)
            : null;
    }

    /// <summary>Enters a new office by its filled passport; a form sent twice enters one.</summary>
    public Task<Office> OpenAsync(FormDefinition form, FormAnswers given, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(given);
        var organisation = actor.Organisation;
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                if (given.SentAs is { } mark && await db.Offices.SingleOrDefaultAsync(one => one.Id == mark && one.OrganisationId == organisation, token) is { } entered)
                {
                    return entered;
                }

                var office = db.Offices.Add(new Office { Id = given.SentAs ?? Guid.CreateVersion7(), OrganisationId = organisation }).Entity;
                await DrawUpAsync(office, 1, form, given, token);
                return office;
            },
            ct);
    }

    /// <summary>
    /// Keeps the filled passport as the office's next version. <paramref name="seen"/> is the version it was made from; false when
    /// somebody was faster. <see cref="CaseRuleException"/> when the office is not the organisation's or was given up.
    /// </summary>
    public async Task<bool> RenewAsync(Guid officeId, int seen, FormDefinition form, FormAnswers given, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(given);
        var organisation = actor.Organisation;
        try
        {
            return await session.InRepeatableTransactionAsync(
                async token =>
                {
                    var office = await InUseAsync(officeId, organisation, token);
                    if (await db.OfficePassports.Where(passport => passport.OfficeId == officeId).MaxAsync(passport => passport.Number, token) != seen)
                    {
                        return false;
                    }

                    await DrawUpAsync(office, seen + 1, form, given, token);
                    return true;
                },
                ct);
        }
        catch (DbUpdateException)
        {
            // Two at once: the unique number let one through.
            return false;
        }
    }

    /// <summary>Gives an office up; its passport stays in the register.</summary>
    public Task CloseAsync(Guid officeId, CancellationToken ct = default)
    {
        var organisation = actor.Organisation;
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var office = await InUseAsync(officeId, organisation, token);
                (office.ClosedAt, office.ClosedByName) = (time.GetUtcNow(), actor.Value.DisplayName);
                audit.NoteFor(organisation, "office.closed", office.Id.ToString());
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    private async Task DrawUpAsync(Office office, int number, FormDefinition form, FormAnswers given, CancellationToken ct)
    {
        var passport = new OfficePassport
        {
            OfficeId = office.Id,
            Number = number,
            FormVersion = form.Version,
            Sealed = [],
            RecordedAt = time.GetUtcNow(),
            RecordedById = actor.Value.UserId,
            RecordedByName = actor.Value.DisplayName,
        };
        passport.Sealed = await vault.SealAsync(office.OrganisationId, Purpose, passport.Id, given, ct);
        db.OfficePassports.Add(passport);
        audit.NoteFor(office.OrganisationId, "office.drawnUp", office.Id.ToString(), new JsonObject { ["version"] = number });
        await db.SaveChangesAsync(ct);
    }

    private Task<FormAnswers> OpenAsync(Office office, OfficePassport passport, CancellationToken ct) =>
        vault.OpenAnswersAsync(office.OrganisationId, Purpose, passport.Id, passport.Sealed, ct);

    private async Task<Office> InUseAsync(Guid id, Guid organisation, CancellationToken ct) =>
        await db.Offices.SingleOrDefaultAsync(office => office.Id == id && office.OrganisationId == organisation && office.ClosedAt == null, ct)
        ?? throw new CaseRuleException("Rule.NoSuchOffice", $"Office {id} is not one of the organisation's, or was given up. Choose one of the list.");
}
