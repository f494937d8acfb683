namespace Pana.Cases;

/// <summary>One answer of a radio, select or checklist.</summary>
public sealed record FormOption(string Value, LocalizedText Label);
