namespace Pana.Portal.Texts;

/// <summary>Marks the texts of the book of complaints and suggestions: <c>BookTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class BookTexts;
