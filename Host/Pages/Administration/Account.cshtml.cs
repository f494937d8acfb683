using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.Start;

namespace Pana.Portal.Pages.Administration;

/// <summary>
/// Opens an account or changes one. Nobody changes their own rights, the last open administrator stays, and every act is
/// an audit entry in the organisation's own log.
/// </summary>
[Authorize(Policy.Administration)]
internal sealed class AccountModel(
    AccountManager accounts, AccountDesk desk, IdentityDb identity, CaseDb cases, CurrentActor actor, IOptions<PortalOptions> options, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public Guid? Place { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Roles { get; set; } = [];

    [BindProperty]
    public string? Email { get; set; }

    public SignIn.Accounts.Account? Account { get; private set; }
    public IReadOnlyList<(Guid Id, string Name)> Places { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    /// <summary>The one-time password just given: shown in this answer and never again.</summary>
    public string? Password { get; private set; }

    /// <summary>Key of what was just done.</summary>
    public string? Done { get; private set; }

    public bool IsOwn => Account is not null && Account.Id == actor.Value.UserId;
    public string State => IndexModel.State(Account!, time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || IsOwn)
        {
            return NotFound();
        }

        var agency = await cases.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Place, ct);
        AccountDraft draft = new(
            Account?.UserName ?? UserName?.Trim() ?? "", DisplayName?.Trim() ?? "", [.. Roles.Where(RoleCodes.All.Contains).Distinct()],
            agency is null ? Place : null, agency?.Id, string.IsNullOrWhiteSpace(Email) ? null : Email.Trim());
        var problems = AccountRules.Check(draft, Account is null, agency?.Kind).ToDictionary();
        if (Account is not null && !draft.Roles.Contains(Administrator) && await IsLastAdministratorAsync(Account, ct))
        {
            problems["Roles"] = "LastAdministrator";
        }

        if (problems.Count > 0)
        {
            return Refused(problems);
        }

        return await TryAsync(async () =>
        {
            if (Account is null)
            {
                (Account, Password) = await desk.CreateAsync(draft, ct);
            }
            else
            {
                await desk.ChangeAsync(Account, draft, ct);
                Done = "Saved";
            }
        });
    }

    public Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, async account => Password = await desk.ResetPasswordAsync(account, ct), "Reset.done", ct);

    public Task<IActionResult> OnPostRemoveCodeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, account => desk.RemoveSecondFactorAsync(account, ct), "RemoveCode.done", ct);

    public Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, account => desk.OpenAsync(account, ct), "Open.done", ct);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) && await IsLastAdministratorAsync(Account!, ct))
        {
            Show();
            return Refused(new() { [""] = "LastAdministrator" });
        }

        return await ActAsync(id, account => desk.CloseAsync(account, ct), "Close.done", ct);
    }

    private static string Administrator => RoleCodes.ToCode(Role.Administrator);

    private async Task<IActionResult> ActAsync(Guid id, Func<SignIn.Accounts.Account, Task> act, string done, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || IsOwn)
        {
            return NotFound();
        }

        Show();
        return await TryAsync(async () =>
        {
            await act(Account!);
            Done = done;
        });
    }

    private async Task<IActionResult> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return Page();
        }
        catch (AccountRefusedException refused)
        {
            return Refused(refused.Reasons.Contains("DuplicateUserName")
                ? new() { ["UserName"] = "TakenUserName" }
                : new() { [""] = "ChangedMeanwhile" });
        }
    }

    private PageResult Refused(Dictionary<string, string> problems)
    {
        Problems = problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (options.Value.SignIn.Issuer is not null)
        {
            return false;
        }

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var organisations = await cases.Organisations.AsNoTracking().ToListAsync(ct);
        var agencies = await cases.Agencies.AsNoTracking().Where(a => a.Kind != AgencyKind.Healthcare).ToListAsync(ct);
        Places = [.. organisations.Select(o => (o.Id, o.Name.In(language))), .. agencies.Select(a => (a.Id, a.Name.In(language)))];
        Account = id is null ? null : await accounts.FindByIdAsync(id.Value.ToString());
        return id is null || Account is not null;
    }

    private void Show()
    {
        if (Account is not null)
        {
            (DisplayName, Place, Roles, Email) = (Account.DisplayName, Account.OrganisationId ?? Account.AgencyId, [.. Account.Roles], Account.Email);
        }
    }

    private async Task<bool> IsLastAdministratorAsync(SignIn.Accounts.Account account, CancellationToken ct) =>
        account.Roles.Contains(Administrator)
        && !(await identity.Users.AsNoTracking().Where(a => a.DisabledAt == null && a.Id != account.Id).ToListAsync(ct)).Any(a => a.Roles.Contains(Administrator));
}
