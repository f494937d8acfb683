namespace Pana.Cases;

/// <summary>An activity of an approved plan was held on a day. A wrong entry is struck out and stays.</summary>
public sealed class LeisureHeld
{
    /// <summary>Id of the entry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public Guid PlanId { get; set; }

    /// <summary>Mark of the activity (<see cref="LeisureRow.Mark"/>).</summary>
    public required string Mark { get; set; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The name of who entered it, as it was then.</summary>
    public required string RecordedByName { get; set; }

    /// <summary>When it was struck out; null while it holds.</summary>
    public DateTimeOffset? StruckAt { get; set; }

    /// <summary>The name of who struck it out, as it was then.</summary>
    public string? StruckByName { get; set; }
}
