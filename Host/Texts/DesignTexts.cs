namespace Pana.Portal.Texts;

/// <summary>Texts of the process designer's pages beside Elsa Studio.</summary>
public sealed class DesignTexts;
