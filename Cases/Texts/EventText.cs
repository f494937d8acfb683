using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>One case event: what it is called in the three languages and which paragraphs it carries out. <see cref="Operational"/> marks what the Standard does not contain.</summary>
public sealed record EventText(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("title")] LocalizedText Title,
    [property: JsonPropertyName("paragraphs")] IReadOnlyList<string> Paragraphs,
    [property: JsonPropertyName("operational")] bool Operational = false);
