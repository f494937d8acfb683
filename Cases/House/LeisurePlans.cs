using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// Plans of cultural and leisure activities: drafted, approved by the head, carried out (p9 6) 1)). An approved version is frozen; a
/// change makes the next one, which the head approves again, and until then the approved one is in force.
/// </summary>
public sealed class LeisurePlans(CaseDb db, DbSession session, CurrentActor actor, Vault vault, MasterKey master, AuditTrail audit, TimeProvider time)
{
    /// <summary>The form of a plan.</summary>
    public const string Form = "leisure-plan";

    /// <summary>The button of <see cref="Form"/> that sends the draft to the head.</summary>
    public const string Send = "Send";

    /// <summary>The most plans one list shows.</summary>
    public const int Most = 60;

    private const string Purpose = "leisure-plan";
    private const string Items = "activities";

    private IQueryable<LeisurePlan> Own => db.LeisurePlans.AsNoTracking().Where(plan => plan.OrganisationId == actor.Value.OrganisationId);

    /// <summary>The own organisation's plans, the latest period first.</summary>
    public async Task<IReadOnlyList<LeisureLine>> ListAsync(CancellationToken ct = default)
    {
        var plans = await Own.OrderByDescending(plan => plan.Period).Take(Most).ToListAsync(ct);
        var ids = plans.ConvertAll(plan => plan.Id);
        var versions = (await db.LeisureVersions.AsNoTracking().Where(version => ids.Contains(version.PlanId)).OrderByDescending(version => version.Number).ToListAsync(ct)).ToLookup(version => version.PlanId);
        var held = (await db.LeisureHeld.AsNoTracking().Where(one => ids.Contains(one.PlanId) && one.StruckAt == null).ToListAsync(ct)).ToLookup(one => one.PlanId);
        List<LeisureLine> lines = [];
        foreach (var plan in plans)
        {
            var (inForce, draft) = (versions[plan.Id].FirstOrDefault(version => version.ApprovedAt is not null), versions[plan.Id].FirstOrDefault(version => version.ApprovedAt is null));
            var rows = Read(plan, await OpenAsync(plan, inForce ?? draft!, ct), [.. held[plan.Id]]);
            lines.Add(new LeisureLine(PlanPeriod.Parse(plan.Period)!.Value, inForce, draft, rows.Count, rows.Count(row => row.Held.Count > 0)));
        }

        return lines;
    }

    /// <summary>Periods whose plan waits for the head's approval.</summary>
    public async Task<IReadOnlyList<PlanPeriod>> WaitingAsync(CancellationToken ct = default) =>
        (await Own.Where(plan => db.LeisureVersions.Any(version => version.PlanId == plan.Id && version.SentAt != null && version.ApprovedAt == null))
            .OrderBy(plan => plan.Period).Select(plan => plan.Period).Take(Most).ToListAsync(ct))
        .ConvertAll(period => PlanPeriod.Parse(period)!.Value);

    /// <summary>One version of a plan; when none is named the one in force, or else the draft. Null when the organisation has none.</summary>
    public async Task<LeisureView?> FindAsync(PlanPeriod period, int? number = null, CancellationToken ct = default)
    {
        var name = period.ToString();
        if (await Own.SingleOrDefaultAsync(plan => plan.Period == name, ct) is not { } plan)
        {
            return null;
        }

        var versions = await db.LeisureVersions.AsNoTracking().Where(version => version.PlanId == plan.Id).OrderByDescending(version => version.Number).ToListAsync(ct);
        var wanted = number is null ? versions.Find(version => version.ApprovedAt is not null) ?? versions[0] : versions.Find(version => version.Number == number);
        if (wanted is null)
        {
            return null;
        }

        var given = await OpenAsync(plan, wanted, ct);
        return new LeisureView(period, wanted, given, Read(plan, given, await db.LeisureHeld.AsNoTracking().Where(one => one.PlanId == plan.Id).ToListAsync(ct)), versions);
    }

    /// <summary>
    /// Keeps a draft: the one that was looked at, or the next version when an approved one, or none, was. <paramref name="send"/>
    /// sends it to the head. False when somebody else has written or approved since.
    /// </summary>
    public Task<bool> SaveAsync(PlanPeriod period, Guid? seen, int revision, FormDefinition form, FormAnswers given, bool send, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(given);
        var (organisation, name) = (actor.Organisation, period.ToString());
        return FirstAsync(async token =>
        {
            var plan = await db.LeisurePlans.SingleOrDefaultAsync(plan => plan.OrganisationId == organisation && plan.Period == name, token);
            var newest = plan is null ? null : await db.LeisureVersions.Where(version => version.PlanId == plan.Id).OrderByDescending(version => version.Number).FirstOrDefaultAsync(token);
            if (newest?.Id != seen || (newest?.Revision ?? 0) != revision)
            {
                return false;
            }

            plan ??= db.LeisurePlans.Add(new LeisurePlan { OrganisationId = organisation, Period = name }).Entity;
            var draft = newest is { ApprovedAt: null }
                ? newest
                : db.LeisureVersions.Add(new LeisureVersion { PlanId = plan.Id, Number = 1 + (newest?.Number ?? 0), FormVersion = "", Sealed = [], DraftedByName = "" }).Entity;
            (draft.FormVersion, draft.Sealed) = (form.Version, await vault.SealAsync(organisation, Purpose, draft.Id, given, token));
            (draft.DraftedAt, draft.DraftedById, draft.DraftedByName) = (time.GetUtcNow(), actor.Value.UserId, actor.Value.DisplayName);
            draft.SentAt = send ? draft.DraftedAt : null;
            draft.Revision++;
            Note(organisation, send ? "leisure.sent" : "leisure.saved", name, draft.Number);
            await db.SaveChangesAsync(token);
            return true;
        }, ct);
    }

    /// <summary>The head approves a draft that was sent, exactly as the page was showing it. False when it is another one by now.</summary>
    /// <exception cref="CaseRuleException">The acting person is not the head.</exception>
    public async Task<bool> ApproveAsync(PlanPeriod period, Guid seen, int revision, CancellationToken ct = default)
    {
        var organisation = actor.Organisation;
        if (!actor.Value.Is(Role.Head))
        {
            throw new CaseRuleException("Rule.HeadApproves", "A plan of activities is approved by the head of the organisation (p9 6) 1)). Send it to the head.");
        }

        return await FirstAsync(async token =>
        {
            if (await DraftAsync(period, organisation, seen, revision, token) is not { SentAt: not null } draft)
            {
                return false;
            }

            (draft.ApprovedAt, draft.ApprovedById, draft.ApprovedByName) = (time.GetUtcNow(), actor.Value.UserId, actor.Value.DisplayName);
            draft.Revision++;
            Note(organisation, "leisure.approved", period.ToString(), draft.Number);
            await db.SaveChangesAsync(token);
            return true;
        }, ct);
    }

    /// <summary>Throws a draft away; what was approved stays for ever. False when it is another one by now.</summary>
    public Task<bool> DiscardAsync(PlanPeriod period, Guid seen, int revision, CancellationToken ct = default)
    {
        var organisation = actor.Organisation;
        return FirstAsync(async token =>
        {
            if (await DraftAsync(period, organisation, seen, revision, token) is not { } draft)
            {
                return false;
            }

            db.LeisureVersions.Remove(draft);
            if (draft.Number == 1)
            {
                db.LeisurePlans.Remove((await db.LeisurePlans.FindAsync([draft.PlanId], token))!);
            }

            Note(organisation, "leisure.discarded", period.ToString(), draft.Number);
            await db.SaveChangesAsync(token);
            return true;
        }, ct);
    }

    /// <summary>
    /// Enters that an activity of the plan in force was held on a day of its period, today at the latest; a day that is entered
    /// already changes nothing. <see cref="CaseRuleException"/> when there is no such activity or the day does not fit.
    /// </summary>
    public async Task HoldAsync(PlanPeriod period, string mark, DateOnly day, CancellationToken ct = default)
    {
        var (organisation, name) = (actor.Organisation, period.ToString());
        await FirstAsync(async token =>
        {
            var zone = await db.Organisations.Where(one => one.Id == organisation).Select(one => one.TimeZone).SingleAsync(token);
            if (day < period.First || day > period.Last || day > LocalDay.Of(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)))
            {
                throw new CaseRuleException("Rule.HeldDay", $"Expected a day from {period.First:yyyy-MM-dd} to {period.Last:yyyy-MM-dd}, not after today, got {day:yyyy-MM-dd}.");
            }

            if (await FindAsync(period, ct: token) is not { Version.ApprovedAt: not null } view || !view.Rows.Any(row => row.Mark == mark))
            {
                throw new CaseRuleException("Rule.NoSuchActivity", $"The approved plan of {name} has no such activity: it was changed, or is not approved. Open the plan again.");
            }

            var plan = view.Version.PlanId;
            if (await db.LeisureHeld.AnyAsync(one => one.PlanId == plan && one.Mark == mark && one.Day == day && one.StruckAt == null, token))
            {
                return true;
            }

            db.LeisureHeld.Add(new LeisureHeld { PlanId = plan, Mark = mark, Day = day, RecordedAt = time.GetUtcNow(), RecordedByName = actor.Value.DisplayName });
            Note(organisation, "leisure.held", name, view.Version.Number);
            await db.SaveChangesAsync(token);
            return true;
        }, ct);
    }

    /// <summary>Strikes a wrong held day out. False when it is not there or was struck out already.</summary>
    public Task<bool> StrikeAsync(PlanPeriod period, Guid heldId, CancellationToken ct = default)
    {
        var (organisation, name) = (actor.Organisation, period.ToString());
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                if (await db.LeisureHeld.SingleOrDefaultAsync(one => one.Id == heldId && one.StruckAt == null
                    && db.LeisurePlans.Any(plan => plan.Id == one.PlanId && plan.OrganisationId == organisation && plan.Period == name), token) is not { } held)
                {
                    return false;
                }

                (held.StruckAt, held.StruckByName) = (time.GetUtcNow(), actor.Value.DisplayName);
                audit.NoteFor(organisation, "leisure.struck", name);
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    // Whoever comes second finds something else than the page was showing: a unique index or the revision says so.
    private async Task<bool> FirstAsync(Func<CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        try
        {
            return await session.InRepeatableTransactionAsync(work, ct);
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private Task<LeisureVersion?> DraftAsync(PlanPeriod period, Guid organisation, Guid seen, int revision, CancellationToken ct)
    {
        var name = period.ToString();
        return db.LeisureVersions.SingleOrDefaultAsync(version => version.Id == seen && version.Revision == revision && version.ApprovedAt == null
            && db.LeisurePlans.Any(plan => plan.Id == version.PlanId && plan.OrganisationId == organisation && plan.Period == name), ct);
    }

    private Task<FormAnswers> OpenAsync(LeisurePlan plan, LeisureVersion version, CancellationToken ct) =>
        vault.OpenAnswersAsync(plan.OrganisationId, Purpose, version.Id, version.Sealed, ct);

    // The same words twice are told apart by their order, so that each row has its own days.
    private List<LeisureRow> Read(LeisurePlan plan, FormAnswers given, IReadOnlyCollection<LeisureHeld> held)
    {
        var secret = master.Derive("leisure-row", plan.OrganisationId);
        Dictionary<string, int> times = [];
        List<LeisureRow> rows = [];
        foreach (var row in given.Rows(Items).Where(row => row.Text("what") is { Length: > 0 }))
        {
            var words = $"{row.Text("what")!.Trim()}|{row.Text("when")?.Trim()}";
            var again = times[words] = times.GetValueOrDefault(words) + 1;
            var mark = Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{words}|{again}")).AsSpan(0, 16));
            rows.Add(new LeisureRow(
                mark, row.Text("what")!, row.Text("when") ?? "", row.Text("responsible") ?? "", row.Text("place") ?? "", row.Text("whom") ?? "",
                [.. held.Where(one => one.Mark == mark).OrderBy(one => one.Day).ThenBy(one => one.Id)]));
        }

        return rows;
    }

    private void Note(Guid organisation, string action, string period, int number) =>
        audit.NoteFor(organisation, action, period, new JsonObject { ["version"] = number });
}
