namespace Pana.Cases;

/// <summary>Something a person has to do in a case: a form, for a role of one party, because a paragraph demands it.</summary>
public sealed partial class UserTask
{
    private string[] _roles = [];

    /// <summary>Id of the task.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The workflow instance that waits.</summary>
    public required string WorkflowInstanceId { get; set; }

    /// <summary>The bookmark it waits on.</summary>
    public required string BookmarkId { get; set; }

    /// <summary>The step of the definition.</summary>
    public required string ActivityId { get; set; }

    /// <summary>The form to fill.</summary>
    public required string FormId { get; set; }

    /// <summary>Its version when the task was opened.</summary>
    public required string FormVersion { get; set; }

    /// <summary>Title without personal data.</summary>
    public required LocalizedText Title { get; set; }

    /// <summary>Codes of the roles that may do it.</summary>
    public string[] Roles
    {
        get => _roles;
        set
        {
            _roles = value;
            RoleMask = RoleCodes.Mask(value.Select(RoleCodes.Parse));
        }
    }

    /// <summary>The same roles as bits, for queries.</summary>
    public int RoleMask { get; private set; }

    /// <summary>The organisation whose staff does it; null when an agency does.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>The agency whose officer does it; null when the organisation does.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Who has claimed it or was given it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>The assignee's name, as it was then.</summary>
    public string? AssigneeName { get; set; }

    /// <summary>The obligation whose limit the task keeps, for example <c>p28.1</c>.</summary>
    public string? ObligationId { get; set; }

    /// <summary>The clock of that obligation.</summary>
    public Guid? ClockId { get; set; }

    /// <summary>The last moment, from the clock.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Paragraphs that demand the task.</summary>
    public string[] Paragraphs { get; set; } = [];

    /// <summary>Papers to read or sign with it.</summary>
    public Guid[] PaperIds { get; set; } = [];

    /// <summary>Open, completed or withdrawn.</summary>
    public UserTaskState State { get; set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was completed or withdrawn.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Who completed it.</summary>
    public Guid? CompletedById { get; set; }

    /// <summary>The name of who completed it, as it was then.</summary>
    public string? CompletedByName { get; set; }

    /// <summary>The outcome that was chosen.</summary>
    public string? Outcome { get; set; }

    /// <summary>Counts changes; a page sends it back to show what it was looking at.</summary>
    public int Revision { get; set; }
}
