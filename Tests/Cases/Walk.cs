namespace Pana.Tests.Cases;

/// <summary>Events that lead a case straight to a place in the procedure.</summary>
internal static class Walk
{
    public static IReadOnlyList<string> ToContract { get; } =
    [
        "identification.started",
        "victim.recognised",
        "documents.sentToAuthority",
        "documents.receivedByAuthority",
        "decision.issued",
        "decision.sent",
        "decision.receivedByOrganisation",
        "contract.concluded",
    ];

    public static IReadOnlyList<string> ToService { get; } =
        [.. ToContract, "needsAssessment.completed", "needsAssessment.resultsReceived", "plan.drafted", "plan.approved"];
}
