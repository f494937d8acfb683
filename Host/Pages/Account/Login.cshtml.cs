using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Pana.Portal.SignIn;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.Start;

namespace Pana.Portal.Pages.Account;

/// <summary>Name and password. Says the same whether the name is unknown, the password wrong or the account closed.</summary>
[AllowAnonymous]
public sealed class LoginModel(
    AccountManager accounts, SignInThrottle throttle, SignInSteps steps, IOptions<PortalOptions> options, ILogger<LoginModel> logger) : PageModel
{
    /// <summary>User name as typed.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>Password as typed; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; local addresses only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Key of the message to show, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Set after signing out.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>With another issuer there is no page of ours to sign in on.</summary>
    public IActionResult OnGet() => options.Value.SignIn.Issuer is null || Ended ? Page() : LocalRedirect("/");

    /// <summary>Checks and begins the issuer's session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var address = HttpContext.Connection.RemoteIpAddress;
        if (!throttle.TryEnter(address))
        {
            PortalLog.Throttled(logger);
            Problem = "TooManyTries";
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        if (await accounts.CheckAsync(UserName, Password) is not { } account)
        {
            PortalLog.Refused(logger);
            Problem = "SignInFailed";
            return Page();
        }

        throttle.Succeeded(address);
        return LocalRedirect(await steps.NextAsync(HttpContext, account, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/", codeGiven: false));
    }
}
