namespace Pana.Engine;

/// <summary>What importing a definition file did.</summary>
public sealed record ImportedDefinition(string DefinitionId, ImportOutcome Outcome);
