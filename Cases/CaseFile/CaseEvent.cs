using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>One fact in the history of a case. Its name is one of <c>Workflows/Texts/events.json</c>.</summary>
public sealed class CaseEvent
{
    /// <summary>The member of <see cref="Data"/> that holds a chosen answer which reports count.</summary>
    public const string Code = "code";

    /// <summary>Id of the event.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>For example <c>application.submitted</c>.</summary>
    public required string Name { get; set; }

    /// <summary>When it happened; limits count from here.</summary>
    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Who entered it; null for the system.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>Name of who entered it, as it was then.</summary>
    public required string ActorName { get; set; }

    /// <summary>Paragraphs of the Standard that the event carries out.</summary>
    public string[] Paragraphs { get; set; } = [];

    /// <summary>Ids and codes only, never personal data.</summary>
    public JsonObject? Data { get; set; }
}
