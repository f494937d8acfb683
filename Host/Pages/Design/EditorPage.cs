using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design;

/// <summary>The editor of one form or document: save a draft, publish it whole, throw it away.</summary>
public abstract class EditorPage(ContentStore store, TimeProvider time) : DesignPage
{
    /// <summary>What is edited: the newest draft, else the current version, with what was typed when it was refused.</summary>
    public ContentVersion Version { get; private set; } = null!;

    /// <summary>Every version, the newest first.</summary>
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    /// <summary>The newest version's number and revision: what a save must still find.</summary>
    public (int Number, int Revision) Newest { get; private set; }

    /// <summary><c>saved</c> or <c>published</c>, after it was.</summary>
    public string? Done { get; private set; }

    private protected abstract ContentKind Kind { get; }

    private protected abstract string Path { get; }

    private protected async Task<bool> LoadAsync(string key, int? number, string? done, CancellationToken ct)
    {
        var version = number is { } wanted ? await store.FindAsync(Kind, key, wanted, ct) : await store.OpenAsync(Kind, key, ct);
        if (version is null)
        {
            return false;
        }

        Version = version;
        Done = done is "saved" or "published" ? done : null;
        var versions = await store.VersionsAsync(Kind, key, ct);
        Newest = (versions[0].Number, versions[0].Revision);
        Versions = VersionRow.Of(versions, time.GetUtcNow().LocalDate(), linked: true);
        Defects = version.IsDraft ? await store.CheckAsync(Kind, key, version.Body, ct) : [];
        return true;
    }

    /// <summary>Saves what was typed; publishes or discards when that was asked for.</summary>
    private protected async Task<IActionResult> KeepAsync(string key, string body, int seen, int revision, string? act, CancellationToken ct)
    {
        try
        {
            if (act == "discard")
            {
                await store.DiscardAsync(Kind, key, seen, ct);
                return LocalRedirect($"{Path}/{key}");
            }

            // Publishing what is saved already writes no second version of it.
            var draft = body == Version.Body && Version.IsDraft && (Version.Number, Version.Revision) == (seen, revision) ? Version : await store.SaveDraftAsync(Kind, key, body, seen, revision, ct);
            if (act == "publish")
            {
                await store.PublishAsync(Kind, key, draft.Number, draft.Revision, ct: ct);
            }

            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Path}/{key}?done={(act == "publish" ? "published" : "saved")}"));
        }
        catch (ContentDefectsException refused)
        {
            await LoadAsync(key, null, null, ct);
            Defects = refused.Defects;
            return Refused(StatusCodes.Status422UnprocessableEntity);
        }
        catch (ContentChangedException)
        {
            Version.Body = body;
            Stale = true;
            return Refused(StatusCodes.Status409Conflict);
        }
    }
}
