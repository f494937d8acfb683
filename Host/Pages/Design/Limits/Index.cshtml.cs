using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>The limits of the Standard and the interpretation settings, with what is in force and what is to come.</summary>
internal sealed class IndexModel(ObligationCatalog obligations, ContentStore store, LimitChange change, LimitWords words, IStringLocalizer<DesignTexts> texts, TimeProvider time) : DesignPage
{
    public LimitWords Words => words;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<LimitRow> Limits { get; private set; } = [];
    public IReadOnlyCollection<Reading> Readings { get; private set; } = [];
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Chosen { get; private set; } = new Dictionary<string, string>();
    public DateOnly? From { get; private set; }
    public int Seen { get; private set; }
    public string? Notice { get; private set; }
    public bool FileWaits => Versions.Any(version => version.State == VersionRow.FileDraft);

    public async Task OnGetAsync(string? changed, CancellationToken ct)
    {
        await LoadAsync(ct);
        Notice = changed switch
        {
            null => null,
            "readings" => texts["Readings"],
            "limits" => texts["Limits"],
            _ => (obligations.Find(changed)?.Name ?? obligations.Newest.FindRange(changed)?.Name)?.In(Culture),
        };
        From = obligations.Newest.FirstDayAfter(Today);
    }

    /// <summary>Publishes other interpretation settings.</summary>
    public async Task<IActionResult> OnPostAsync(int seen, DateOnly? from, CancellationToken ct)
    {
        await LoadAsync(ct);
        From = from;
        Chosen = obligations.Readings.Where(reading => Request.Form.ContainsKey(reading.Name))
            .ToDictionary(reading => reading.Name, reading => Request.Form[reading.Name].ToString(), StringComparer.Ordinal);
        try
        {
            return await OrRefusedAsync(async () =>
            {
                var body = change.ProposeReadings(await change.CurrentAsync(ct), Chosen);
                await change.PublishAsync(body, seen, from ?? default, ct);
                return LocalRedirect("/designer/limits?changed=readings");
            });
        }
        catch (System.Text.Json.JsonException)
        {
            return BadRequest();
        }
    }

    public string ValueOf(Reading reading) => Chosen.GetValueOrDefault(reading.Name, reading.Value.GetRawText());

    private async Task LoadAsync(CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        var inForce = obligations.Editions.LastOrDefault(edition => edition.AppliesFrom is not { } from || from <= Today) ?? obligations.Editions[0];
        Limits = [.. inForce.All.Select(limit => LimitRow.Of(limit, obligations.ChangedAfter(inForce.Number, limit.Id), words))
            .Concat(inForce.Ranges.Select(range => LimitRow.Of(range, obligations.Editions, inForce, words))).OrderBy(row => row.Row, StringComparer.Ordinal)];
        Readings = obligations.Readings;
        var versions = await store.VersionsAsync(ContentKind.Limits, "limits", ct);
        Versions = VersionRow.Of(versions, Today);
        Seen = versions.First(version => version.IsCurrent).Number;
    }
}
