namespace Pana.Engine;

/// <summary>Asks for a new instance of the published version of a definition.</summary>
public sealed record StartWorkflow(string DefinitionId)
{
    /// <summary>The id of the new instance; made by the engine when null. Starting twice with the same id is refused.</summary>
    public string? InstanceId { get; init; }

    /// <summary>What ties the instance to the outside, such as the case id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The name shown in lists: a case code, never a person's name.</summary>
    public string? Name { get; init; }

    /// <summary>The input by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = EmptyInput.Instance;

    /// <summary>The activity to start from, when a trigger starts the instance.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>A particular version to run instead of the published one, for trying out a draft.</summary>
    public string? DefinitionVersionId { get; init; }

    /// <summary>Whether nobody asked: there is no person to tell of a refusal.</summary>
    internal bool Unattended { get; init; }
}
