using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>A plan of cultural and leisure activities in one of its versions: the head approves it, what was held is marked (p9 6) 1)).</summary>
[Authorize(Policy.Registers)]
internal sealed class LeisureShowModel(
    LeisurePlans plans, CaseDb db, CurrentActor actor, RuleWords rules, AuditTrail audit, TimeProvider time, IStringLocalizer<HouseTexts> texts) : PageModel
{
    private const string Shown = "dd.MM.yyyy";

    public LeisureView View { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public string? Notice { get; private set; }
    public string? Refusal { get; private set; }

    /// <summary>The activity whose held day was refused, with what was typed.</summary>
    public (string Mark, string Day)? Typed { get; private set; }

    /// <summary>The day that a mark is offered with: today, or the last of a period that is over.</summary>
    public string Suggested => (Today > View.Period.Last ? View.Period.Last : Today).ToString(Shown, CultureInfo.InvariantCulture);
    public bool MayWrite => RolePolicies.Allows(User, Policy.House);
    public bool IsHead => actor.Value.Is(Role.Head);

    public async Task<IActionResult> OnGetAsync(string period, int? version, string? done, CancellationToken ct)
    {
        if (!await LoadAsync(period, version, ct))
        {
            return NotFound();
        }

        Notice = done is "saved" or "sent" or "approved" or "discarded" or "held" or "struck" ? texts["Leisure.said." + done].Value : null;
        audit.NoteFor(null, "leisure.viewed", View.Period.ToString());
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync(string period, Guid seen, int revision, CancellationToken ct) => DoAsync(
        period, IsHead, async () => await plans.ApproveAsync(View.Period, seen, revision, ct) ? $"/leisure/{View.Period}?done=approved" : null, ct);

    public Task<IActionResult> OnPostDiscardAsync(string period, Guid seen, int revision, CancellationToken ct) => DoAsync(
        period, MayWrite, async () => await plans.DiscardAsync(View.Period, seen, revision, ct) ? View.InForce is null ? "/leisure?discarded=true" : $"/leisure/{View.Period}?done=discarded" : null, ct);

    public Task<IActionResult> OnPostStrikeAsync(string period, Guid held, CancellationToken ct) => DoAsync(
        period, true, async () => await plans.StrikeAsync(View.Period, held, ct) ? $"/leisure/{View.Period}?done=struck" : null, ct);

    public async Task<IActionResult> OnPostHoldAsync(string period, string? mark, string? day, CancellationToken ct)
    {
        if (DateOnly.TryParseExact(day?.Trim(), ["d.M.yyyy", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Typed = (mark ?? "", day!);
            return await DoAsync(
                period,
                true,
                async () =>
                {
                    await plans.HoldAsync(View.Period, mark ?? "", date, ct);
                    return $"/leisure/{View.Period}?done=held";
                },
                ct);
        }

        if (!await LoadAsync(period, null, ct))
        {
            return NotFound();
        }

        (Typed, Refusal) = ((mark ?? "", day ?? ""), texts["Leisure.day.wrong", day ?? ""]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // Does what was asked and leads on; null says that somebody was faster.
    private async Task<IActionResult> DoAsync(string period, bool may, Func<Task<string?>> act, CancellationToken ct)
    {
        if (!await LoadAsync(period, null, ct))
        {
            return NotFound();
        }

        if (!may)
        {
            return Forbid();
        }

        try
        {
            if (await act() is { } then)
            {
                return LocalRedirect(then);
            }

            (Refusal, Response.StatusCode) = (texts["Leisure.stale"], StatusCodes.Status409Conflict);
        }
        catch (CaseRuleException broken)
        {
            (Refusal, Response.StatusCode) = (rules.Say(broken), StatusCodes.Status422UnprocessableEntity);
        }

        return await LoadAsync(period, null, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string address, int? version, CancellationToken ct)
    {
        if (PlanPeriod.Parse(address) is not { } period || await plans.FindAsync(period, version, ct) is not { } view)
        {
            return false;
        }

        (View, Today) = (view, time.GetUtcNow().LocalDate());
        return true;
    }
}
