using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Opens the cases of a person and the children who came along (p25–27).</summary>
public sealed class Intake(
    CaseDb db,
    DbSession session,
    CurrentActor actor,
    Vault vault,
    TaskAnswers answers,
    CaseLedger ledger,
    AuditTrail audit,
    TimeProvider time,
    ILogger<Intake> log)
{
    private const string ApplicationForm = "application";

    /// <summary>One family, one case each; the person's case comes first. Starts no workflow.</summary>
    public Task<IReadOnlyList<Case>> OpenAsync(NewApplication application, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (application is { WayIn: WayIn.Referral, ReferrerKind: null })
        {
            throw new CaseRuleException("Rule.ReferrerMissing", "A referral must say which kind of body referred the person (p25). Set ReferrerKind.");
        }

        if ((application.AppliedAt ?? default) > time.GetUtcNow())
        {
            throw new CaseRuleException("Rule.AppliedInTheFuture", "The moment of applying lies in the future. Give the time at which the person came.");
        }

        return session.InTransactionAsync(token => OpenFamilyAsync(application, token), ct);
    }

    private async Task<IReadOnlyList<Case>> OpenFamilyAsync(NewApplication application, CancellationToken ct)
    {
        var organisation = await OrganisationAsync(application, ct);
        await RefuseUnseenEarlierCaseAsync(application, ct);
        var family = Guid.CreateVersion7();
        var person = await AddCaseAsync(application, organisation, family, null, application.Person, ct);
        List<Case> cases = [person];
        var before = await EarlierChildrenAsync(application, ct);
        foreach (var child in application.Children)
        {
            var file = await AddCaseAsync(application, organisation, family, person.Id, child.Person, ct);
            file.EarlierCaseId = Same(child, before)?.Id;
            cases.Add(file);
        }

        // Children who stayed while the person was away go on in their own cases (A-46), now with the person's new one.
        foreach (var (child, _) in before.Where(one => !one.Child.IsOver))
        {
            (child.FamilyId, child.RepresentativeCaseId) = (family, person.Id);
            audit.Note("case.joinedFamily", child.Id, child.Code);
        }

        foreach (var file in cases)
        {
            await RecordArrivalAsync(file, application, ct);
        }

        await RecordCompanyAsync(person, cases[1..], application, ct);
        if (application.Answers is { } given)
        {
            await answers.KeepAsync(person.Id, null, ApplicationForm, application.FormVersion, given, ct);
        }

        CasesLog.CaseOpened(log, person.Code, cases.Count - 1);
        return cases;
    }

    private async Task<Case> AddCaseAsync(
        NewApplication application, Organisation organisation, Guid family, Guid? representative, IReadOnlyDictionary<string, string> person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var file = db.Cases.Add(new Case
        {
            Code = await NewCodeAsync(ct),
            OrganisationId = organisation.Id,
            Edition = application.Edition,
            State = CaseState.Applied,
            FamilyId = family,
            IsChild = representative is not null,
            RepresentativeCaseId = representative,
            EarlierCaseId = representative is null ? application.EarlierCaseId : null,
            WayIn = application.WayIn,
            ReferrerKind = application.ReferrerKind,
            AuthorisedBodyId = application.AuthorisedBodyId ?? organisation.AuthorisedBodyId,
            AppliedAt = application.AppliedAt ?? now,
            CreatedAt = now,
        }).Entity;
        await vault.PutAllAsync(file.Id, person.ToDictionary(pair => pair.Key, pair => (string?)pair.Value), ct);
        audit.Note("case.opened", file.Id, file.Code);
        return file;
    }

    private async Task RecordArrivalAsync(Case file, NewApplication application, CancellationToken ct)
    {
        if (application.WayIn == WayIn.Referral)
        {
            await ledger.RecordAsync(
                file,
                "referral.received",
                application.ReferralReceivedAt ?? file.AppliedAt,
                new JsonObject { ["referrer"] = application.ReferrerKind.ToString() },
                ct);
        }

        await ledger.RecordAsync(file, "application.submitted", file.AppliedAt, null, ct);
    }

    /// <summary>The refusal to go to the police is the person's act and the information is about one application, so it is recorded once.</summary>
    private async Task RecordCompanyAsync(Case person, IReadOnlyList<Case> children, NewApplication application, CancellationToken ct)
    {
        if (children.Count > 0)
        {
            var ids = new JsonArray([.. children.Select(child => JsonValue.Create(child.Id.ToString()))]);
            await ledger.RecordAsync(person, "children.present", person.AppliedAt, new JsonObject { ["cases"] = ids }, ct);
        }

        if (application.PoliceReport == PoliceReport.Refused)
        {
            await ledger.RecordAsync(person, "recipient.refusedPoliceReport", person.AppliedAt, null, ct);
        }
        else if (application.PoliceReport == PoliceReport.Filed)
        {
            await ledger.RecordAsync(person, "recipient.filedPoliceReport", person.AppliedAt, null, ct);
        }
    }

    private async Task<Organisation> OrganisationAsync(NewApplication application, CancellationToken ct)
    {
        var id = application.OrganisationId ?? actor.Value.OrganisationId;
        return id is null ? throw NoOrganisation(id) : await db.Organisations.FindAsync([id], ct) ?? throw NoOrganisation(id);
    }

    /// <summary>Whoever may not see the earlier case must not learn from an id that it exists.</summary>
    private async Task RefuseUnseenEarlierCaseAsync(NewApplication application, CancellationToken ct)
    {
        if (application.EarlierCaseId is { } earlier && !await db.Cases.VisibleTo(actor.Value, db).AnyAsync(file => file.Id == earlier, ct))
        {
            throw new CaseRuleException("Rule.NoEarlierCase", $"Expected an earlier case that {actor.Value.DisplayName} may see, got {earlier}. Find it in the list of cases.");
        }
    }

    private async Task<List<(Case Child, IReadOnlyDictionary<string, string> Person)>> EarlierChildrenAsync(NewApplication application, CancellationToken ct)
    {
        List<(Case, IReadOnlyDictionary<string, string>)> children = [];
        if (application.EarlierCaseId is { } earlier)
        {
            foreach (var child in await db.Cases.Where(file => file.IsChild && file.RepresentativeCaseId == earlier).ToListAsync(ct))
            {
                children.Add((child, await vault.GetAllForPaperAsync(child.Id, ct)));
            }
        }

        return children;
    }

    /// <summary>The earlier case of a child who comes again: the same first name and day of birth in the same family.</summary>
    private static Case? Same(NewChild child, List<(Case Child, IReadOnlyDictionary<string, string> Person)> before) =>
        before.Find(one => one.Child.IsOver && new[] { "person.firstName", "person.birthDate" }.All(key =>
            one.Person.TryGetValue(key, out var then) && child.Person.TryGetValue(key, out var now)
            && string.Equals(then.Trim(), now.Trim(), StringComparison.OrdinalIgnoreCase))).Child;

    private static CaseRuleException NoOrganisation(Guid? id) => new(
        "Rule.NoOrganisation",
        $"Expected an organisation that takes the person in, got {id?.ToString() ?? "none"}. Sign in as its staff or set OrganisationId.");

    private async Task<string> NewCodeAsync(CancellationToken ct)
    {
        while (true)
        {
            var code = CaseCode.Create();
            if (!await db.Cases.AnyAsync(file => file.Code == code, ct))
            {
                return code;
            }
        }
    }
}
