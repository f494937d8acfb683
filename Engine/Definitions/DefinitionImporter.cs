using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Pana.Engine;

/// <summary>
/// Brings definition files into the store at start. A file is imported when its content is not what was last imported.
/// What a designer changed is never overwritten: the file becomes a draft beside it.
/// </summary>
public sealed partial class DefinitionImporter
{
    private readonly DefinitionStore _store;
    private readonly IDefinitionRows _rows;
    private readonly DefinitionValidator _validator;
    private readonly ILogger<DefinitionImporter> _logger;

    internal DefinitionImporter(DefinitionStore store, IDefinitionRows rows, DefinitionValidator validator, ILogger<DefinitionImporter> logger)
    {
        _store = store;
        _rows = rows;
        _validator = validator;
        _logger = logger;
    }

    /// <summary>Imports every <c>*.json</c> in the folder, in the order of their names. All files are checked before any is imported.</summary>
    /// <exception cref="InvalidDefinitionException">A file has defects; those of all files are named.</exception>
    public async Task<IReadOnlyList<ImportedDefinition>> ImportFolderAsync(string path, CancellationToken ct = default)
    {
        var files = Directory.Exists(path)
            ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToList()
            : throw new DirectoryNotFoundException($"The folder of definitions '{Path.GetFullPath(path)}' does not exist. Correct WorkflowEngineOptions.DefinitionsFolder.");
        var defects = new List<DefinitionDefect>();
        var definitions = new List<(WorkflowDefinition Definition, string Hash)>();
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, ct).ConfigureAwait(false);
            var found = _validator.Validate(text);
            defects.AddRange(found.Select(d => d with { Path = $"{Path.GetFileName(file)} {d.Path}" }));
            if (found.Count == 0)
            {
                definitions.Add((WithId(WorkflowDefinition.Parse(text), file), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
            }
        }

        if (defects.Count > 0)
        {
            throw new InvalidDefinitionException(path, defects);
        }

        var results = new List<ImportedDefinition>();
        foreach (var (definition, hash) in UsedFirst(definitions))
        {
            results.Add(await ImportAsync(definition, hash, ct).ConfigureAwait(false));
        }

        return results;
    }

    /// <summary>What is a step of another comes before it. A circle stays as it is, and is refused where it is published.</summary>
    private static IEnumerable<(WorkflowDefinition Definition, string Hash)> UsedFirst(List<(WorkflowDefinition Definition, string Hash)> definitions)
    {
        var left = definitions.Select(d => (File: d, Uses: d.Definition.Activities.Select(step => UsedDefinition.Read(step.Json)?.DefinitionId).OfType<string>().ToHashSet())).ToList();
        while (left.Count > 0)
        {
            var next = Math.Max(0, left.FindIndex(d => !left.Any(other => d.Uses.Contains(other.File.Definition.DefinitionId))));
            yield return left[next].File;
            left.RemoveAt(next);
        }
    }

    private async Task<ImportedDefinition> ImportAsync(WorkflowDefinition definition, string hash, CancellationToken ct)
    {
        var versions = await _rows.FindVersionsAsync(definition.DefinitionId, ct).ConfigureAwait(false);
        if (versions.FirstOrDefault(v => v.ImportedHash is not null)?.ImportedHash == hash)
        {
            return new ImportedDefinition(definition.DefinitionId, ImportOutcome.Unchanged);
        }

        // A designer's version carries no hash; then publishing the file over it is a person's decision.
        var edited = versions is [{ ImportedHash: null }, ..];
        await _store.SaveDraftAsync(definition, hash, ct).ConfigureAwait(false);
        if (edited)
        {
            BesideEdited(_logger, definition.DefinitionId);
            return new ImportedDefinition(definition.DefinitionId, ImportOutcome.DraftBesideEdited);
        }

        await _store.PublishAsync(definition.DefinitionId, ct).ConfigureAwait(false);
        Imported(_logger, definition.DefinitionId);
        return new ImportedDefinition(definition.DefinitionId, ImportOutcome.Published);
    }

    private static WorkflowDefinition WithId(WorkflowDefinition definition, string file) => definition.DefinitionId.Length > 0
        ? definition
        : definition.With(new KeyValuePair<string, System.Text.Json.Nodes.JsonNode?>("definitionId", Path.GetFileNameWithoutExtension(file)));

    [LoggerMessage(1001, LogLevel.Information, "Definition {DefinitionId} was imported from its file and published.")]
    private static partial void Imported(ILogger logger, string definitionId);

    [LoggerMessage(1002, LogLevel.Warning, "Definition {DefinitionId} was edited since it was imported; its file became a draft beside it, and was not published.")]
    private static partial void BesideEdited(ILogger logger, string definitionId);
}
