using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// Who saved a draft last, kept in the definition's custom properties, which the studio carries along unread. The
/// stamp is the digest of what was saved and of the stamp it was saved over: the same save sent again is recognised,
/// a save made from something older is refused.
/// </summary>
internal sealed record SavedStamp(string Stamp, string? From, string? By, string? ById, DateTimeOffset? At, IReadOnlyList<string> Recent)
{
    /// <summary>The studio's saves run side by side: one may start from any that its own person sent a moment ago.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);
    private const int Remembered = 8;
    private const string Member = "PanaSaved";
    private static readonly string[] Content = ["name", "description", "variables", "inputs", "outputs", "outcomes", "customProperties", "options", "root"];

    /// <summary>The stamp a definition carries; for one that was never saved by a designer, the digest of its content.</summary>
    public static SavedStamp Of(WorkflowDefinition definition) => Read(definition.Json) ?? new SavedStamp(Digest(definition.Json, ""), null, null, null, null, []);

    /// <summary>The stamp in a definition that the studio has sent; null when a program made it.</summary>
    public static SavedStamp? Read(JsonObject definition) => definition["customProperties"]?[Member] is JsonObject saved && (string?)saved["stamp"] is { } stamp
        ? new SavedStamp(stamp, (string?)saved["from"], (string?)saved["by"], (string?)saved["byId"], saved["at"] is JsonValue at && at.TryGetValue(out DateTimeOffset moment) ? moment : null,
            [.. (saved["recent"] as JsonArray ?? []).OfType<JsonValue>().Select(v => v.ToString())])
        : null;

    /// <summary>Whether a save made from <paramref name="from"/> is the same person's, overtaken on the way by another of theirs.</summary>
    public bool IsOvertaken(string from, string? byId, DateTimeOffset now) =>
        ById == byId && (From == from || (Recent.Contains(from) && now - At < Moment));

    /// <summary>What the next save of this person may have started from.</summary>
    public IReadOnlyList<string> RecentAfter(string? byId) => ById == byId ? [Stamp, .. Recent.Take(Remembered - 1)] : [Stamp];

    public void WriteTo(JsonObject definition)
    {
        if (definition["customProperties"] is not JsonObject properties)
        {
            definition["customProperties"] = properties = [];
        }

        properties[Member] = Answer.Object(
            ("stamp", Stamp), ("from", From), ("by", By), ("byId", ById), ("at", At is { } at ? JsonValue.Create(at) : null),
            ("recent", Answer.Array(Recent.Select(r => (JsonNode?)JsonValue.Create(r)))));
    }

    public static void RemoveFrom(JsonObject definition) => (definition["customProperties"] as JsonObject)?.Remove(Member);

    /// <summary>Digest of what a person can change, over the stamp it was made from.</summary>
    public static string Digest(JsonObject definition, string from)
    {
        var text = new StringBuilder(from);
        foreach (var name in Content)
        {
            var value = definition[name]?.DeepClone();
            if (name == "customProperties")
            {
                (value as JsonObject)?.Remove(Member);
            }

            text.Append('\n').Append(value is null or JsonObject { Count: 0 } or JsonArray { Count: 0 } ? "" : value.ToJsonString());
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }
}
