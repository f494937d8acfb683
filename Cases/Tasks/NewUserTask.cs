namespace Pana.Cases;

/// <summary>What a workflow asks of people. The clock and the due time are found from <see cref="ObligationId"/>.</summary>
public sealed record NewUserTask
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The workflow instance that waits.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>The bookmark it waits on.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>The step of the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The form to fill.</summary>
    public required string FormId { get; init; }

    /// <summary>The version of the form.</summary>
    public string FormVersion { get; init; } = "1";

    /// <summary>Title without personal data.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Codes of the roles that may do it.</summary>
    public required string[] Roles { get; init; }

    /// <summary>The organisation whose staff does it; leave both parties null for the case's own organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The agency whose officer does it.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Who has to do it, when it is one person.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>That person's name.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>The obligation whose limit the task keeps.</summary>
    public string? ObligationId { get; init; }

    /// <summary>A due time of its own, when no obligation gives one.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Paragraphs that demand the task.</summary>
    public string[] Paragraphs { get; init; } = [];

    /// <summary>Papers to read or sign with it.</summary>
    public Guid[] PaperIds { get; init; } = [];
}
