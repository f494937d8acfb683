using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Portal.SignIn;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.Pages.Account;

/// <summary>Who came with a one-time password chooses an own one before anything else.</summary>
[AllowAnonymous]
public sealed class NewPasswordModel(SignInSteps steps, AccountDesk desk) : PageModel
{
    /// <summary>The new password; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The same once more.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Where to go afterwards; local addresses only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Key of the message to show, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Only for somebody whose one-time password was right.</summary>
    public async Task<IActionResult> OnGetAsync() => await EnteringAsync() is null ? LocalRedirect("/") : Page();

    /// <summary>Takes the own password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await EnteringAsync() is not { } account)
        {
            return LocalRedirect("/");
        }

        Problem = Password != Again ? "PasswordsDiffer" : await desk.ChoosePasswordAsync(account, Password ?? "", ct);
        return Problem is null
            ? LocalRedirect(await steps.NextAsync(HttpContext, account, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/", codeGiven: true))
            : Page();
    }

    // With a second factor only after its code.
    private async Task<SignIn.Accounts.Account?> EnteringAsync() =>
        await steps.OnTheWayAsync(HttpContext) is ({ OneTimePasswordUntil: not null } account, var codeGiven)
        && (account.CodeSecret is null || codeGiven) ? account : null;
}
