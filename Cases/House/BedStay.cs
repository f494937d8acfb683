namespace Pana.Cases;

/// <summary>A recipient in a room, from when until when.</summary>
public sealed class BedStay
{
    /// <summary>Id of the stay.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The room.</summary>
    public Guid RoomId { get; set; }

    /// <summary>The recipient's case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>From when.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Until when; null while it lasts.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Who placed the recipient there.</summary>
    public Guid? PlacedById { get; set; }
}
