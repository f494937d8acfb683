namespace Pana.Cases;

/// <summary>How many units of a post an organisation has: of its own, and engaged by contract (p23).</summary>
public sealed class StaffPost
{
    /// <summary>Id of the row.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Code of the post, or <see cref="Staffing.StudyGroups"/>.</summary>
    public required string Post { get; set; }

    /// <summary>Units filled by own staff.</summary>
    public decimal Own { get; set; }

    /// <summary>Units filled by specialists under contract.</summary>
    public decimal Contracted { get; set; }
}
