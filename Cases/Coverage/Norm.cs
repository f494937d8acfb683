namespace Pana.Cases;

/// <summary>One norm: the smallest part of a paragraph that demands something of its own.</summary>
/// <param name="Id">Its id, for example <c>p28.1</c>.</param>
/// <param name="Paragraph">Its paragraph, for example <c>28</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its own words; the Kazakh ones are the law's.</param>
/// <param name="Lead">The words that open the list it stands in; null when it stands in none.</param>
public sealed record Norm(string Id, string Paragraph, NormKind Kind, LocalizedText Text, LocalizedText? Lead);
