using Pana.Portal.Forms;

namespace Pana.Portal.Pages.Tasks;

/// <summary>A task that is no longer open: who ended it and when, and how.</summary>
internal sealed record TaskEnd(string Who, string When, string? Outcome)
{
    /// <summary>What made the task needless; null when this reader may not know.</summary>
    public string? Why { get; init; }

    /// <summary>The answers as they were given; null when they are not for this reader.</summary>
    public FormView? Answers { get; init; }
}
