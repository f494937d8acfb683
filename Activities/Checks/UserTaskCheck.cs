using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>A user task must name a form, roles and a party that exist, and have exactly the form's buttons as outcomes; a watched limit must exist.</summary>
internal sealed class UserTaskCheck(FormCatalog forms, ObligationCatalog obligations) : IDefinitionCheck
{
    public IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition) =>
        definition.Activities.Where(step => step.Type == "Pana.UserTask").SelectMany(CheckTask)
            .Concat(definition.Activities.Where(step => step.Type is "Pana.WaitUntilOverdue" or "Pana.WaitUntilNear").SelectMany(CheckWait));

    private IEnumerable<DefinitionDefect> CheckTask(DefinitionActivity step) =>
        CheckForm(step).Concat(CheckRoles(step)).Concat(CheckObligation(step));

    private IEnumerable<DefinitionDefect> CheckForm(DefinitionActivity step)
    {
        if (step.IsComputed("Form"))
        {
            yield return step.Defect("form", StepDefects.ComputedForm);
            yield break;
        }

        var id = step.Text("Form") ?? "";
        if (!forms.Contains(id))
        {
            yield return step.Unknown("form", StepDefects.NoSuchForm, id, forms.All.Select(form => form.Id));
            yield break;
        }

        var form = forms.Get(id);
        var outcomes = step.Texts("Outcomes") is { Count: > 0 } given ? given : [FormDefinition.DefaultOutcome];
        foreach (var outcome in outcomes.Except(form.Outcomes))
        {
            yield return step.Defect("outcomes", StepDefects.NoSuchButton, outcome, id, Defects.Known(form.Outcomes));
        }

        foreach (var outcome in form.Outcomes.Except(outcomes))
        {
            yield return step.Defect("outcomes", StepDefects.ButtonUnused, id, outcome);
        }

        foreach (var key in step.Texts("KeepFacts"))
        {
            if (form.Find(key) is not { } component)
            {
                yield return step.Defect("keepFacts", StepDefects.NoSuchAnswer, id, key, Facts(form));
            }
            else if (!component.IsFact)
            {
                yield return step.Defect("keepFacts", StepDefects.ProtectedAnswer, key, id, Facts(form));
            }
        }
    }

    private static IEnumerable<DefinitionDefect> CheckRoles(DefinitionActivity step)
    {
        var party = step.Text("Party") is { Length: > 0 } given ? given : Parties.Organisation;
        if (!Parties.All.Contains(party))
        {
            yield return step.Defect("party", StepDefects.NoSuchParty, party, Defects.Known(Parties.All));
            yield break;
        }

        var roles = step.Texts("Roles");
        if (roles.Count == 0 && !step.IsComputed("Roles"))
        {
            yield return step.Defect("roles", StepDefects.NoRole, Defects.Known(RoleCodes.All));
        }

        foreach (var code in roles)
        {
            if (!RoleCodes.TryParse(code, out var role))
            {
                yield return step.Defect("roles", StepDefects.NoSuchRole, code, Defects.Known(RoleCodes.All));
            }
            else if (PartyOf(role) != party)
            {
                yield return step.Defect("roles", StepDefects.RoleOfOtherParty, code, PartyOf(role) ?? "none", party);
            }
        }
    }

    private IEnumerable<DefinitionDefect> CheckObligation(DefinitionActivity step)
    {
        if (step.Text("Obligation") is { Length: > 0 } id && obligations.Find(id) is null)
        {
            yield return step.Unknown("obligation", StepDefects.NoSuchObligation, id, obligations.All.Select(one => one.Id));
        }
    }

    private IEnumerable<DefinitionDefect> CheckWait(DefinitionActivity step) => string.IsNullOrEmpty(step.Text("Obligation")) && !step.IsComputed("Obligation")
        ? [step.Defect("obligation", StepDefects.NoObligation, Defects.Known(obligations.All.Select(one => one.Id)))]
        : CheckObligation(step);

    private static string? PartyOf(Role role) => role switch
    {
        Role.AuthorityOfficer => Parties.Authority,
        Role.PoliceRepresentative => Parties.Police,
        Role.Clerk or Role.ProcessDesigner or Role.Auditor or Role.Administrator => null,
        _ => Parties.Organisation,
    };

    private static string Facts(FormDefinition form) =>
        form.All().Where(component => component.IsFact).Select(component => component.Key).ToArray() is { Length: > 0 } facts ? Defects.Known(facts) : "none";
}
