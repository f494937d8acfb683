namespace Pana.Portal.Texts;

/// <summary>Marks the texts of the pages of services given: <c>ServiceTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class ServiceTexts;
