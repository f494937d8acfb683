namespace Pana.Cases;

/// <summary>What a person has typed so far, encrypted under the case's key (purpose <c>draft</c>).</summary>
public sealed class TaskDraft
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid TaskId { get; set; }

    /// <summary>Whose draft.</summary>
    public Guid UserId { get; set; }

    /// <summary>JSON of the answers, encrypted.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset SavedAt { get; set; }
}
