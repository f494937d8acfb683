using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;

namespace Pana.Portal.Pages.Cases;

/// <summary>Admits a person anew, after treatment (p13) or after leaving (p37 2)): what is known is filled in, the earlier case says that it went on.</summary>
internal sealed class Readmission(CaseDb db, CurrentActor actor, Vault vault, CaseLedger ledger, ImmediateReadmission immediate, AuditTrail audit)
{
    private const string PersonPrefix = "person.";

    /// <summary>A person's own case that has ended may be followed by a new one; a child comes with the representative.</summary>
    public static bool MayFollow(Case earlier) => earlier is { IsChild: false, IsOver: true };

    /// <summary>The application with what the earlier cases know of the person and of the children whose cases have ended; each look is recorded.</summary>
    public async Task<FormAnswers> PrefillAsync(Case earlier, FormDefinition form, CancellationToken ct)
    {
        var known = await vault.GetAllAsync(earlier.Id, actor.Value, ct);
        var answers = new FormAnswers();
        foreach (var component in form.All().Where(component => component.Key.StartsWith(PersonPrefix, StringComparison.Ordinal)))
        {
            if (known.TryGetValue(component.Key, out var value))
            {
                answers[component.Key] = value;
            }
        }

        audit.Note("person.prefilled", earlier.Id, earlier.Code);
        if (form.All().FirstOrDefault(component => component is { Type: FormComponentType.DynamicList, Key: "children" }) is { } list)
        {
            answers[list.Key] = await ChildrenAsync(earlier, list, ct);
        }

        await db.SaveChangesAsync(ct);
        return answers;
    }

    /// <summary>Codes of the children's cases that still go on: they are not entered again.</summary>
    public async Task<IReadOnlyList<string>> StillHereAsync(Case earlier, CancellationToken ct) =>
        [.. (await FamilyAsync(earlier, ct)).Where(child => !child.IsOver).Select(child => child.Code)];

    /// <summary>Records in the earlier case that the person was discharged, when its state knows that event.</summary>
    public async Task DischargeAsync(Case earlier, CancellationToken ct)
    {
        if (ledger.Possible(earlier).Contains(HandEvents.Discharged))
        {
            await ledger.RecordAsync(earlier, HandEvents.Discharged, ct: ct);
        }
    }

    /// <summary>One who had left comes back on the general basis, or at once when a valid reason was recorded: then the new cases go on with the earlier recognition .</summary>
    public async Task ReturnAsync(Case earlier, IReadOnlyList<Case> opened, CancellationToken ct)
    {
        if (earlier.State != CaseState.Expelled)
        {
            return;
        }

        if (!await immediate.WasGrantedAsync(earlier, ct))
        {
            await ledger.RecordAsync(earlier, HandEvents.ReadmittedInGeneral, ct: ct);
            return;
        }

        foreach (var file in opened.Where(file => file.EarlierCaseId is not null))
        {
            await immediate.TakeOverAsync((await db.Cases.FindAsync([file.EarlierCaseId], ct))!, file, ct);
        }
    }

    private async Task<JsonArray> ChildrenAsync(Case earlier, FormComponent list, CancellationToken ct)
    {
        var rows = new JsonArray();
        foreach (var child in (await FamilyAsync(earlier, ct)).Where(child => child.IsOver))
        {
            var known = await vault.GetAllAsync(child.Id, actor.Value, ct);
            var row = new JsonObject();
            foreach (var field in FormRows.Fields(list).Where(field => known.ContainsKey(PersonPrefix + field.Key)))
            {
                row[field.Key] = known[PersonPrefix + field.Key];
            }

            rows.Add(row);
            audit.Note("person.prefilled", child.Id, child.Code);
        }

        return rows;
    }

    private Task<List<Case>> FamilyAsync(Case earlier, CancellationToken ct) => db.Cases.VisibleTo(actor.Value, db)
        .Where(child => child.IsChild && child.RepresentativeCaseId == earlier.Id).OrderBy(child => child.Id).ToListAsync(ct);
}
