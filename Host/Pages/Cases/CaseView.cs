using Pana.Cases;

namespace Pana.Portal.Pages.Cases;

/// <summary>Everything the case page shows; nothing of it names a person.</summary>
internal sealed record CaseView
{
    public required Guid CaseId { get; init; }
    public required string Code { get; init; }
    public required CaseState State { get; init; }
    public required bool Ended { get; init; }
    public required string Family { get; init; }
    public required WayIn WayIn { get; init; }
    public required string? PoliceReport { get; init; }
    public required string? Contract { get; init; }

    /// <summary>The ground of paragraph 5, once the person is recognised.</summary>
    public required string? Ground { get; init; }

    /// <summary>Violations under the contract, when there are any (p37 1)).</summary>
    public required string? Violations { get; init; }

    /// <summary>What the state turns on: the ground of an awaited order, the end of the 72 hours of an absence.</summary>
    public required string? StateNote { get; init; }

    public required IReadOnlyList<CaseLink> Links { get; init; }
    public required IReadOnlyList<string> Recordable { get; init; }
    public required IReadOnlyList<(string Name, string Css, string When)> Stages { get; init; }
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
    public required IReadOnlyList<CaseTask> Tasks { get; init; }
    public required IReadOnlyList<CaseClock> Clocks { get; init; }
    public required IReadOnlyList<CasePaper> Papers { get; init; }
    public required int LookedPeople { get; init; }
    public required int LookedTimes { get; init; }

    /// <summary>What comes next, in sentences.</summary>
    public required IReadOnlyList<string> Next { get; init; }
}
