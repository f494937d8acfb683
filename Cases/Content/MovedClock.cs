namespace Pana.Cases;

/// <summary>A running clock whose last day another calendar moves. Names the case by its code, never a person.</summary>
/// <param name="ClockId">The clock.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Code">The case's code.</param>
/// <param name="Limit">The limit.</param>
/// <param name="From">The last day now.</param>
/// <param name="To">The last day by the other calendar.</param>
public sealed record MovedClock(Guid ClockId, Guid CaseId, string Code, Obligation Limit, DateOnly From, DateOnly To);
