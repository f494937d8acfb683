using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// Brings the files of <c>Workflows</c> into the store at start. A file is imported when its content is not what was last
/// imported. What a designer changed is never overwritten: the file becomes a draft beside it.
/// </summary>
public sealed class ContentImporter(CaseDb db, DbSession session, CasesOptions options, ObligationCatalog limits, TimeProvider time, ILogger<ContentImporter> log)
{
    // Any number: it keeps two hosts that start together from importing the same file twice.
    private const long ImportLock = 732_026;

    /// <summary>Imports every form and document, the calendar, the limits and the staffing norms of the folder, all in one transaction. The files were checked when the catalogues were made.</summary>
    public Task ImportAsync(CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            if (session.Kind == DatabaseKind.Postgres)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ImportLock})", token);
            }

            var stored = (await db.ContentVersions.ToListAsync(token)).ToLookup(version => (version.Kind, version.Key));
            foreach (var (kind, key, body) in Files())
            {
                await ImportAsync([.. stored[(kind, key)].OrderByDescending(version => version.Number)], kind, key, body, token);
            }
        },
        ct);

    private async Task ImportAsync(List<ContentVersion> versions, ContentKind kind, string key, string body, CancellationToken ct)
    {
        var hash = ContentReader.Hash(body);
        if (versions.Find(version => version.ImportedHash is not null)?.ImportedHash == hash)
        {
            return;
        }

        var edited = versions.Exists(version => version.ImportedHash is null && (version.IsCurrent || version.IsDraft));
        var waiting = versions.FirstOrDefault() is { IsDraft: true, ImportedHash: not null } newest ? newest : null;
        var now = time.GetUtcNow();
        var row = waiting ?? db.ContentVersions.Add(new ContentVersion
        {
            Kind = kind,
            Key = key,
            Number = versions.Count == 0 ? 1 : versions[0].Number + 1,
            Body = body,
            Digest = "",
            CreatedAt = now,
        }).Entity;
        (row.Body, row.Digest, row.ImportedHash, row.ChangedAt) = (body, ContentReader.Digest(body), hash, now);
        row.Revision++;
        if (edited)
        {
            ContentLog.BesideEdited(log, row.Subject);
            return;
        }

        // The unique current version must give way first.
        if (versions.Find(version => version.IsCurrent) is { } current)
        {
            current.IsCurrent = false;
            await db.SaveChangesAsync(ct);
        }

        row.IsCurrent = true;
        row.PublishedAt = now;
        row.AppliesFrom = kind == ContentKind.Limits && row.Number > 1 ? LocalDay.Of(now, TimeZoneInfo.FindSystemTimeZoneById(limits.Setting("timeZone").GetString()!)) : null;
        ContentLog.Imported(log, row.Subject);
    }

    private IEnumerable<(ContentKind Kind, string Key, string Body)> Files()
    {
        var folder = options.WorkflowsFolder;
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "Forms"), "*.json").Order(StringComparer.Ordinal))
        {
            yield return (ContentKind.Form, Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));
        }

        foreach (var text in DocumentFiles.Texts(Path.Combine(folder, "Documents"), []))
        {
            yield return (ContentKind.Document, DocumentBody.Parse(text).Kind.Kind, text);
        }

        yield return (ContentKind.Calendar, ContentReader.CalendarKey, File.ReadAllText(Path.Combine(folder, "Calendar", "kz.json")));
        yield return (ContentKind.Staffing, StaffNormsFile.Key, File.ReadAllText(Path.Combine(folder, "Staffing", "norms.json")));
        yield return (ContentKind.Limits, ContentReader.LimitsKey, File.ReadAllText(Path.Combine(folder, "Obligations", "limits.json")));
    }
}
