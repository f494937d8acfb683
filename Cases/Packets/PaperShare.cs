namespace Pana.Cases;

/// <summary>A paper sent to an agency. The agency sees it until it is recalled, and nothing else of the case.</summary>
public sealed class PaperShare
{
    /// <summary>The paper.</summary>
    public Guid PaperId { get; set; }

    /// <summary>The agency.</summary>
    public Guid AgencyId { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SharedAt { get; set; }

    /// <summary>When the agency registered it.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>When it was called back.</summary>
    public DateTimeOffset? RecalledAt { get; set; }
}
