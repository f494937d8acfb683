using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>One limit of the Standard: after an anchor event, a target event must follow within an amount of days or months.</summary>
public sealed record Obligation : LimitLine
{
    /// <summary>Events that start it.</summary>
    [JsonPropertyName("anchors")]
    public required IReadOnlyList<string> Anchors { get; init; }

    /// <summary>Whether the paragraph itself names the anchor.</summary>
    [JsonPropertyName("anchorStated")]
    public bool IsAnchorStated { get; init; }

    /// <summary>Events that meet it.</summary>
    [JsonPropertyName("targets")]
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Events after which the duty no longer exists.</summary>
    [JsonPropertyName("voidedBy")]
    public IReadOnlyList<string> VoidedBy { get; init; } = [];

    /// <summary>How many units.</summary>
    [JsonPropertyName("amount")]
    public required int Amount { get; init; }

    /// <summary>Working day, calendar day, month or quarter.</summary>
    [JsonPropertyName("unit")]
    public required LimitUnit Unit { get; init; }

    /// <summary>Who must act: a role code, or <c>organisation</c> or <c>specialists</c>.</summary>
    [JsonPropertyName("actor")]
    public required string Actor { get; init; }

    /// <summary>An act that is due, a term that runs, or an act that recurs.</summary>
    [JsonPropertyName("kind")]
    public required LimitKind Kind { get; init; }
}
