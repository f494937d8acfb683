using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// Drafts and versions of forms, documents, the calendar and the limits. A draft may have defects; publishing refuses
/// them all at once. A published version never changes: editing it begins the next one.
/// </summary>
public sealed class ContentStore(
    CaseDb db,
    DbSession session,
    CurrentActor actor,
    AuditTrail audit,
    ContentLibrary library,
    PaperTemplates templates,
    EventCatalog events,
    ObligationCatalog limits,
    IEnumerable<IContentCheck> checks,
    TimeProvider time,
    ILogger<ContentStore> log)
{
    /// <summary>The current version and the drafts of a kind, without their bodies, by key and number.</summary>
    public async Task<IReadOnlyList<ContentVersion>> ListAsync(ContentKind kind, CancellationToken ct = default) =>
        await WithoutBody(db.ContentVersions.Where(version => version.Kind == kind && (version.IsCurrent || version.PublishedAt == null)))
            .OrderBy(version => version.Key).ThenBy(version => version.Number).ToListAsync(ct);

    /// <summary>Every version of one, the newest first, without the bodies.</summary>
    public async Task<IReadOnlyList<ContentVersion>> VersionsAsync(ContentKind kind, string key, CancellationToken ct = default) =>
        await WithoutBody(db.ContentVersions.Where(version => version.Kind == kind && version.Key == key))
            .OrderByDescending(version => version.Number).ToListAsync(ct);

    /// <summary>The version of a number, or null.</summary>
    public Task<ContentVersion?> FindAsync(ContentKind kind, string key, int number, CancellationToken ct = default) =>
        db.ContentVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Kind == kind && version.Key == key && version.Number == number, ct);

    /// <summary>What one edits: the newest draft, else the current version; null when there is neither.</summary>
    public Task<ContentVersion?> OpenAsync(ContentKind kind, string key, CancellationToken ct = default) => db.ContentVersions.AsNoTracking()
        .Where(version => version.Kind == kind && version.Key == key && (version.IsCurrent || version.PublishedAt == null))
        .OrderByDescending(version => version.Number).FirstOrDefaultAsync(ct);

    /// <summary>The draft that a changed file has left beside what a designer edited; null when none waits.</summary>
    public Task<ContentVersion?> FindFileDraftAsync(ContentKind kind, string key, CancellationToken ct = default) => db.ContentVersions.AsNoTracking()
        .Where(version => version.Kind == kind && version.Key == key && version.PublishedAt == null && version.ImportedHash != null)
        .OrderByDescending(version => version.Number).FirstOrDefaultAsync(ct);

    /// <summary>Every defect that would stop a publication, the content's own and those of what uses it.</summary>
    public async Task<IReadOnlyList<ContentDefect>> CheckAsync(ContentKind kind, string key, string body, CancellationToken ct = default)
    {
        List<ContentDefect> defects = [.. ContentReader.Check(kind, key, body, templates, events, limits)];
        if (defects.Count == 0)
        {
            var version = new ContentVersion { Kind = kind, Key = key, Body = body, Digest = ContentReader.Digest(body) };
            foreach (var check in checks)
            {
                defects.AddRange(await check.CheckAsync(version, ct));
            }
        }

        return defects;
    }

    /// <summary>
    /// Saves a draft: the draft that was looked at, or the next version when a published one was. <paramref name="seen"/> and
    /// <paramref name="revision"/> say what the page was showing.
    /// </summary>
    /// <exception cref="ContentChangedException">Somebody else has changed it or begun a draft since.</exception>
    public Task<ContentVersion> SaveDraftAsync(ContentKind kind, string key, string body, int seen, int revision, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return session.InTransactionAsync(
            async token =>
            {
                var newest = await db.ContentVersions.Where(version => version.Kind == kind && version.Key == key).OrderByDescending(version => version.Number).FirstOrDefaultAsync(token);
                if ((newest?.Number ?? 0) != seen || (newest?.Revision ?? 0) != revision)
                {
                    throw new ContentChangedException($"{kind}/{key}", newest?.ChangedByName, newest?.ChangedAt);
                }

                var now = time.GetUtcNow();
                // A draft that came from a file stays what the file says; changing it begins the next one.
                var draft = newest is { IsDraft: true, ImportedHash: null }
                    ? newest
                    : db.ContentVersions.Add(new ContentVersion { Kind = kind, Key = key, Number = seen + 1, Body = "", Digest = "", CreatedAt = now }).Entity;
                (draft.Body, draft.Digest) = (body, ContentReader.Digest(body));
                (draft.ChangedAt, draft.ChangedById, draft.ChangedByName) = (now, actor.Value.UserId, actor.Value.DisplayName);
                draft.Revision++;
                audit.Note("content.saved", null, draft.Subject, new JsonObject { ["digest"] = draft.Digest });
                await SaveAsync(draft, token);
                return draft;
            },
            ct);
    }

    /// <summary>Publishes a draft; refused whole when it has a defect. Limits hold for applications from <paramref name="appliesFrom"/> on, today at the earliest.</summary>
    /// <exception cref="ContentDefectsException">The draft has defects; all are named.</exception>
    /// <exception cref="ContentChangedException">The draft is not what the page was showing.</exception>
    public Task<ContentVersion> PublishAsync(ContentKind kind, string key, int number, int revision, DateOnly? appliesFrom = null, CancellationToken ct = default) =>
        session.InTransactionAsync(
            async token =>
            {
                var versions = await db.ContentVersions.Where(version => version.Kind == kind && version.Key == key && (version.IsCurrent || version.Number == number)).ToListAsync(token);
                var draft = versions.Find(version => version.Number == number && version.IsDraft && version.Revision == revision);
                var current = versions.Find(version => version.IsCurrent);
                if (draft is null || (current?.Number > number && draft.ImportedHash is null))
                {
                    throw new ContentChangedException($"{kind}/{key}/{number}", current?.ChangedByName, current?.PublishedAt);
                }

                if (current?.Number > number)
                {
                    // A designer has published since the file came; what is published now is the newest all the same.
                    draft.Number = 1 + await db.ContentVersions.Where(version => version.Kind == kind && version.Key == key).MaxAsync(version => version.Number, token);
                }

                var now = time.GetUtcNow();
                List<ContentDefect> defects = [.. await CheckAsync(kind, key, draft.Body, token)];
                if (kind == ContentKind.Limits)
                {
                    defects.AddRange(CheckDate(current, draft, appliesFrom, now));
                }

                if (defects.Count > 0)
                {
                    throw new ContentDefectsException(draft.Subject, defects);
                }

                // The unique current version must give way first.
                if (current is not null)
                {
                    current.IsCurrent = false;
                    await SaveAsync(current, token);
                }

                draft.IsCurrent = true;
                draft.AppliesFrom = kind == ContentKind.Limits ? appliesFrom : null;
                (draft.PublishedAt, draft.PublishedById, draft.PublishedByName) = (now, actor.Value.UserId, actor.Value.DisplayName);
                draft.Revision++;
                audit.Note("content.published", null, draft.Subject, new JsonObject { ["digest"] = draft.Digest, ["appliesFrom"] = appliesFrom?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
                await SaveAsync(draft, token);
                session.AfterCommit(() => library.RefreshAsync(CancellationToken.None));
                ContentLog.Published(log, draft.Subject, actor.Value.DisplayName);
                return draft;
            },
            ct);

    /// <summary>Throws a draft away; published versions stay for ever.</summary>
    public Task DiscardAsync(ContentKind kind, string key, int number, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            if (await db.ContentVersions.SingleOrDefaultAsync(version => version.Kind == kind && version.Key == key && version.Number == number && version.PublishedAt == null, token) is { } draft)
            {
                db.ContentVersions.Remove(draft);
                audit.Note("content.discarded", null, draft.Subject);
                await db.SaveChangesAsync(token);
            }
        },
        ct);

    private IEnumerable<ContentDefect> CheckDate(ContentVersion? current, ContentVersion draft, DateOnly? appliesFrom, DateTimeOffset now)
    {
        var today = LocalDay.Of(now, TimeZoneInfo.FindSystemTimeZoneById(limits.Setting("timeZone").GetString()!));
        if (appliesFrom is not { } from)
        {
            yield return new ContentDefect("from", null, ContentMessages.LimitsFrom);
        }
        else if (LimitEdition.FirstDay(current?.AppliesFrom, today) is var first && from < first)
        {
            yield return new ContentDefect("from", null, ContentMessages.LimitsTooEarly.Fill($"{from:yyyy-MM-dd}", $"{first:yyyy-MM-dd}"));
        }

        if (current is not null)
        {
            var ids = Ids(draft.Body).ToHashSet(StringComparer.Ordinal);
            foreach (var lost in Ids(current.Body).Where(id => !ids.Contains(id)))
            {
                yield return new ContentDefect(lost, null, ContentMessages.LimitLeftOut);
            }
        }
    }

    private static IEnumerable<string> Ids(string body)
    {
        var file = ContentReader.Limits(body);
        return file.Limits.Select(limit => limit.Id).Concat((file.Ranges ?? []).Select(range => range.Id));
    }

    private async Task SaveAsync(ContentVersion version, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two designers at once: the unique number, the unique current version or the revision let one through.
            throw new ContentChangedException(version.Subject, null, null);
        }
    }

    private static IQueryable<ContentVersion> WithoutBody(IQueryable<ContentVersion> versions) => versions.AsNoTracking().Select(version => new ContentVersion
    {
        Id = version.Id,
        Kind = version.Kind,
        Key = version.Key,
        Number = version.Number,
        Digest = version.Digest,
        Body = "",
        AppliesFrom = version.AppliesFrom,
        ImportedHash = version.ImportedHash,
        CreatedAt = version.CreatedAt,
        ChangedAt = version.ChangedAt,
        ChangedById = version.ChangedById,
        ChangedByName = version.ChangedByName,
        PublishedAt = version.PublishedAt,
        PublishedById = version.PublishedById,
        PublishedByName = version.PublishedByName,
        IsCurrent = version.IsCurrent,
        Revision = version.Revision,
    });
}
