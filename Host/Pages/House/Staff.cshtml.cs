using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>The organisation's posts against Appendix 3 for the recipients it has now (p22), with specialists under contract (p23).</summary>
[Authorize(Policy.Staff)]
internal sealed class StaffModel(Staffing staffing, StaffNorms norms, TimeProvider time, IStringLocalizer<HouseTexts> texts) : PageModel
{
    private const decimal Most = 99;
    private const int Shown = 12;

    public StaffView Now { get; private set; } = null!;
    public IReadOnlyList<StaffCheck> Checks { get; private set; } = [];
    public string? Notice { get; private set; }
    public DateOnly Today { get; private set; }

    /// <summary>Field → message.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    private readonly Dictionary<string, string> _typed = [];

    public async Task OnGetAsync(bool saved, CancellationToken ct)
    {
        await LoadAsync(ct);
        Notice = saved ? texts["Staff.saved"].Value : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var units = norms.Rows.ToDictionary(row => row.Post, row => (Read(Own(row.Post), row.Name.In(CultureInfo.CurrentUICulture.Name)), Read(Contracted(row.Post), row.Name.In(CultureInfo.CurrentUICulture.Name))));
        var groups = Read(Staffing.StudyGroups, texts["Staff.groups"], whole: true);
        if (Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await staffing.SaveAsync(units, (int)groups, ct);
        return LocalRedirect("/staff?saved=true");
    }

    public static string Own(string post) => $"own.{post}";

    public static string Contracted(string post) => $"contracted.{post}";

    /// <summary>What stands in a field: what was typed, otherwise what is stored.</summary>
    public string Value(string field, decimal stored) => _typed.TryGetValue(field, out var typed) ? typed : Units(stored);

    public static string Units(decimal units) => units.ToString("0.##", Culture);

    public string Names(IEnumerable<string> posts) =>
        string.Join(", ", posts.Select(post => norms.Rows.FirstOrDefault(row => row.Post == post)?.Name.In(CultureInfo.CurrentUICulture.Name) ?? post));

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private decimal Read(string field, string name, bool whole = false)
    {
        var text = Request.Form[field].ToString().Trim();
        _typed[field] = text;
        if (text.Length == 0)
        {
            return 0;
        }

        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units) && units is >= 0 and <= Most && units == Math.Round(units, whole ? 0 : 2))
        {
            return units;
        }

        Errors[field] = texts["Staff.wrong", name, text];
        return 0;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        Now = await staffing.NowAsync(ct);
        Checks = await staffing.Checks.Take(Shown).ToListAsync(ct);
    }
}
