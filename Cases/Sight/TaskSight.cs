namespace Pana.Cases;

/// <summary>A task with the little of its case that the task itself may show: no more is open to an agency's officer.</summary>
public sealed class TaskSight
{
    /// <summary>The task.</summary>
    public required UserTask Task { get; init; }

    /// <summary>Code of the case.</summary>
    public required string Code { get; init; }

    /// <summary>The family the case belongs to, to look for those of it that one may open.</summary>
    public Guid FamilyId { get; init; }

    /// <summary>Where the case stands.</summary>
    public CaseState State { get; init; }

    /// <summary>When the person applied.</summary>
    public DateTimeOffset AppliedAt { get; init; }

    /// <summary>Whether the case is a child's.</summary>
    public bool IsChild { get; init; }

    /// <summary>Children who came with the person (p26).</summary>
    public int Children { get; init; }
}
