using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>Reads the measures of approved plans. What was drafted and not approved yet is not to be carried out (p17–18).</summary>
public sealed class PlanMeasures(CaseDb db, TaskAnswers answers, Vault vault, MasterKey master)
{
    /// <summary>The form by which plans are drafted.</summary>
    public const string PlanForm = "plan-draft";

    private const string Items = "paper.planItems";

    /// <summary>The measures of each case's approved plan; a case without one is left out. The caller has checked that the cases may be seen.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PlanMeasure>>> OfAsync(IReadOnlyCollection<Guid> cases, CancellationToken ct = default)
    {
        var approved = (await db.CaseEvents.AsNoTracking().Where(fact => cases.Contains(fact.CaseId) && fact.Name == "plan.approved")
                .Select(fact => new { fact.CaseId, fact.RecordedAt }).ToListAsync(ct))
            .GroupBy(fact => fact.CaseId).ToDictionary(facts => facts.Key, facts => facts.Max(fact => fact.RecordedAt));
        if (approved.Count == 0)
        {
            return new Dictionary<Guid, IReadOnlyList<PlanMeasure>>();
        }

        var drafts = (await db.SealedAnswers.AsNoTracking().Where(row => approved.Keys.Contains(row.CaseId) && row.FormId == PlanForm).ToListAsync(ct))
            .Where(row => row.CreatedAt <= approved[row.CaseId]).GroupBy(row => row.CaseId).Select(rows => rows.MaxBy(row => row.CreatedAt)!).ToList();
        await vault.FetchKeysAsync(approved.Keys, ct);
        Dictionary<Guid, IReadOnlyList<PlanMeasure>> found = [];
        foreach (var draft in drafts)
        {
            var plan = await answers.OpenAsync(draft, ct);
            var secret = master.Derive("plan-measure", draft.CaseId);
            found[draft.CaseId] = [.. plan.Rows(Items).Where(row => row.Text("kind") is not null).Select(row => Read(row, secret))];
        }

        return found;
    }

    private static PlanMeasure Read(FormAnswers row, byte[] secret)
    {
        var (kind, words) = (row.Text("kind")!, row.Text("measure")?.Trim() ?? "");
        var mark = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{kind}|{words}"));
        return new PlanMeasure(
            Convert.ToHexStringLower(mark.AsSpan(0, 16)),
            kind,
            words,
            row.Text("volume") ?? "",
            row.Text("specialist") ?? "",
            RoleCodes.TryParse(row.Text("performer"), out var role) ? role : ServiceCodes.SpecialistOf(kind),
            row.Date("due"));
    }
}
