using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>Who did or saw what and when: ids and codes only. The last three columns are for the chain of hashes of one organisation.</summary>
public sealed class AuditEntry
{
    /// <summary>Id of the entry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation whose stream it belongs to; null for acts outside any.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who; null for the system.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>The name, as it was then.</summary>
    public required string ActorName { get; set; }

    /// <summary>For example <c>case.viewed</c>, <c>person.revealed</c>, <c>event.recorded</c>.</summary>
    public required string Action { get; set; }

    /// <summary>The case, when there is one.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>What it was done to: a case code, the id of a task or paper, an event name.</summary>
    public required string Subject { get; set; }

    /// <summary>Ids and codes only.</summary>
    public JsonObject? Detail { get; set; }

    /// <summary>Place in the organisation's chain; null until chained.</summary>
    public long? Sequence { get; set; }

    /// <summary>Hash of the entry before.</summary>
    public byte[]? PrevHash { get; set; }

    /// <summary>SHA-256 of the entry before and this one.</summary>
    public byte[]? Hash { get; set; }
}
