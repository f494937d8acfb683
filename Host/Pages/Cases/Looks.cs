namespace Pana.Portal.Pages.Cases;

/// <summary>Which entries of the audit trail are looks at a person's file.</summary>
internal static class Looks
{
    public static readonly string[] Actions = ["case.viewed", "person.revealed", "person.prefilled", "paper.viewed", "paper.printed", "task.viewed", "services.viewed", "plan.viewed", "things.viewed"];
}
