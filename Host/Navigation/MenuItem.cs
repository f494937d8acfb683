namespace Pana.Portal.Navigation;

/// <summary>One section: its key (a page sets <c>ViewData["Nav"]</c> to it), address, text key in SharedTexts, and the right it needs.</summary>
/// <param name="Key">Key a page names itself by.</param>
/// <param name="Href">Address.</param>
/// <param name="Text">Key of the text in SharedTexts.</param>
/// <param name="Policy">Right needed to see it.</param>
/// <param name="Minor">Not in the bottom bar of a narrow screen.</param>
public sealed record MenuItem(string Key, string Href, string Text, string Policy, bool Minor = false);
