using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>The limits that came with a delivery beside those changed here: what differs, from which day they would hold, publish or leave.</summary>
internal sealed class FileModel(ContentStore store, LimitChange change, ObligationCatalog obligations, LimitWords words, IStringLocalizer<DesignTexts> texts, TimeProvider time) : DesignPage
{
    public ContentVersion Draft { get; private set; } = null!;
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public DateOnly? From { get; private set; }
    public int Seen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        From = obligations.Newest.FirstDayAfter(time.GetUtcNow().LocalDate());
        return await LoadAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Publishes the file's limits; with <paramref name="discard"/> their draft is thrown away.</summary>
    public async Task<IActionResult> OnPostAsync(int number, int revision, int seen, DateOnly? from, string? discard, CancellationToken ct)
    {
        From = from;
        if (discard is not null)
        {
            await store.DiscardAsync(ContentKind.Limits, "limits", number, ct);
            return LocalRedirect("/designer/limits");
        }

        return !await LoadAsync(ct) ? NotFound() : await OrRefusedAsync(async () =>
        {
            await change.PublishFileAsync(number, revision, seen, from ?? default, ct);
            return LocalRedirect("/designer/limits?changed=limits");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await change.FindFileAsync(ct) is not { } file)
        {
            return false;
        }

        Draft = file.Draft;
        Differences = Difference.Between(obligations.Newest, file.Limits, words, texts["File.other"]);
        Seen = (await change.CurrentAsync(ct)).Number;
        return true;
    }
}
