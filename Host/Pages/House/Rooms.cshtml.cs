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

/// <summary>Rooms and beds (p9 1) 3)): who is where by code, what does not fit, and who has no bed.</summary>
[Authorize(Policy.House)]
internal sealed class RoomsModel(
    Rooms rooms, CaseDb db, CurrentActor actor, AuditTrail audit, RuleWords rules, TimeProvider time, IStringLocalizer<HouseTexts> texts) : PageModel
{
    private const int MostBeds = 50;
    private const int LongestName = 64;

    public HouseView House { get; private set; } = null!;
    public string? Notice { get; private set; }
    public string? Refusal { get; private set; }
    public DateOnly Today { get; private set; }

    /// <summary>The room whose change was refused, with what was typed; an empty id is the new room.</summary>
    public (Guid Id, string Name, string Beds)? Typed { get; private set; }

    public async Task OnGetAsync(string? placed, CancellationToken ct)
    {
        await LoadAsync(ct);
        Notice = House.Rooms.SelectMany(room => room.Roomers).Concat(House.Unplaced).FirstOrDefault(one => one.Code == placed) is { } found ? texts["Placed", found.Code].Value : null;
        audit.NoteFor(null, "rooms.viewed", "rooms");
        await db.SaveChangesAsync(ct);
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid? id, string? name, string? beds, CancellationToken ct)
    {
        var words = name?.Trim() ?? "";
        if (words.Length is 0 or > LongestName || !int.TryParse(beds, out var count) || count is < 1 or > MostBeds)
        {
            Typed = (id ?? Guid.Empty, words, beds ?? "");
            return await RefuseAsync(texts["Room.wrong", words, beds ?? ""], ct);
        }

        return await DoAsync(() => rooms.SaveAsync(id, words, count, ct), "/rooms", ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        var closed = false;
        var answer = await DoAsync(async () => closed = await rooms.CloseAsync(id, ct), "/rooms", ct);
        return closed || Refusal is not null ? answer : await RefuseAsync(texts["Room.occupied"], ct);
    }

    public async Task<IActionResult> OnPostPlaceAsync(string code, Guid? room, CancellationToken ct) =>
        await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct) is { } file
            ? await DoAsync(() => rooms.PlaceAsync(file, room, ct), $"/rooms?placed={code}", ct)
            : NotFound();

    private async Task<IActionResult> DoAsync(Func<Task> act, string then, CancellationToken ct)
    {
        try
        {
            await act();
            return LocalRedirect(then);
        }
        catch (CaseRuleException broken)
        {
            return await RefuseAsync(rules.Say(broken), ct);
        }
    }

    private async Task<PageResult> RefuseAsync(string because, CancellationToken ct)
    {
        Refusal = because;
        await LoadAsync(ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        House = await rooms.NowAsync(ct);
    }
}
