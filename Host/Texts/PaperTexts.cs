namespace Pana.Portal.Texts;

/// <summary>Marks the texts of the paper pages: <c>PaperTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class PaperTexts;
