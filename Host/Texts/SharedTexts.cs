namespace Pana.Portal.Texts;

/// <summary>Marks the texts every page shares: <c>SharedTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class SharedTexts;
