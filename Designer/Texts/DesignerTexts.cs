namespace Pana.Designer.Texts;

/// <summary>Marks the designer's own texts; Elsa Studio's are in <c>wwwroot/texts</c>.</summary>
public sealed class DesignerTexts;
