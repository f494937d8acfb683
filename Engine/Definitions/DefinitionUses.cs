using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// Which definitions are steps of which. Checks, when one is published, what only the others can tell; a definition
/// without such steps and not usable as one asks nothing.
/// </summary>
internal sealed class DefinitionUses(IDefinitionRows rows, ActivityCatalog catalog)
{
    /// <summary>The steps that are other definitions.</summary>
    public IEnumerable<(DefinitionActivity Step, UsedDefinition Used)> In(WorkflowDefinition definition)
    {
        foreach (var step in definition.Activities)
        {
            if (catalog.Find(step.Type) is null && UsedDefinition.Read(step.Json) is { } used)
            {
                yield return (step, used);
            }
        }
    }

    /// <summary>
    /// Every defect of the definition's use of others and of its use as a step, and the definition with the id of each
    /// version it uses written onto the step: from then on it is found by it alone.
    /// </summary>
    public async Task<(WorkflowDefinition Pinned, IReadOnlyList<DefinitionDefect> Defects)> CheckAsync(WorkflowDefinition definition, CancellationToken ct)
    {
        var defects = new List<DefinitionDefect>();
        if (UsableDefinition.IsMarked(definition))
        {
            await CheckUsableAsync(definition, defects, ct).ConfigureAwait(false);
        }

        if (!In(definition).Any())
        {
            return (definition, defects);
        }

        var pinned = definition.With();
        foreach (var (step, used) in In(pinned))
        {
            if (await used.FindAsync(rows, ct).ConfigureAwait(false) is not { } row)
            {
                var known = used.DefinitionId.Length == 0 ? [] : await rows.FindVersionsAsync(used.DefinitionId, ct).ConfigureAwait(false);
                var published = string.Join(", ", known.Where(v => v.PublishedAt is not null).Select(v => v.Version).Order());
                Add(defects, step, EngineDefects.UsedMissing, known is [var newest, ..] ? newest.Name ?? used.DefinitionId : step.Type, $"{used.Version}", published.Length == 0 ? "–" : published);
                continue;
            }

            await CheckUseAsync(pinned, step, DefinitionStore.Read(row), defects, ct).ConfigureAwait(false);
            step.Json[UsedDefinition.DefinitionIdMember] = row.DefinitionId;
            step.Json[UsedDefinition.VersionIdMember] = row.VersionId;
            step.Json["version"] = row.Version;
            step.Json["type"] = UsableDefinition.TypeNameOf(row.Name) is { Length: > 0 } typeName ? typeName : step.Type;
        }

        return (pinned, defects);
    }

    /// <summary>The versions of other definitions that have this definition as a step, or this version of it; ordered by name.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> ConsumersAsync(string definitionId, string? versionId, CancellationToken ct)
    {
        var (member, value) = versionId is null ? (UsedDefinition.DefinitionIdMember, definitionId) : (UsedDefinition.VersionIdMember, versionId);
        var mentioning = await rows.FindMentioningAsync($"\"{member}\":{JsonValue.Create(value).ToJsonString(DefinitionJson.Compact)}", ct).ConfigureAwait(false);
        return [.. mentioning.Where(r => r.DefinitionId != definitionId).Select(DefinitionStore.Read)
            .Where(d => In(d).Any(u => versionId is null ? u.Used.DefinitionId == definitionId : u.Used.VersionId == versionId))];
    }

    private async Task CheckUsableAsync(WorkflowDefinition definition, List<DefinitionDefect> defects, CancellationToken ct)
    {
        var typeName = UsableDefinition.TypeNameOf(definition.Name);
        if (typeName.Length == 0)
        {
            defects.Add(new DefinitionDefect(null, "$.name", EngineDefects.UsableWithoutName));
            return;
        }

        var others = (await rows.FindMentioningAsync(UsableDefinition.MarkInJson, ct).ConfigureAwait(false)).Where(r => r.DefinitionId != definition.DefinitionId && r.PublishedAt is not null);
        if (others.FirstOrDefault(r => UsableDefinition.TypeNameOf(r.Name) == typeName) is { } other)
        {
            defects.Add(new DefinitionDefect(null, "$.name", EngineDefects.UsableNameTaken, definition.Name!, other.Name!, other.DefinitionId));
        }

        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (argument, path) in definition.Inputs.Select((a, i) => (a, $"$.inputs[{i}].name")).Concat(definition.Outputs.Select((a, i) => (a, $"$.outputs[{i}].name"))))
        {
            if (UsableDefinition.IsReserved(argument.Name))
            {
                defects.Add(new DefinitionDefect(null, path, EngineDefects.ReservedArgument, argument.Name));
            }
            else if (!known.TryAdd(UsableDefinition.KeyOf(argument.Name), argument.Name))
            {
                defects.Add(new DefinitionDefect(null, path, EngineDefects.ArgumentsAlike, argument.Name, known[UsableDefinition.KeyOf(argument.Name)]));
            }
        }
    }

    private async Task CheckUseAsync(WorkflowDefinition definition, DefinitionActivity step, WorkflowDefinition used, List<DefinitionDefect> defects, CancellationToken ct)
    {
        if (!UsableDefinition.IsMarked(used))
        {
            Add(defects, step, EngineDefects.UsedNotUsable, used.Name ?? used.DefinitionId, $"{used.Version}");
        }

        if (await CircleAsync(definition, used, [], ct).ConfigureAwait(false) is { } circle)
        {
            Add(defects, step, EngineDefects.UsesItself, string.Join(" → ", circle.Prepend(definition.Name ?? definition.DefinitionId)));
        }

        CheckInputs(step, used, defects);
        CheckOutcomes(definition, step, used, defects);
    }

    /// <summary>The names from the used definition back to the one that is published; null when no way leads back.</summary>
    private async Task<IReadOnlyList<string>?> CircleAsync(WorkflowDefinition start, WorkflowDefinition at, HashSet<string> seen, CancellationToken ct)
    {
        var name = at.Name ?? at.DefinitionId;
        if (at.DefinitionId == start.DefinitionId)
        {
            return [name];
        }

        foreach (var (_, used) in seen.Add(at.Id) ? In(at) : [])
        {
            if (await used.FindAsync(rows, ct).ConfigureAwait(false) is { } row && await CircleAsync(start, DefinitionStore.Read(row), seen, ct).ConfigureAwait(false) is { } way)
            {
                return [name, .. way];
            }
        }

        return null;
    }

    private static void CheckInputs(DefinitionActivity step, WorkflowDefinition used, List<DefinitionDefect> defects)
    {
        var declared = used.Inputs.ToLookup(i => UsableDefinition.KeyOf(i.Name));
        foreach (var (member, _) in WorkflowDefinitionActivity.ExpressionsOf(step.Json))
        {
            if (declared[UsableDefinition.KeyOf(member)].FirstOrDefault() is { } argument && step.Constant(member) is { } constant)
            {
                try
                {
                    VariableValues.Of(argument.ToVariable(), constant);
                }
                catch (InvalidOperationException)
                {
                    defects.Add(new DefinitionDefect(step.Id, $"{step.Path}.{member}", EngineDefects.BadConstant, argument.TypeName, PlainData.Describe(constant), ""));
                }
            }
        }
    }

    private static void CheckOutcomes(WorkflowDefinition definition, DefinitionActivity step, WorkflowDefinition used, List<DefinitionDefect> defects)
    {
        var known = UsableDefinition.OutcomesOf(used);
        foreach (var chart in definition.Activities.Where(a => a.Type == "Elsa.Flowchart" && $"{a.NodeId}:{step.Id}" == step.NodeId))
        {
            foreach (var outcome in chart.Connections.Where(c => c.From == step.Id && !known.Contains(c.Outcome)).Select(c => c.Outcome).Distinct())
            {
                defects.Add(new DefinitionDefect(step.Id, $"{chart.Path}.connections", EngineDefects.UnknownOutcome, step.Id, outcome, string.Join(", ", known)));
            }
        }
    }

    private static void Add(List<DefinitionDefect> defects, DefinitionActivity step, DefectKind kind, params IReadOnlyList<string> arguments) =>
        defects.Add(new DefinitionDefect(step.Id, step.Path, kind, arguments));
}
