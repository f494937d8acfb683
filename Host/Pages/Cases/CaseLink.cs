namespace Pana.Portal.Pages.Cases;

/// <summary>A case that belongs to this one: text key of the relation, and the code.</summary>
internal sealed record CaseLink(string Relation, string Code);
