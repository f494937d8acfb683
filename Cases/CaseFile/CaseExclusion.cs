namespace Pana.Cases;

/// <summary>A conflict of interest: for this user the case does not exist.</summary>
public sealed class CaseExclusion
{
    /// <summary>The hidden case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The user it is hidden from.</summary>
    public Guid UserId { get; set; }

    /// <summary>When it was set.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who set it.</summary>
    public Guid? CreatedById { get; set; }
}
