using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Portal.SignIn;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.Pages.Account;

/// <summary>The second step of signing in: six digits of the authenticator app.</summary>
[AllowAnonymous]
public sealed class CodeModel(SignInSteps steps, AccountDesk desk, SignInThrottle throttle) : PageModel
{
    /// <summary>The code as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where to go afterwards; local addresses only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Key of the message to show, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Only for somebody whose password was right.</summary>
    public async Task<IActionResult> OnGetAsync() => await steps.OnTheWayAsync(HttpContext) is null ? LocalRedirect("/") : Page();

    /// <summary>Takes the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await steps.OnTheWayAsync(HttpContext) is not ({ } account, _))
        {
            return LocalRedirect("/");
        }

        var address = HttpContext.Connection.RemoteIpAddress;
        if (!throttle.TryEnter(address))
        {
            Problem = "TooManyTries";
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        if (!await desk.TakeCodeAsync(account, Code))
        {
            Problem = "CodeFailed";
            return Page();
        }

        throttle.Succeeded(address);
        return LocalRedirect(await steps.NextAsync(HttpContext, account, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/", codeGiven: true));
    }
}
