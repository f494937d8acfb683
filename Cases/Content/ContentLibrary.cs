using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pana.Cases;

/// <summary>
/// Keeps the catalogues of this process at what is published in the database. Publishing here refreshes at once;
/// what another host has published is noticed by <see cref="ContentWatch"/>, so that no page pays for asking.
/// </summary>
public sealed class ContentLibrary : IDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly FormCatalog _forms;
    private readonly PaperTemplates _papers;
    private readonly WorkingCalendar _calendar;
    private readonly ObligationCatalog _limits;
    private readonly StaffNorms _staff;
    private readonly ILogger<ContentLibrary> _log;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<Guid, object> _read = [];
    private int _known;

    /// <summary>Takes the catalogues it keeps; the forms find their earlier versions through it.</summary>
    public ContentLibrary(
        IServiceScopeFactory scopes, FormCatalog forms, PaperTemplates papers, WorkingCalendar calendar, ObligationCatalog limits, StaffNorms staff, ILogger<ContentLibrary> log)
    {
        ArgumentNullException.ThrowIfNull(forms);
        (_scopes, _forms, _papers, _calendar, _limits, _staff, _log) = (scopes, forms, papers, calendar, limits, staff, log);
        forms.FindEarlierBy(FindForm);
    }

    /// <summary>Reads what was published since the last time. Nothing is ever unpublished, so the count of publications tells whether there is something new.</summary>
    public async Task RefreshAsync(CancellationToken ct = default)
    {
        await _one.WaitAsync(ct);
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var published = scope.ServiceProvider.GetRequiredService<CaseDb>().ContentVersions.AsNoTracking().Where(version => version.PublishedAt != null);
            var count = await published.CountAsync(ct);
            if (count == _known)
            {
                return;
            }

            var seen = _read.Keys.ToList();
            var rows = await published.Where(version => version.IsCurrent || version.Kind == ContentKind.Limits).Select(version => new { version.Id, version.Kind }).ToListAsync(ct);
            var missing = rows.Select(row => row.Id).Except(seen).ToList();
            foreach (var version in await published.Where(version => missing.Contains(version.Id)).OrderBy(version => version.Number).ToListAsync(ct))
            {
                Read(version);
            }

            foreach (var gone in seen.Except(rows.Select(row => row.Id)))
            {
                _read.Remove(gone);
            }

            Apply();
            _known = count;
            ContentLog.Refreshed(_log, count, missing.Count);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private void Read(ContentVersion version)
    {
        try
        {
            _read[version.Id] = version.Kind switch
            {
                ContentKind.Form => FormLoader.Load(version.Body, version.Key),
                ContentKind.Document => DocumentBody.Parse(version.Body),
                ContentKind.Calendar => ContentReader.Calendar(version.Body),
                ContentKind.Staffing => ContentReader.Staffing(version.Body),
                _ => new LimitEdition(ContentReader.Limits(version.Body), version.Number, version.AppliesFrom, version.PublishedAt),
            };
        }
#pragma warning disable CA1031 // A newer host may publish what this one cannot read: it goes on with what it has.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ContentLog.Unreadable(_log, version.Subject, error);
        }
    }

    private void Apply()
    {
        // What is only in the files (a test without an import) stays.
        if (_read.Values.OfType<FormDefinition>().ToList() is { Count: > 0 } forms)
        {
            _forms.Use(forms);
        }

        if (_read.Values.OfType<DocumentBody>().ToList() is { Count: > 0 } papers)
        {
            _papers.Use(papers);
        }

        if (_read.Values.OfType<CalendarFile>().LastOrDefault() is { } calendar)
        {
            _calendar.Use(calendar);
        }

        if (_read.Values.OfType<StaffNormsFile>().LastOrDefault() is { } staff)
        {
            _staff.Use(staff);
        }

        if (_read.Values.OfType<LimitEdition>().OrderBy(edition => edition.Number).ToList() is { Count: > 0 } limits)
        {
            _limits.Use(limits);
        }
    }

    /// <summary>Once for each version in a process: the catalogue keeps what it finds.</summary>
    private FormDefinition? FindForm(string id, string digest)
    {
        using var scope = _scopes.CreateScope();
        var body = scope.ServiceProvider.GetRequiredService<CaseDb>().ContentVersions.AsNoTracking()
            .Where(version => version.Kind == ContentKind.Form && version.Key == id && version.Digest == digest && version.PublishedAt != null)
            .Select(version => version.Body).FirstOrDefault();
        return body is null ? null : FormLoader.Load(body, id);
    }
}
