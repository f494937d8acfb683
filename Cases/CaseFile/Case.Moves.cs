namespace Pana.Cases;

/// <summary>What an event does to the case beside its history.</summary>
public sealed partial class Case
{
    /// <summary>Violations that do not yet lead to expulsion: more than three do (p37 1), A-23).</summary>
    internal const int ToleratedViolations = 3;

    /// <summary>The term of the contract (p33).</summary>
    internal const int ContractMonths = 6;

    /// <summary>Moves the case along a row of the table; <paramref name="on"/> is the local date of the event.</summary>
    internal void Move(Transition row, CaseEvent fact, DateOnly on, bool monthEndsDayBefore)
    {
        Refuse(fact.Name, on);
        var next = row.To(this);
        switch (fact.Name)
        {
            case "application.submitted":
                AppliedAt = fact.OccurredAt;
                break;
            case "recipient.refusedPoliceReport" when PoliceReport != PoliceReport.InformedByOrganisation:
                PoliceReport = PoliceReport.Refused;
                break;
            case "recipient.filedPoliceReport":
                PoliceReport = PoliceReport.Filed;
                break;
            case "police.informed":
                PoliceReport = PoliceReport.InformedByOrganisation;
                break;
            case "registrationCard.completed":
                CardState = CardState.Completed;
                break;
            case "registrationCard.enteredInPortal":
                CardState = CardState.InPortal;
                break;
            case "contract.concluded":
                ContractOn = on;
                ContractEndsOn = on.AddMonths(ContractMonths).AddDays(monthEndsDayBefore ? -1 : 0);
                Violations = 0;
                break;
            case "contract.extended":
                ContractEndsOn = ExtendedTo(fact);
                break;
            case "violation.recorded":
                Violations++;
                break;
            case "condition.changed" or "situation.arose":
                PlanUnderCorrection = true;
                break;
            case "plan.approved":
                PlanUnderCorrection = false;
                break;
        }

        Remember(next, fact.Name);
        State = next;
        Revision++;
    }

    /// <summary>Whether the term was extended, which may happen once (Q7).</summary>
    public bool IsExtended => ContractOn is { } from && ContractEndsOn > from.AddMonths(ContractMonths);

    /// <summary>Whether one more violation gives a ground for expulsion (p37 1)).</summary>
    public bool NextViolationExpels => Violations >= ToleratedViolations;

    /// <summary>Where the case may go back to: after hospital or absence, and when an ending is not decided on.</summary>
    private void Remember(CaseState next, string eventName)
    {
        if (next == State)
        {
            return;
        }

        if (next == CaseState.TerminationPending)
        {
            (Ending, EndingGround, EndingFrom) = (EndingAfter(eventName), eventName, State);
            return;
        }

        var decided = State == CaseState.TerminationPending;
        if (next is not (CaseState.Suspended or CaseState.AbsentWithoutNotice))
        {
            ReturnState = null;
        }
        else if (!decided)
        {
            ReturnState = State;
        }

        if (decided && eventName != "headOrder.signed")
        {
            (Ending, EndingGround, EndingFrom) = (null, null, null);
        }
    }

    private static CaseEnding EndingAfter(string eventName) => eventName switch
    {
        "absence.exceededLimit" or "violation.recorded" or "insultOrNonPerformance.established" => CaseEnding.Expulsion,
        "contraindication.found" => CaseEnding.Cessation,
        "transfer.proposed" => CaseEnding.Transfer,
        _ => CaseEnding.Completion,
    };
}
