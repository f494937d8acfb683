using Pana.Cases;

namespace Pana.Tests.Workflows;

/// <summary>Stretches of the procedure that several tests walk.</summary>
internal static class Steps
{
    /// <summary>Interview, sheet and all four signatures (p28–29).</summary>
    public static async Task IdentifyAsync(this ProcedureWorld world, Guid caseId, string conclusion = "recognised")
    {
        await world.AnswerAsync(world.Social, caseId, "identification-interview");
        await world.AnswerAsync(world.Psychologist, caseId, "assessment-sheet", ("conclusion", conclusion));
        await world.AnswerAsync(world.Social, caseId, "sign-sheet");
        await world.AnswerAsync(world.Psychologist, caseId, "sign-sheet");
        await world.AnswerAsync(world.Officer, caseId, "sign-sheet");
        await world.AnswerAsync(world.Policeman, caseId, "sign-sheet");
    }

    /// <summary>Sheet and application go to the authority, which registers them (p30–31).</summary>
    public static async Task SendAsync(this ProcedureWorld world, Guid caseId)
    {
        await world.AnswerAsync(world.Social, caseId, "send-to-authority");
        await world.AnswerAsync(world.Officer, caseId, "receive-documents");
    }

    /// <summary>The authority grants, sends, the organisation registers (p31–32).</summary>
    public static async Task GrantAsync(this ProcedureWorld world, Guid caseId)
    {
        await world.AnswerAsync(world.Officer, caseId, "issue-decision", ("decision", "grant"));
        await world.AnswerAsync(world.Officer, caseId, "send-decision");
        await world.AnswerAsync(world.Social, caseId, "receive-decision");
    }

    /// <summary>Contract prepared and signed by both sides (p32–33).</summary>
    public static async Task ContractAsync(this ProcedureWorld world, Guid caseId)
    {
        await world.AnswerAsync(world.Social, caseId, "conclude-contract");
        await world.AnswerAsync(world.Head, caseId, "sign-contract");
    }

    /// <summary>Registration card and portal (p34).</summary>
    public static async Task RegisterAsync(this ProcedureWorld world, Guid caseId)
    {
        await world.AnswerAsync(world.Social, caseId, "registration-card", ("person.lastName", ProcedureWorld.Canary), ("person.firstName", "Айгүл"));
        await world.AnswerAsync(world.Social, caseId, "portal-entry");
    }

    /// <summary>From the application to the contract (p25–33).</summary>
    public static async Task ToContractAsync(this ProcedureWorld world, Guid caseId)
    {
        await world.IdentifyAsync(caseId);
        await world.SendAsync(caseId);
        await world.GrantAsync(caseId);
        await world.ContractAsync(caseId);
    }

    /// <summary>One measure of the individual plan (p17).</summary>
    public static Task DraftPlanAsync(this ProcedureWorld world, Guid caseId, string measure = "Апталық сұхбат", string kind = "s3") => world.AnswerAsync(world.Psychologist, caseId, "plan-draft",
        ("paper.planFrom", "09.04.2026"), ("paper.planTo", "03.10.2026"), ("paper.planReviewOn", "09.07.2026"),
        ("paper.planItems[0]._row", "1"), ("paper.planItems[0].kind", kind), ("paper.planItems[0].measure", measure), ("paper.planItems[0].volume", "Аптасына бір рет"),
        ("paper.planItems[0].specialist", "Психолог Сәуле"), ("paper.planItems[0].prescribedOn", "03.04.2026"), ("paper.planItems[0].due", "03.10.2026"));

    /// <summary>Need assessed, plan drafted and approved: services go on (p16–18).</summary>
    public static async Task ToServiceAsync(this ProcedureWorld world, Guid caseId)
    {
        await world.AnswerAsync(world.Social, caseId, "needs-assessment");
        await world.DraftPlanAsync(caseId);
        await world.AnswerAsync(world.Head, caseId, "plan-approve");
    }

    /// <summary>Clothing, things and documents go back to the recipient against a receipt (p39).</summary>
    public static Task GiveBackAsync(this ProcedureWorld world, Guid caseId) => world.PressAsync(world.Social, caseId, "belongings", "Returned",
        ("receivedBy", "self"), ("receiptSigned", "signed"), ("items[0]._row", "1"), ("items[0].what", "Қысқы күртеше"), ("items[0].kind", "clothing"), ("items[0].count", "1"));

    /// <summary>The police are told with the content the head approves (p35).</summary>
    public static async Task InformPoliceAsync(this ProcedureWorld world, Guid caseId)
    {
        await world.AnswerAsync(world.Head, caseId, "police-content");
        await world.AnswerAsync(world.Social, caseId, "police-send");
    }

    public static string Due(this Clock clock) => clock.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
