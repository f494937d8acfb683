using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Demo;
using Pana.Portal.SignIn.Session;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Demo;

/// <summary>Turns the clock of a demo; a real installation has no such page.</summary>
[Authorize]
internal sealed class ClockModel(IServiceProvider services, CaseDb db, TimerPoller timers, WorkingCalendar calendar) : PageModel
{
    private const int Morning = 9;

    /// <summary>Most that is turned at once; the calendar is kept for some years only.</summary>
    private const int MostYears = 2;

    private readonly DemoClock? _clock = services.GetService<DemoClock>();

    /// <summary>Leaps that are one button each.</summary>
    public static IReadOnlyList<string> Leaps { get; } = ["hour", "day", "workday", "week", "month"];

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The next limit that runs out, of all cases; null when none runs.</summary>
    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>The day as typed, <c>dd.MM.yyyy</c>.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>The time as typed, <c>HH:mm</c>.</summary>
    [BindProperty]
    public string? Time { get; set; }

    /// <summary>Key of the message of what was typed wrongly.</summary>
    public string? Wrong { get; private set; }

    /// <summary>How many waiting steps the last turn has moved; null on a first look.</summary>
    [FromQuery(Name = "moved")]
    public int? Moved { get; set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (_clock is null)
        {
            context.Result = NotFound();
        }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        Day = Now.Local().ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        Time = Now.Clock();
    }

    /// <summary>Turns by a leap, to the next limit, or to the moment typed; then everything that became due happens.</summary>
    public async Task<IActionResult> OnPostAsync(string? leap, CancellationToken ct)
    {
        await LookAsync(ct);
        var target = leap is { Length: > 0 } ? Leap(leap) : Typed();
        if (target is not { } moment)
        {
            Wrong = "Wrong.moment";
        }
        else if (moment <= Now && await db.Cases.AnyAsync(ct))
        {
            Wrong = "Wrong.back";
        }
        else if (moment > Now.AddYears(MostYears))
        {
            Wrong = "Wrong.far";
        }
        else
        {
            var held = await SessionsAsync();
            _clock!.Turn(moment);
            await RenewAsync(held);
            return RedirectToPage(new { moved = await timers.FireDueAsync(ct) });
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Now = _clock!.GetUtcNow();
        NextDue = await db.Clocks.Where(clock => clock.State == ClockState.Running && clock.DueAt >= Now).OrderBy(clock => clock.DueAt).Select(clock => (DateTimeOffset?)clock.DueAt).FirstOrDefaultAsync(ct);
    }

    private DateTimeOffset? Leap(string leap)
    {
        var today = Now.LocalDate();
        return leap switch
        {
            "hour" => Now.AddHours(1),
            "day" => At(today.AddDays(1)),
            "workday" => At(NextWorkday(today)),
            "week" => At(today.AddDays(7)),
            "month" => At(today.AddMonths(1)),
            // An hour is left to do what is due.
            "due" => NextDue is { } due && due.AddHours(-1) > Now ? due.AddHours(-1) : NextDue?.AddSeconds(1),
            _ => null,
        };
    }

    private DateOnly NextWorkday(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!calendar.IsWorkingDay(day));

        return day;
    }

    private static DateTimeOffset At(DateOnly day) => LocalDates.Moment(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))!.Value.AddHours(Morning);

    private DateTimeOffset? Typed() =>
        DateOnly.TryParseExact(Day?.Trim(), "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(Time?.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? LocalDates.Moment(day.ToDateTime(time).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))
            : null;

    // Read before the turn, after which they have run out.
    private async Task<List<(string Scheme, ClaimsPrincipal Holder)>> SessionsAsync()
    {
        List<(string, ClaimsPrincipal)> held = [];
        foreach (var scheme in (string[])[SessionSchemes.Portal, SessionSchemes.Issuer])
        {
            if ((await HttpContext.AuthenticateAsync(scheme)).Principal is { } holder)
            {
                held.Add((scheme, holder));
            }
        }

        return held;
    }

    /// <summary>Who turns the clock stays signed in; everybody else's session has run out, as it would have.</summary>
    private async Task RenewAsync(List<(string Scheme, ClaimsPrincipal Holder)> held)
    {
        foreach (var (scheme, holder) in held)
        {
            await HttpContext.SignInAsync(scheme, holder);
        }
    }
}
