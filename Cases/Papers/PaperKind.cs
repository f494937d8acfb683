using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>What <c>Workflows/Documents/&lt;kind&gt;.json</c> says of a kind of paper.</summary>
public sealed record PaperKind
{
    /// <summary>The code, the name of the files.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>The title in three languages.</summary>
    [JsonIgnore]
    public LocalizedText Title => TitleWords.Text;

    /// <summary>The paragraphs of the Standard that ask for the paper.</summary>
    [JsonPropertyName("paragraphs")]
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>The languages that have a template, Kazakh first.</summary>
    [JsonPropertyName("languages")]
    public IReadOnlyList<string> Languages { get; init; } = ["kk", "ru"];

    /// <summary>Every field the templates may print, lists with [] at the end; anything else is refused when they are read.</summary>
    [JsonPropertyName("fields")]
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Who signs; when all with <see cref="PaperSigner.Least"/> above 0 have, the paper is frozen.</summary>
    [JsonPropertyName("signers")]
    public IReadOnlyList<PaperSigner> Signers { get; init; } = [];

    /// <summary>
    /// Codes of the roles of the organisation that may open the paper. Empty: everybody who may open the case; when it prints
    /// health values or psychological notes, only the roles that may read those.
    /// </summary>
    [JsonPropertyName("readers")]
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>The roles that may open the paper, as a mask; 0 for everybody who may open the case.</summary>
    [JsonIgnore]
    internal int ReaderMask => Readers.Count > 0 ? RoleCodes.Mask(Readers.Select(RoleCodes.Parse)) : VaultRights.ReadersOf(Fields);

    [JsonPropertyName("title")]
    [JsonInclude]
    internal PaperWords TitleWords { get; init; } = new();
}

/// <summary>Words in three languages as the data files write them.</summary>
internal sealed record PaperWords
{
    [JsonPropertyName("kk")]
    public string Kk { get; init; } = "";

    [JsonPropertyName("ru")]
    public string Ru { get; init; } = "";

    [JsonPropertyName("en")]
    public string En { get; init; } = "";

    [JsonIgnore]
    public LocalizedText Text => new(Kk, Ru, En);
}
