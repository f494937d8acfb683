namespace Pana.Engine;

/// <summary>A recurring start whose moment has come: which definition, by which of its activities, and how it goes on.</summary>
internal sealed record DueStart(string TimerId, string DefinitionId, string DefinitionVersionId, string ActivityId, string? Schedule, DateTimeOffset DueAt);
