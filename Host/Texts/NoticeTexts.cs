namespace Pana.Portal.Texts;

/// <summary>Marks the words of letters that leave the portal: <c>NoticeTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class NoticeTexts;
