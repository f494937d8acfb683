using System.Collections.Concurrent;

namespace Pana.Engine;

/// <summary>Compiled versions by version id. A published version never changes, so an entry is never stale; drafts are not kept.</summary>
internal sealed class CompiledWorkflows(DefinitionCompiler compiler)
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<string, CompiledWorkflow> _byVersion = new(StringComparer.Ordinal);

    public CompiledWorkflow? Find(string versionId) => _byVersion.GetValueOrDefault(versionId);

    public CompiledWorkflow Add(WorkflowDefinition definition, bool keep)
    {
        var compiled = compiler.Compile(definition);
        if (keep)
        {
            if (_byVersion.Count >= Most)
            {
                _byVersion.Clear();
            }

            _byVersion[definition.Id] = compiled;
        }

        return compiled;
    }
}
