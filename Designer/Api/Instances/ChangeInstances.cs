using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// Cancels, deletes and exports instances. One that belongs to a case is part of the case's history and is not
/// deleted here; it ends with the case.
/// </summary>
internal sealed class ChangeInstances(WorkflowDb db, WorkflowRuntime runtime, ReadInstances read, ReadJournal journal, DesignerActs acts, IStringLocalizer<DesignerTexts> texts)
{
    private static readonly JsonSerializerOptions Indented = new(Answer.Options) { WriteIndented = true };

    public async Task<IResult> CancelAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var running = await db.WorkflowInstances.AsNoTracking().Where(i => ids.Contains(i.Id) && i.FinishedAt == null).ToListAsync(ct);
        var refused = new List<string>();
        foreach (var instance in running)
        {
            try
            {
                await acts.DoAsync(
                    async token =>
                    {
                        await runtime.CancelAsync(instance.Id, token);
                        acts.NoteRun("cancelled", instance.Id, instance.DefinitionId, instance.DefinitionVersion, instance.CorrelationId);
                        return true;
                    },
                    ct);
            }
            catch (Exception e) when (e is WorkflowFaultedException or WorkflowRefusedException)
            {
                refused.Add(texts["CancelFailed", instance.Id, e.Message]);
            }
        }

        return refused.Count > 0 ? Answer.Refuse(refused) : Answer.Json(new JsonObject { ["cancelledCount"] = running.Count });
    }

    /// <summary>By ids, or every running instance of a definition or of one version.</summary>
    public async Task<IResult> CancelManyAsync(JsonObject? request, CancellationToken ct)
    {
        if (request?["ids"] is JsonArray ids)
        {
            return await CancelAsync([.. ids.Select(i => i?.ToString() ?? "")], ct);
        }

        var (version, definition) = ((string?)request?["definitionVersionId"], (string?)request?["definitionId"]);
        return version is null && definition is null
            ? Answer.Refuse(texts["NothingChosen"])
            : await CancelAsync(
                await db.WorkflowInstances.AsNoTracking()
                    .Where(i => i.FinishedAt == null && (version == null || i.DefinitionVersionId == version) && (definition == null || i.DefinitionId == definition))
                    .Select(i => i.Id).ToListAsync(ct),
                ct);
    }

    /// <summary>"Cancel all that match" of the list; no other alteration exists here.</summary>
    public async Task<IResult> AlterAsync(JsonObject? request, CancellationToken ct)
    {
        var kinds = (request?["alterations"] as JsonArray ?? []).Select(a => (string?)a?["type"]).ToList();
        return kinds is ["Cancel"] && request!["filter"] is JsonObject filter
            ? await CancelAsync(await new InstanceQuery(filter).Over(db).Where(i => i.FinishedAt == null).Select(i => i.Id).ToListAsync(ct), ct)
            : Answer.Refuse(texts["OnlyCancel"]);
    }

    public async Task<IResult> DeleteAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var rows = await db.WorkflowInstances.Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        if (rows.FirstOrDefault(i => i.CorrelationId != null) is { } kept)
        {
            return Answer.Refuse(texts["BelongsToCase", kept.Name ?? kept.Id]);
        }

        if (rows.FirstOrDefault(i => i.FinishedAt == null) is { } running)
        {
            return Answer.Refuse(texts["StillRuns", running.Name ?? running.Id]);
        }

        var found = rows.Select(i => i.Id).ToList();
        foreach (var row in rows)
        {
            acts.NoteRun("deleted", row.Id, row.DefinitionId, row.DefinitionVersion, row.CorrelationId);
        }

        db.Journal.RemoveRange(await db.Journal.Where(j => found.Contains(j.InstanceId)).ToListAsync(ct));
        db.Incidents.RemoveRange(await db.Incidents.Where(x => x.InstanceId != null && found.Contains(x.InstanceId)).ToListAsync(ct));
        db.WorkflowInstances.RemoveRange(rows);
        await acts.DoAsync(token => db.SaveChangesAsync(token), ct);
        return Answer.Json(new JsonObject { ["deleted"] = found.Count, ["deletedCount"] = found.Count });
    }

    public async Task<IResult> ExportAsync(IReadOnlyList<string> ids, HttpContext context, CancellationToken ct)
    {
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var id in ids)
        {
            if (await read.FindAsync(id, ct) is { } instance)
            {
                var file = new JsonObject
                {
                    ["WorkflowState"] = instance["workflowState"]!.DeepClone(),
                    ["Bookmarks"] = instance["workflowState"]!["bookmarks"]!.DeepClone(),
                    ["ActivityExecutionRecords"] = Answer.Array((await journal.LoadAsync(id, ct)).Select(e => e.ToRecord())),
                };
                files.Add(($"workflow-instance-{id}.json", JsonSerializer.SerializeToUtf8Bytes<JsonNode>(file, Indented)));
            }
        }

        if (files is [var only])
        {
            return Answer.File(only.Bytes, "application/json", only.Name, context);
        }

        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return Answer.File(memory.ToArray(), "application/zip", "workflow-instances.zip", context);
    }

    /// <summary>A case's history is written here only; one brought from outside would be a forgery.</summary>
    public IResult RefuseImport() => Answer.Refuse(texts["NoInstanceImport"]);
}
