using Pana.Engine;

namespace Pana.Designer;

/// <summary>What the studio has a descriptor for: the catalogue's types, and the definitions that are offered as steps, version by version.</summary>
internal sealed class KnownSteps(ActivityCatalog catalog, IEnumerable<ActivityDescriptor> usable)
{
    private readonly HashSet<(string, int)> _usable = [.. usable.Select(d => (d.TypeName, d.Version))];

    public bool Has(DefinitionActivity step) =>
        catalog.Find(step.Type) is not null || (_usable.Count > 0 && _usable.Contains((step.Type, WorkflowDefinition.Number(step.Json["version"]) ?? 1)));
}
