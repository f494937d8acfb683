using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// Evaluations of the quality of work by finished quarters (p12, A-34): the head's own, and the authorised body's beside it. The body
/// knows the organisation's numbers (<see cref="OrganisationReport"/>) and no case.
/// </summary>
public sealed class QualityEvaluations(CaseDb db, DbSession session, CurrentActor actor, Vault vault, AuditTrail audit, TimeProvider time)
{
    /// <summary>The form of an evaluation.</summary>
    public const string Form = "quality-evaluation";

    private const string Purpose = "quality-evaluation";

    /// <summary>
    /// Organisations whose numbers the acting person may know: the own one for its head and auditor; for an officer of the
    /// authorised body those that it decides for and that have sent it papers of a case.
    /// </summary>
    public IQueryable<Organisation> Organisations
    {
        get
        {
            var own = IsInside ? actor.Value.OrganisationId : null;
            var agency = Agency;
            return db.Organisations.AsNoTracking().Where(one => one.Id == own || (agency != null && one.AuthorisedBodyId == agency
                && db.PaperShares.Any(share => share.AgencyId == agency && db.Papers.Any(paper => paper.Id == share.PaperId && db.Cases.Any(file => file.Id == paper.CaseId && file.OrganisationId == one.Id)))));
        }
    }

    /// <summary>Whether the acting person evaluates: the head the own organisation, the officer the others.</summary>
    public bool MayRecord => actor.Value.Is(Role.Head) || Agency is not null;

    private bool IsInside => actor.Value.Is(Role.Head) || actor.Value.Is(Role.Auditor);

    private Guid? Agency => actor.Value.Is(Role.AuthorityOfficer) ? actor.Value.AgencyId : null;

    /// <summary>
    /// The evaluations of a quarter, the newest first: for the organisation's head and auditor all, for an authorised body its own.
    /// Empty for an organisation of which the acting person may know nothing.
    /// </summary>
    public async Task<IReadOnlyList<QualityLine>> ListAsync(Guid organisationId, Quarter quarter, CancellationToken ct = default)
    {
        var known = Organisations;
        var (name, inside, agency) = (quarter.ToString(), IsInside && actor.Value.OrganisationId == organisationId, Agency);
        var rows = await db.QualityEvaluations.AsNoTracking()
            .Where(one => one.OrganisationId == organisationId && one.Quarter == name && (inside || one.AgencyId == agency) && known.Any(organisation => organisation.Id == organisationId))
            .OrderByDescending(one => one.RecordedAt).ThenByDescending(one => one.Id).ToListAsync(ct);
        var names = (await db.Agencies.AsNoTracking().ToListAsync(ct)).ToDictionary(one => one.Id, one => one.Name);
        List<QualityLine> lines = [];
        foreach (var row in rows)
        {
            var given = await vault.OpenAnswersAsync(row.OrganisationId, Purpose, row.Id, row.Sealed, ct);
            lines.Add(new QualityLine(row, given.Text("text") ?? "", row.AgencyId is { } id ? names[id] : null));
        }

        return lines;
    }

    /// <summary>Records the acting person's evaluation of a finished quarter.</summary>
    /// <exception cref="CaseRuleException">The organisation is not theirs to evaluate, or the quarter is not over.</exception>
    public Task<QualityEvaluation> RecordAsync(Guid organisationId, Quarter quarter, FormAnswers given, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(given);
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                if (!MayRecord || await Organisations.SingleOrDefaultAsync(one => one.Id == organisationId, token) is not { } organisation)
                {
                    throw new CaseRuleException("Rule.NotYoursToEvaluate", $"Organisation {organisationId} is evaluated by its head and by the authorised body that it sends cases to. Choose one of the list.");
                }

                var today = LocalDay.Of(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone));
                if (quarter.After > today)
                {
                    throw new CaseRuleException("Rule.QuarterNotOver", $"Expected a quarter that is over, got {quarter}, which ends on {quarter.After.AddDays(-1):yyyy-MM-dd}.");
                }

                var row = new QualityEvaluation
                {
                    OrganisationId = organisationId,
                    AgencyId = actor.Value.Is(Role.Head) ? null : Agency,
                    Quarter = quarter.ToString(),
                    Mark = Enum.Parse<QualityMark>(given.Text("mark")!, ignoreCase: true),
                    Day = given.Date("day") ?? today,
                    Sealed = [],
                    RecordedAt = time.GetUtcNow(),
                    RecordedById = actor.Value.UserId,
                    RecordedByName = actor.Value.DisplayName,
                };
                row.Id = await SentForms.KeyAsync(given, mark => db.QualityEvaluations.AnyAsync(kept => kept.Id == mark, token));
                row.Sealed = await vault.SealAsync(organisationId, Purpose, row.Id, given, token);
                db.QualityEvaluations.Add(row);
                audit.NoteFor(organisationId, "evaluation.recorded", row.Quarter, new JsonObject { ["mark"] = row.Mark.ToString(), ["agency"] = row.AgencyId?.ToString() });
                await SentForms.SaveAsync(db, token);
                return row;
            },
            ct);
    }
}
