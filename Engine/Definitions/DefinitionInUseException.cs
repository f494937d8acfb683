namespace Pana.Engine;

/// <summary>A definition was not retracted or deleted: it is a step of others.</summary>
public sealed class DefinitionInUseException(string definitionId, IReadOnlyList<string> consumers) : InvalidOperationException(
    $"Definition '{definitionId}' is a step of: {string.Join(", ", consumers)}. Take it out of them, or let them use another version, and publish them first.")
{
    /// <summary>The names of the definitions that use it.</summary>
    public IReadOnlyList<string> Consumers { get; } = consumers;
}
