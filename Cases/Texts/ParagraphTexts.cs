namespace Pana.Cases;

/// <summary>The wording of the Standard by paragraph, from <c>Workflows/Texts/paragraphs.json</c>; the Kazakh text is verbatim.</summary>
public sealed class ParagraphTexts
{
    private readonly IReadOnlyDictionary<string, LocalizedText> _paragraphs;

    private ParagraphTexts(IReadOnlyDictionary<string, LocalizedText> paragraphs) => _paragraphs = paragraphs;

    /// <summary>All paragraphs and their items, keyed like <c>28</c>, <c>13</c> or <c>p28.1</c>.</summary>
    public IReadOnlyDictionary<string, LocalizedText> All => _paragraphs;

    /// <summary>Reads <c>paragraphs.json</c> of the folder.</summary>
    public static ParagraphTexts Load(string folder) => new(DataFile.Read<Dictionary<string, LocalizedText>>(folder, "paragraphs.json"));

    /// <summary>The text of a paragraph or item; null when there is none.</summary>
    public LocalizedText? Find(string paragraph) => _paragraphs.GetValueOrDefault(paragraph);
}
