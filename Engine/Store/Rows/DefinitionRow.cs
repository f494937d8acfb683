namespace Pana.Engine;

/// <summary>A version of a workflow definition. Its JSON is immutable once published.</summary>
public sealed class DefinitionRow
{
    public required string VersionId { get; set; }

    public required string DefinitionId { get; set; }

    public int Version { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    /// <summary>The whole definition in Elsa's JSON format.</summary>
    public required string Json { get; set; }

    /// <summary>Digest of the file this version was imported from; null when a designer wrote it.</summary>
    public string? ImportedHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }
}
