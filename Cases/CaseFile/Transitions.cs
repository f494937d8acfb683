using static Pana.Cases.CaseState;

namespace Pana.Cases;

/// <summary>
/// The transitions T01–T44 of the procedure as one table. Rows without a T number are facts that the Standard or the
/// operation of the system needs without a change of state.
/// </summary>
internal static class Transitions
{
    private static readonly CaseState[] Any = Enum.GetValues<CaseState>();
    private static readonly CaseState[] BeforeContract =
        [Applied, IdentificationInProgress, Recognised, AwaitingDecision, DecisionIssued, AwaitingContract];
    private static readonly CaseState[] RecognisedBeforeContract = [Recognised, AwaitingDecision, DecisionIssued, AwaitingContract];
    private static readonly CaseState[] UnderContract = [AssessmentPending, PlanPending, InService];
    private static readonly CaseState[] UnderContractOrSuspended = [.. UnderContract, Suspended];
    private static readonly CaseState[] FromRecognised =
        [.. RecognisedBeforeContract, .. UnderContractOrSuspended, AbsentWithoutNotice, TerminationPending, Ceased, Expelled, Completed, SentOrTransferred];

    public static readonly IReadOnlyList<Transition> Table =
    [
        new("T01", "referral.received", [Applied], Stay),
        new("T02", "application.submitted", [Applied], Stay),
        new("T03", "children.present", [Applied], Stay),
        new("T04", "contraindication.found", BeforeContract, To(RefusedMedical)),
        new("T05", "treatment.discharged", [RefusedMedical], Stay),
        new("T05", "admission.needed", [RefusedMedical], To(Applied)),
        new("T06", "identification.started", [Applied], To(IdentificationInProgress)),
        new("T07", "victim.notRecognised", [IdentificationInProgress], To(RefusedNotVictim)),
        new("T08", "victim.recognised", [IdentificationInProgress], To(Recognised)),
        new("T09", "generalServices.started", RecognisedBeforeContract, Stay),
        new("T10", "documents.sentToAuthority", [Recognised, AwaitingDecision], To(AwaitingDecision)), // again after a refusal
        new("T11", "documents.receivedByAuthority", [AwaitingDecision], Stay),
        new("T12", "decision.issued", [AwaitingDecision], To(DecisionIssued)),
        new("T13", "decision.sent", [DecisionIssued], Stay),
        new("T13", "decision.receivedByOrganisation", [DecisionIssued], To(AwaitingContract)),
        new("T14", "contract.concluded", [AwaitingContract], To(AssessmentPending)),
        new("T15", "registrationCard.completed", FromRecognised, Stay),
        new("T16", "registrationCard.enteredInPortal", Any, Stay),
        new("T17", "recipient.refusedPoliceReport", Any, Stay),
        new("T17", "police.informed", Any, Stay),
        new("T18", "needsAssessment.completed", [AssessmentPending], Stay),
        new("T18", "needsAssessment.resultsReceived", [AssessmentPending], To(PlanPending)),
        new("T19", "plan.drafted", [PlanPending, InService], Stay),
        new("T20", "plan.approved", [PlanPending, InService], To(InService)),
        new("T21", "measure.performed", [InService], Stay),
        new("T22", "plan.monitored", [InService], Stay),
        new("T23", "condition.changed", [InService], Stay),
        new("T23", "situation.arose", [InService], Stay),
        new("T24", "plan.termEnded", [InService], To(PlanPending)),
        new("T25", "healthcareStay.started", UnderContract, To(Suspended)),
        new("T26", "healthcareStay.ended", [Suspended], Back),
        new("T27", "contract.extended", [Suspended], Stay),
        new("T28", "recipient.leftWithoutNotice", UnderContract, To(AbsentWithoutNotice)),
        new("T29", "recipient.returned", [AbsentWithoutNotice], Back),
        new("T30", "absence.exceededLimit", [AbsentWithoutNotice], To(TerminationPending)),
        new("T31", "violation.recorded", UnderContract, file => file.Violations + 1 > Case.ToleratedViolations ? TerminationPending : file.State),
        new("T32", "insultOrNonPerformance.established", UnderContract, To(TerminationPending)),
        new("T33", "contraindication.found", UnderContractOrSuspended, To(TerminationPending)),
        new("T34", "recipient.requestedCompletion", UnderContractOrSuspended, To(TerminationPending)),
        new("T35", "contract.terminated", UnderContractOrSuspended, To(TerminationPending)),
        new("T35", "contract.termEnded", UnderContractOrSuspended, To(TerminationPending)),
        new("T36", "contract.fulfilledEarly", UnderContract, To(TerminationPending)),
        new("T37", "plan.fulfilledEarly", [InService], To(TerminationPending)),
        new("T38", "transfer.proposed", UnderContractOrSuspended, To(TerminationPending)),
        new("T39", "headOrder.signed", [TerminationPending], Ended),
        new("T40", "readmission.general", [Expelled, AbsentWithoutNotice], Stay),
        new("T41", "readmission.immediate", [AbsentWithoutNotice, TerminationPending], Back), // before the order the contract goes on
        new("T41", "readmission.immediate", [Expelled], Stay),
        new("T42", "belongings.returned", [Ceased, Expelled, Completed, SentOrTransferred], To(Closed)),
        new("T43", "resocialisation.marked", [Completed, SentOrTransferred, Closed], Stay),
        new("T44", "applicant.withdrew", BeforeContract, To(Withdrawn)),
        new("", "recipient.admitted", [.. BeforeContract, .. UnderContract], Stay), // who came by day may begin to live there later
        new("", "recipient.filedPoliceReport", Any, Stay),
        new("", "paper.dissented", Any, Stay),
        new("", "minorReport.checked", Any, Stay),
        new("", "identification.overdue", [Applied, IdentificationInProgress], Stay),
        new("", "identification.completed", [IdentificationInProgress, Recognised, RefusedNotVictim], Stay),
        new("", "decision.refused", [AwaitingDecision], Stay),
        new("", "manualHandling.started", [AwaitingDecision], Stay),
        new("", "manualHandling.decided", [AwaitingDecision], Stay),
        new("", "manualHandling.ended", [AwaitingDecision], To(Closed)),
        new("", "absence.reasonSought", [AbsentWithoutNotice, TerminationPending], Stay),
        new("", "ending.declined", [TerminationPending], file => file.EndingFrom ?? InService), // a ground, not an automatic end
        new("", "belongings.kept", [Ceased, Expelled, Completed, SentOrTransferred], Stay),
        new("", "contract.extensionEnded", UnderContractOrSuspended, Stay),
        new("", "stay.ended", FromRecognised, Stay),
    ];

    /// <summary>Acts that answer an earlier act and therefore cannot have happened on a day before it, whatever a form says.</summary>
    public static readonly IReadOnlyDictionary<string, string> Follows = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["victim.recognised"] = "identification.started",
        ["victim.notRecognised"] = "identification.started",
        ["documents.sentToAuthority"] = "victim.recognised",
        ["documents.receivedByAuthority"] = "documents.sentToAuthority",
        ["decision.issued"] = "documents.receivedByAuthority",
        ["decision.refused"] = "documents.receivedByAuthority",
        ["decision.sent"] = "decision.issued",
        ["decision.receivedByOrganisation"] = "decision.issued",
        ["contract.concluded"] = "decision.receivedByOrganisation",
        ["registrationCard.enteredInPortal"] = "registrationCard.completed",
        ["needsAssessment.completed"] = "contract.concluded",
        ["needsAssessment.resultsReceived"] = "needsAssessment.completed",
        ["plan.drafted"] = "needsAssessment.resultsReceived",
        ["plan.approved"] = "plan.drafted",
        ["plan.monitored"] = "plan.approved",
        ["plan.termEnded"] = "plan.approved",
        ["healthcareStay.started"] = "contract.concluded",
        ["healthcareStay.ended"] = "healthcareStay.started",
        ["recipient.leftWithoutNotice"] = "contract.concluded",
        ["recipient.returned"] = "recipient.leftWithoutNotice",
        ["absence.exceededLimit"] = "recipient.leftWithoutNotice",
        ["absence.reasonSought"] = "recipient.leftWithoutNotice",
        ["readmission.immediate"] = "recipient.leftWithoutNotice",
        ["violation.recorded"] = "contract.concluded",
        ["insultOrNonPerformance.established"] = "contract.concluded",
        ["recipient.requestedCompletion"] = "contract.concluded",
        ["contract.terminated"] = "contract.concluded",
        ["contract.fulfilledEarly"] = "contract.concluded",
        ["plan.fulfilledEarly"] = "plan.approved",
        ["transfer.proposed"] = "contract.concluded",
        ["belongings.kept"] = "headOrder.signed",
        ["belongings.returned"] = "headOrder.signed",
    };

    /// <summary>The row for an event in a state, or null.</summary>
    public static Transition? Find(string eventName, CaseState state) =>
        Table.FirstOrDefault(row => row.Event == eventName && row.From.Contains(state));

    /// <summary>Events allowed in a state, in the order of the table.</summary>
    public static IReadOnlyList<string> Possible(CaseState state) =>
        [.. Table.Where(row => row.From.Contains(state)).Select(row => row.Event).Distinct()];

    private static CaseState Stay(Case file) => file.State;

    private static Func<Case, CaseState> To(CaseState state) => _ => state;

    private static CaseState Back(Case file) => file.ReturnState ?? InService;

    private static CaseState Ended(Case file) => file.Ending switch
    {
        CaseEnding.Cessation => Ceased,
        CaseEnding.Expulsion => Expelled,
        CaseEnding.Transfer => SentOrTransferred,
        _ => Completed,
    };
}
