namespace Pana.Cases;

/// <summary>A room of an organisation with its beds (p9 1) 3)).</summary>
public sealed class Room
{
    /// <summary>Id of the room.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>What people call it, for example «2».</summary>
    public required string Name { get; set; }

    /// <summary>How many beds it has.</summary>
    public int Beds { get; set; }

    /// <summary>When it was given up; null while it is used.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
