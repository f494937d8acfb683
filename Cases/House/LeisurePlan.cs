namespace Pana.Cases;

/// <summary>An organisation's plan of cultural and leisure activities for a year or a quarter (p9 6) 1)).</summary>
public sealed class LeisurePlan
{
    /// <summary>Id of the plan.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>For when, as <see cref="PlanPeriod"/> writes it; one plan for each period.</summary>
    public required string Period { get; set; }
}
