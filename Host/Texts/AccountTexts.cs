namespace Pana.Portal.Texts;

/// <summary>Marks the texts of signing in and out: <c>AccountTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class AccountTexts;
