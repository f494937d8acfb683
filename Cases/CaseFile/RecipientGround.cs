using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>
/// The ground of paragraph 5 on which a person is a recipient: chosen on the assessment sheet with the recognition and kept with its
/// event. It is no third conclusion: whoever is not recognised has none.
/// </summary>
public static class RecipientGround
{
    /// <summary>Cruel treatment that was suffered (p5 1)).</summary>
    public const string Cruelty = "cruelty";

    /// <summary>A difficult life situation owing to a threat (p5 2)).</summary>
    public const string Threat = "threat";

    /// <summary>Both grounds.</summary>
    public const string Both = "both";

    /// <summary>The event that the ground is kept with.</summary>
    public const string RecordedWith = "victim.recognised";

    /// <summary>Every ground, in the order of the paragraph.</summary>
    public static IReadOnlyList<string> All { get; } = [Cruelty, Threat, Both];

    /// <summary>The ground in the data of a recognition; null when none was recorded.</summary>
    public static string? Of(JsonObject? data) => (string?)data?[CaseEvent.Code] is { } code && All.Contains(code) ? code : null;
}
