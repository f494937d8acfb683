namespace Pana.Cases;

/// <summary>A specialised office of an organisation, such as the psychologist's (p9 1) 6)). What it is stands in its passport.</summary>
public sealed class Office
{
    /// <summary>Id of the office.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>When it was given up; null while it is used.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The name of who gave it up, as it was then.</summary>
    public string? ClosedByName { get; set; }
}
