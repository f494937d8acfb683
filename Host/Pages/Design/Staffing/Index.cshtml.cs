using Microsoft.AspNetCore.Mvc;
using Pana.Cases;

namespace Pana.Portal.Pages.Design.Staffing;

/// <summary>The minimum staffing norms of Appendix 3: every post, its units, and a new one; saved as a draft, published whole, kept in versions.</summary>
internal sealed class IndexModel(ContentStore store, TimeProvider time) : EditorPage(store, time)
{
    public IReadOnlyList<StaffInput> Rows { get; private set; } = [];

    private protected override ContentKind Kind => ContentKind.Staffing;

    private protected override string Path => "/designer";

    public async Task<IActionResult> OnGetAsync(string key, int? number, string? done, CancellationToken ct)
    {
        if (!await LoadAsync(key, number, done, ct))
        {
            return NotFound();
        }

        Show([.. StaffNormsFile.Parse(Version.Body).Rows.OrderBy(row => row.Number).Select(StaffInput.Show)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, List<StaffInput>? rows, int seen, int revision, string? act, CancellationToken ct)
    {
        if (!await LoadAsync(key, null, null, ct))
        {
            return NotFound();
        }

        List<StaffInput> typed = [.. (rows ?? []).Where(row => !row.IsEmpty)];
        Show(typed);
        List<ContentDefect> defects = [];
        List<StaffNorm> norms = [.. typed.Where(row => !row.Removed).Select(row => row.Read(defects)).OrderBy(row => row.Number)];
        if (defects.Count > 0 && act != "discard")
        {
            Defects = defects;
            return Refused(StatusCodes.Status422UnprocessableEntity);
        }

        var file = StaffNormsFile.Parse(Version.Body);
        // Unchanged norms stay the text they were, so that looking at a file's draft and publishing it writes no second one.
        var body = (file with { Rows = norms }).Write();
        return await KeepAsync(key, body == file.Write() ? Version.Body : body, seen, revision, act, ct);
    }

    private void Show(List<StaffInput> rows) => Rows = [.. rows, new StaffInput()];
}
