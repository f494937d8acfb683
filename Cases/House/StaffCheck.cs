namespace Pana.Cases;

/// <summary>What the monthly comparison with the norms found (p22).</summary>
public sealed class StaffCheck
{
    /// <summary>Id of the check.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Recipients then, children among them.</summary>
    public int Recipients { get; set; }

    /// <summary>Codes of the posts below the norm.</summary>
    public string[] Short { get; set; } = [];
}
