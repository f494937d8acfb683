using Pana.Cases;

namespace Pana.Portal.Pages.Cases;

/// <summary>Events a person may record by hand, each with its form; a readmission by a new case has the application's form and page.</summary>
internal static class HandEvents
{
    public const string Admitted = "recipient.admitted";
    public const string Discharged = "treatment.discharged";
    public const string ReadmittedInGeneral = "readmission.general";
    public const string ReadmittedAtOnce = "readmission.immediate";

    // In the order of the menu: what happens in any case, then the stay (p19, p33, p37), then the grounds to end it (p36–40).
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["contraindication.found"] = "record-contraindication",
        ["applicant.withdrew"] = "applicant-withdrew",
        [Admitted] = "record-admitted",
        ["recipient.filedPoliceReport"] = "record-police-filed",
        ["recipient.refusedPoliceReport"] = "record-police-refused",
        ["condition.changed"] = "record-condition",
        ["situation.arose"] = "record-situation",
        ["plan.termEnded"] = "record-plan-ended",
        ["healthcareStay.started"] = "record-hospital",
        ["contract.extended"] = "record-extension",
        ["recipient.leftWithoutNotice"] = "record-left",
        ["recipient.returned"] = "record-returned",
        [ReadmittedAtOnce] = "record-readmission",
        ["violation.recorded"] = "record-violation",
        ["insultOrNonPerformance.established"] = "record-nonperformance",
        ["recipient.requestedCompletion"] = "record-completion-request",
        ["contract.terminated"] = "record-termination",
        ["contract.fulfilledEarly"] = "record-contract-fulfilled",
        ["plan.fulfilledEarly"] = "record-plan-fulfilled",
        ["transfer.proposed"] = "record-transfer",
    };

    /// <summary>The form of an event; null when the event is not recorded by hand.</summary>
    public static string? FormOf(string eventName) => Forms.GetValueOrDefault(eventName);

    /// <summary>Whether the event is recorded by a new application for the same person.</summary>
    public static bool OpensApplication(string eventName) => eventName is Discharged or ReadmittedInGeneral;

    /// <summary>Whether the event ends the case or gives a ground to end it.</summary>
    public static bool MayEnd(string eventName) => eventName is "contraindication.found" or "applicant.withdrew" or "insultOrNonPerformance.established"
        or "recipient.requestedCompletion" or "contract.terminated" or "contract.fulfilledEarly" or "plan.fulfilledEarly" or "transfer.proposed";

    /// <summary>What may be recorded in the case now; the admission only once (<paramref name="admitted"/>).</summary>
    public static IReadOnlyList<string> Now(Case file, CaseLedger ledger, bool admitted)
    {
        if (file.State == CaseState.RefusedMedical)
        {
            return [Discharged];
        }

        if (file.State == CaseState.Expelled)
        {
            // A child comes with the representative.
            return file.IsChild ? [] : [ReadmittedInGeneral, ReadmittedAtOnce];
        }

        var possible = ledger.Possible(file);
        return [.. Forms.Keys.Where(name => !file.IsOver && possible.Contains(name) && name switch
        {
            Admitted => !admitted,
            "recipient.filedPoliceReport" => file.PoliceReport is PoliceReport.Refused or PoliceReport.Unknown,
            // The refusal is the person's own; for a child the lawyer's check stands in its place.
            "recipient.refusedPoliceReport" => file is { IsChild: false, PoliceReport: PoliceReport.Unknown },
            "condition.changed" or "situation.arose" or "plan.termEnded" => !file.PlanUnderCorrection,
            "contract.extended" => !file.IsExtended,
            ReadmittedAtOnce => file.State == CaseState.AbsentWithoutNotice || file.EndingGround == "absence.exceededLimit",
            _ => true,
        })];
    }
}
