namespace Pana.Portal.Texts;

/// <summary>Marks the texts of staff, rooms and things held: <c>HouseTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class HouseTexts;
