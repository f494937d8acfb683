using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>Files that Elsa imports: one definition as JSON, several as ZIP.</summary>
internal sealed class ExportDefinitions(DefinitionStore store, ReadDefinitions read)
{
    private static readonly JsonSerializerOptions Indented = new(Answer.Options) { WriteIndented = true };

    public async Task<IResult> OneAsync(string definitionId, string? versionOptions, bool? includeConsumingWorkflows, HttpContext context, CancellationToken ct)
    {
        if (await read.FindAsync(definitionId, versionOptions, ct) is not { } definition)
        {
            return Answer.Missing("There is nothing with this id here.");
        }

        return includeConsumingWorkflows == true
            ? Zip(await WithUsersAsync([definition], ct), context)
            : Answer.File(Bytes(definition), "application/json", NameOf(definition), context);
    }

    public async Task<IResult> ManyAsync(string[] versionIds, bool includeConsumingWorkflows, HttpContext context, CancellationToken ct)
    {
        var definitions = new List<WorkflowDefinition>();
        foreach (var id in versionIds)
        {
            if (await store.GetVersionAsync(id, ct) is { } definition)
            {
                definitions.Add(definition);
            }
        }

        return Zip(includeConsumingWorkflows ? await WithUsersAsync(definitions, ct) : definitions, context);
    }

    /// <summary>Adds the definitions that run the given ones by <c>Elsa.ExecuteWorkflow</c> and its kin, and those that run these.</summary>
    private async Task<IReadOnlyList<WorkflowDefinition>> WithUsersAsync(IReadOnlyList<WorkflowDefinition> definitions, CancellationToken ct)
    {
        var all = (await store.ListAsync(ct)).Where(d => d.IsLatest).ToList();
        var found = definitions.ToDictionary(d => d.DefinitionId);
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var user in all.Where(d => !found.ContainsKey(d.DefinitionId)))
            {
                if (user.Activities.Any(a => a.Constant("WorkflowDefinitionId") is string id && found.ContainsKey(id)))
                {
                    found.Add(user.DefinitionId, user);
                    grew = true;
                }
            }
        }

        return [.. found.Values];
    }

    private static IResult Zip(IReadOnlyList<WorkflowDefinition> definitions, HttpContext context)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var definition in definitions)
            {
                using var entry = zip.CreateEntry(NameOf(definition)).Open();
                entry.Write(Bytes(definition));
            }
        }

        return Answer.File(memory.ToArray(), "application/zip", "workflow-definitions.zip", context);
    }

    private static byte[] Bytes(WorkflowDefinition definition) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(StudioDefinition.ToFile(definition), Indented);

    private static string NameOf(WorkflowDefinition definition) => $"workflow-definition-{definition.DefinitionId}-{definition.Version}.json";
}
