namespace Pana.Portal.Texts;

/// <summary>Marks the texts of the demo clock: <c>DemoTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class DemoTexts;
