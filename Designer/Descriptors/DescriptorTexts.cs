using System.Text.Json;
using System.Text.Json.Serialization;
using Pana.Cases;

namespace Pana.Designer;

/// <summary>What the designer calls the steps, their fields, ports and choices, in the three languages.</summary>
internal sealed class DescriptorTexts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required IReadOnlyDictionary<string, LocalizedText> Categories { get; init; }

    public required IReadOnlyDictionary<string, Entry> Types { get; init; }

    /// <summary>Fields by <c>Namespace.*.Name</c>.</summary>
    public required IReadOnlyDictionary<string, Entry> Inputs { get; init; }

    /// <summary>Fields and outputs by name, when nothing more exact is known.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Members { get; init; }

    public required IReadOnlyDictionary<string, LocalizedText> Ports { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, LocalizedText>> Choices { get; init; }

    public required IReadOnlyDictionary<string, LocalizedText> Expressions { get; init; }

    public required IReadOnlyDictionary<string, LocalizedText> Words { get; init; }

    public static DescriptorTexts Load()
    {
        using var stream = typeof(DescriptorTexts).Assembly.GetManifestResourceStream("descriptors/descriptors.json")
            ?? throw new InvalidOperationException("Expected Descriptors/Texts/descriptors.json inside the program; found none. Build the project Designer again.");
        return JsonSerializer.Deserialize<DescriptorTexts>(stream, Options)!;
    }

    /// <summary>A name, and what it means where that needs saying.</summary>
    internal sealed record Entry(LocalizedText Name, LocalizedText? Description = null);
}
