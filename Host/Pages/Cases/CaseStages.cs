using Pana.Cases;

namespace Pana.Portal.Pages.Cases;

/// <summary>The seven stages a case is shown in, each with the states that belong to it and the event that closes it.</summary>
internal static class CaseStages
{
    public static IReadOnlyList<CaseStage> All { get; } =
    [
        new("application", ["application.submitted", "referral.received"], CaseState.Applied),
        new("identification", ["victim.recognised", "victim.notRecognised"], CaseState.IdentificationInProgress),
        new("authority", ["decision.receivedByOrganisation"], CaseState.Recognised, CaseState.AwaitingDecision, CaseState.DecisionIssued),
        new("contract", ["contract.concluded"], CaseState.AwaitingContract),
        new("plan", ["plan.approved"], CaseState.AssessmentPending, CaseState.PlanPending),
        new("services", [], CaseState.InService, CaseState.Suspended, CaseState.AbsentWithoutNotice),
        new("ended", [], CaseState.RefusedNotVictim, CaseState.RefusedMedical, CaseState.TerminationPending, CaseState.Ceased, CaseState.Expelled,
            CaseState.Completed, CaseState.SentOrTransferred, CaseState.Closed, CaseState.Withdrawn),
    ];

    /// <summary>States of cases that are still going on.</summary>
    public static IReadOnlyList<CaseState> Open { get; } = [.. All.Where(stage => stage.Name != "ended").SelectMany(stage => stage.States), CaseState.TerminationPending];

    /// <summary>
    /// The stages of a history: done with the date of the closing event (the first one: a plan may be approved again), now with
    /// the date it began. Services have no closing event of their own: they are done when what comes before them is, and the case goes on.
    /// </summary>
    public static IEnumerable<StageMark> Of(CaseState state, IReadOnlyList<CaseEvent> history)
    {
        var current = All.ToList().FindIndex(stage => stage.States.Contains(state));
        DateTimeOffset? before = null;
        var done = true;
        for (var i = 0; i < All.Count; i++)
        {
            var closed = All[i].ClosedBy.Count == 0 ? null : history.Where(happened => All[i].ClosedBy.Contains(happened.Name)).Min(happened => (DateTimeOffset?)happened.OccurredAt);
            if (i == current)
            {
                yield return new(All[i].Name, "now", All[i].Name == "ended" ? history.Max(happened => (DateTimeOffset?)happened.OccurredAt) : before ?? closed);
            }
            else
            {
                done = i < current && (All[i].ClosedBy.Count == 0 ? done : closed is not null);
                yield return new(All[i].Name, done ? "done" : "ahead", i < current ? closed : null);
            }

            before = closed ?? before;
        }
    }
}

/// <summary>A stage: its text key, the events that close it, the states in it.</summary>
internal sealed record CaseStage(string Name, IReadOnlyList<string> ClosedBy, params IReadOnlyList<CaseState> States);

/// <summary>A stage of one case: done, now or ahead, and the date that goes with it.</summary>
internal sealed record StageMark(string Name, string Css, DateTimeOffset? At);
