using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The staff of an organisation against the minimum norms (p22–23, Appendix 3).</summary>
public sealed class Staffing(CaseDb db, DbSession session, CurrentActor actor, StaffNorms norms, AuditTrail audit, TimeProvider time)
{
    /// <summary>The row that holds the number of study groups.</summary>
    public const string StudyGroups = "study-groups";

    /// <summary>The own organisation's monthly checks, the newest first.</summary>
    public IQueryable<StaffCheck> Checks => db.StaffChecks.AsNoTracking().Where(check => check.OrganisationId == actor.Value.OrganisationId).OrderByDescending(check => check.At);

    /// <summary>The acting person's organisation now.</summary>
    public Task<StaffView> NowAsync(CancellationToken ct = default) => OfAsync(actor.Organisation, ct);

    /// <summary>Writes down what the organisation has: post → own and contracted units, and the number of study groups. Posts left out have none.</summary>
    public Task SaveAsync(IReadOnlyDictionary<string, (decimal Own, decimal Contracted)> units, int studyGroups, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        var organisation = actor.Organisation;
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var stored = await db.StaffPosts.Where(post => post.OrganisationId == organisation).ToDictionaryAsync(post => post.Post, token);
                foreach (var (post, own, contracted) in norms.Rows.Select(row => (row.Post, units.GetValueOrDefault(row.Post).Own, units.GetValueOrDefault(row.Post).Contracted)).Append((StudyGroups, studyGroups, 0m)))
                {
                    var row = stored.GetValueOrDefault(post) ?? db.StaffPosts.Add(new StaffPost { OrganisationId = organisation, Post = post }).Entity;
                    (row.Own, row.Contracted) = (own, contracted);
                }

                audit.NoteFor(organisation, "staffing.changed", "staffing");
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    /// <summary>Compares every organisation with the norms and keeps what is missing; for the monthly workflow. Returns how many are below a norm.</summary>
    public async Task<int> CheckAsync(CancellationToken ct = default)
    {
        var below = 0;
        foreach (var organisation in await db.Organisations.AsNoTracking().Select(organisation => organisation.Id).ToListAsync(ct))
        {
            var view = await OfAsync(organisation, ct);
            string[] missing = [.. view.Lines.Where(line => line.Missing > 0).Select(line => line.Norm.Post)];
            db.StaffChecks.Add(new StaffCheck { OrganisationId = organisation, At = time.GetUtcNow(), Recipients = view.Recipients, Short = missing });
            audit.NoteFor(organisation, "staffing.checked", "staffing", new JsonObject { ["short"] = missing.Length });
            below += missing.Length > 0 ? 1 : 0;
        }

        await db.SaveChangesAsync(ct);
        return below;
    }

    private async Task<StaffView> OfAsync(Guid organisation, CancellationToken ct)
    {
        var open = await db.Cases.AsNoTracking().Where(file => file.OrganisationId == organisation && !Case.OverStates.Contains(file.State))
            .GroupBy(file => file.IsChild).Select(files => new { IsChild = files.Key, Count = files.Count() }).ToListAsync(ct);
        var children = open.Where(files => files.IsChild).Sum(files => files.Count);
        var recipients = open.Sum(files => files.Count);
        var units = await db.StaffPosts.AsNoTracking().Where(post => post.OrganisationId == organisation).ToDictionaryAsync(post => post.Post, ct);
        var groups = (int)(units.GetValueOrDefault(StudyGroups)?.Own ?? 0);
        return new StaffView(recipients, children, groups,
        [
            .. norms.Rows.Select(row => new StaffLine(
                row, row.For(recipients, children, groups), units.GetValueOrDefault(row.Post)?.Own ?? 0, units.GetValueOrDefault(row.Post)?.Contracted ?? 0)),
        ]);
    }
}
