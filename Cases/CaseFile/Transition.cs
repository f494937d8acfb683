namespace Pana.Cases;

/// <summary>One row of the procedure's table of transitions: in these states this event may happen, and then the case stands there.</summary>
internal sealed record Transition(string Id, string Event, IReadOnlyList<CaseState> From, Func<Case, CaseState> To);
