using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.CaseFile;

public sealed class TransitionsTests
{
    private static readonly EventCatalog Events = EventCatalog.Load(Path.Combine(Repository.Root, "Workflows", "Texts"));

    [Fact]
    public void The_table_holds_every_transition_from_T01_to_T44()
    {
        var ids = Transitions.Table.Select(row => row.Id).Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(1, 44).Select(number => $"T{number:00}"), ids);
    }

    /// <summary>
    /// The table of the procedure, row by row: from each of its states the event is possible and leads where the row says.
    /// <c>same</c>: nothing moves; <c>before</c>: back to where hospital or absence began. T31 is the fourth violation, T39 that of a completion.
    /// </summary>
    [Theory]
    [InlineData("T01", "referral.received", "S1", "S1")]
    [InlineData("T02", "application.submitted", "S1", "S1")]
    [InlineData("T03", "children.present", "S1", "S1")]
    [InlineData("T04", "contraindication.found", "S1 S2 S5 S6 S7 S8", "S4")]
    [InlineData("T05", "treatment.discharged", "S4", "S4")]
    [InlineData("T05", "admission.needed", "S4", "S1")]
    [InlineData("T06", "identification.started", "S1", "S2")]
    [InlineData("T07", "victim.notRecognised", "S2", "S3")]
    [InlineData("T08", "victim.recognised", "S2", "S5")]
    [InlineData("T09", "generalServices.started", "S5 S6 S7 S8", "same")]
    [InlineData("T10", "documents.sentToAuthority", "S5", "S6")]
    [InlineData("T11", "documents.receivedByAuthority", "S6", "S6")]
    [InlineData("T12", "decision.issued", "S6", "S7")]
    [InlineData("T13", "decision.sent", "S7", "S7")]
    [InlineData("T13", "decision.receivedByOrganisation", "S7", "S8")]
    [InlineData("T14", "contract.concluded", "S8", "S9")]
    [InlineData("T15", "registrationCard.completed", "S5 S6 S7 S8 S9 S10 S11 S12 S13 S14 S15 S16 S17 S18", "same")]
    [InlineData("T16", "registrationCard.enteredInPortal", "S1 S2 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14 S15 S16 S17 S18 S19", "same")]
    [InlineData("T17", "recipient.refusedPoliceReport", "S1 S2 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14", "same")]
    [InlineData("T17", "police.informed", "S1 S2 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14", "same")]
    [InlineData("T18", "needsAssessment.completed", "S9", "S9")]
    [InlineData("T18", "needsAssessment.resultsReceived", "S9", "S10")]
    [InlineData("T19", "plan.drafted", "S10", "S10")]
    [InlineData("T20", "plan.approved", "S10", "S11")]
    [InlineData("T21", "measure.performed", "S11", "S11")]
    [InlineData("T22", "plan.monitored", "S11", "S11")]
    [InlineData("T23", "condition.changed", "S11", "S11")]
    [InlineData("T23", "situation.arose", "S11", "S11")]
    [InlineData("T24", "plan.termEnded", "S11", "S10")]
    [InlineData("T25", "healthcareStay.started", "S9 S10 S11", "S12")]
    [InlineData("T26", "healthcareStay.ended", "S12", "before")]
    [InlineData("T27", "contract.extended", "S12", "S12")]
    [InlineData("T28", "recipient.leftWithoutNotice", "S9 S10 S11", "S13")]
    [InlineData("T29", "recipient.returned", "S13", "before")]
    [InlineData("T30", "absence.exceededLimit", "S13", "S14")]
    [InlineData("T31", "violation.recorded", "S9 S10 S11", "S14")]
    [InlineData("T32", "insultOrNonPerformance.established", "S9 S10 S11", "S14")]
    [InlineData("T33", "contraindication.found", "S9 S10 S11 S12", "S14")]
    [InlineData("T34", "recipient.requestedCompletion", "S9 S10 S11 S12", "S14")]
    [InlineData("T35", "contract.terminated", "S9 S10 S11 S12", "S14")]
    [InlineData("T35", "contract.termEnded", "S9 S10 S11 S12", "S14")]
    [InlineData("T36", "contract.fulfilledEarly", "S9 S10 S11", "S14")]
    [InlineData("T37", "plan.fulfilledEarly", "S11", "S14")]
    [InlineData("T38", "transfer.proposed", "S9 S10 S11 S12", "S14")]
    [InlineData("T39", "headOrder.signed", "S14", "S17")]
    [InlineData("T40", "readmission.general", "S13 S16", "same")]
    [InlineData("T41", "readmission.immediate", "S13", "before")]
    [InlineData("T41", "readmission.immediate", "S16", "S16")]
    [InlineData("T42", "belongings.returned", "S15 S16 S17 S18", "S19")]
    [InlineData("T43", "resocialisation.marked", "S17 S18 S19", "same")]
    [InlineData("T44", "applicant.withdrew", "S1 S2 S5 S6 S7 S8", "S20")]
    public void Each_transition_of_the_procedure_leads_where_it_says(string id, string eventName, string from, string to)
    {
        foreach (var number in from.Split(' '))
        {
            var start = Numbered[number];
            var file = Some.Case(start);
            (file.Violations, file.CardState, file.ReturnState) = (Case.ToleratedViolations, CardState.Completed, to == "before" ? CaseState.PlanPending : null);
            if (eventName == "headOrder.signed")
            {
                file = Some.Case(CaseState.InService);
                Move(file, "recipient.requestedCompletion");
            }

            Assert.Equal(id, Transitions.Find(eventName, start)?.Id);
            Move(file, eventName);

            Assert.Equal(to switch { "same" => start, "before" => CaseState.PlanPending, _ => Numbered[to] }, file.State);
        }
    }

    private static readonly Dictionary<string, CaseState> Numbered = new()
    {
        ["S1"] = CaseState.Applied,
        ["S2"] = CaseState.IdentificationInProgress,
        ["S3"] = CaseState.RefusedNotVictim,
        ["S4"] = CaseState.RefusedMedical,
        ["S5"] = CaseState.Recognised,
        ["S6"] = CaseState.AwaitingDecision,
        ["S7"] = CaseState.DecisionIssued,
        ["S8"] = CaseState.AwaitingContract,
        ["S9"] = CaseState.AssessmentPending,
        ["S10"] = CaseState.PlanPending,
        ["S11"] = CaseState.InService,
        ["S12"] = CaseState.Suspended,
        ["S13"] = CaseState.AbsentWithoutNotice,
        ["S14"] = CaseState.TerminationPending,
        ["S15"] = CaseState.Ceased,
        ["S16"] = CaseState.Expelled,
        ["S17"] = CaseState.Completed,
        ["S18"] = CaseState.SentOrTransferred,
        ["S19"] = CaseState.Closed,
        ["S20"] = CaseState.Withdrawn,
    };

    [Fact]
    public void Every_event_of_the_table_has_its_texts() =>
        Assert.All(Transitions.Table, row => Assert.NotNull(Events.Find(row.Event)));

    [Fact]
    public void No_event_leads_to_two_places_from_one_state()
    {
        var doubled = Transitions.Table
            .SelectMany(row => row.From.Select(state => (row.Event, state)))
            .GroupBy(pair => pair)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Assert.Empty(doubled);
    }

    [Fact]
    public void From_a_final_state_no_event_leads_on()
    {
        CaseState[] final = [CaseState.RefusedNotVictim, CaseState.Closed, CaseState.Withdrawn];

        Assert.All(final, state => Assert.All(
            Transitions.Table.Where(row => row.From.Contains(state)),
            row => Assert.Equal(state, row.To(Some.Case(state)))));
    }

    [Theory]
    [InlineData("absence.exceededLimit", CaseState.AbsentWithoutNotice, CaseState.Expelled)]
    [InlineData("contraindication.found", CaseState.InService, CaseState.Ceased)]
    [InlineData("recipient.requestedCompletion", CaseState.InService, CaseState.Completed)]
    [InlineData("transfer.proposed", CaseState.InService, CaseState.SentOrTransferred)]
    public void The_order_of_the_head_ends_the_case_as_its_ground_demands(string ground, CaseState from, CaseState end)
    {
        var file = Some.Case(from);

        Move(file, ground, "headOrder.signed");

        Assert.Equal(end, file.State);
    }

    [Fact]
    public void The_fourth_violation_leads_to_expulsion_and_the_third_does_not()
    {
        var file = Some.Case(CaseState.InService);

        Move(file, "violation.recorded", "violation.recorded", "violation.recorded");
        Assert.Equal(CaseState.InService, file.State);

        Move(file, "violation.recorded");
        Assert.Equal(CaseState.TerminationPending, file.State);
        Assert.Equal(CaseEnding.Expulsion, file.Ending);
    }

    [Theory]
    [InlineData(CaseState.AssessmentPending)]
    [InlineData(CaseState.InService)]
    public void After_hospital_or_absence_the_case_returns_to_where_it_was(CaseState before)
    {
        var hospital = Some.Case(before);
        var absent = Some.Case(before);

        Move(hospital, "healthcareStay.started", "contract.extended", "healthcareStay.ended");
        Move(absent, "recipient.leftWithoutNotice", "recipient.returned");

        Assert.Equal(before, hospital.State);
        Assert.Equal(before, absent.State);
        Assert.Null(hospital.ReturnState);
    }

    private static void Move(Case file, params string[] events)
    {
        foreach (var name in events)
        {
            var fact = new CaseEvent { Name = name, ActorName = "Pana", OccurredAt = DateTimeOffset.UnixEpoch };
            file.Move(Transitions.Find(name, file.State)!, fact, new DateOnly(2026, 4, 1), monthEndsDayBefore: false);
        }
    }
}
