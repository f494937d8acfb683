using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Navigation;
using Pana.Portal.SignIn;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.SignIn.Session;
using Pana.Portal.Texts;
using QRCoder;

namespace Pana.Portal.Pages.Account;

/// <summary>The signed-in person's own account: who one is here, the password, the second step at sign-in.</summary>
public sealed class IndexModel(
    AccountManager accounts, AccountDesk desk, SecondFactor factor, SignInThrottle throttle, PartyNames parties, CurrentActor current,
    IStringLocalizer<SharedTexts> shared) : PageModel
{
    /// <summary>The password held, as typed.</summary>
    [BindProperty]
    public string? Current { get; set; }

    /// <summary>The password wanted, as typed.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    /// <summary>The same once more.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The first code of the app.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret that the page showed, sealed.</summary>
    [BindProperty]
    public string? SealedSecret { get; set; }

    /// <summary>Name shown to colleagues.</summary>
    public string DisplayName => current.Value.DisplayName;

    /// <summary>Name to sign in with; null when another issuer keeps the account.</summary>
    public string? UserName { get; private set; }

    /// <summary>A second factor is on.</summary>
    public bool HasCode { get; private set; }

    /// <summary>The secret to type by hand, and its picture as SVG; null unless one is being added.</summary>
    public string? Secret { get; private set; }

    /// <inheritdoc cref="Secret"/>
    public string? Picture { get; private set; }

    /// <summary>Keys of the roles' names in SharedTexts.</summary>
    public IEnumerable<string> RoleKeys => current.Value.Roles.Select(r => $"Role{r}");

    /// <summary>The organisation or agency.</summary>
    public string? Party { get; private set; }

    /// <summary>Key of what was just done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>Key of what is wrong, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads the account; with <paramref name="code"/> shows a new secret to be added.</summary>
    public async Task OnGetAsync(bool code, string? done)
    {
        var account = await LoadAsync();
        Done = done is "Password.done" or "Code.added" or "Code.removed" ? done : null;
        if (code && account is { CodeSecret: null })
        {
            Offer(SecondFactor.NewSecret(), account.UserName!);
        }
    }

    /// <summary>Changes the password; the other sessions of the account are over.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        if (await HeldAsync() is not { } account)
        {
            return Refused(Problem ?? "WrongPassword");
        }

        var problem = Chosen != Again ? "PasswordsDiffer" : await desk.ChoosePasswordAsync(account, Chosen ?? "", ct);
        return problem is null ? await StayAsync(account, "Password.done") : Refused(problem);
    }

    /// <summary>Adds the second factor once its first code is right.</summary>
    public async Task<IActionResult> OnPostAddCodeAsync(CancellationToken ct)
    {
        var account = await LoadAsync();
        if (account is null or { CodeSecret: not null } || factor.Open(SealedSecret) is not { } secret)
        {
            return LocalRedirect("/account");
        }

        if (factor.Step(SealedSecret, Code, null) is not { } step)
        {
            Offer(secret, account.UserName!);
            return Refused("CodeFailed");
        }

        await desk.AddSecondFactorAsync(account, SealedSecret!, step, ct);
        return await StayAsync(account, "Code.added");
    }

    /// <summary>Removes the second factor; the password is asked for once more.</summary>
    public async Task<IActionResult> OnPostRemoveCodeAsync(CancellationToken ct)
    {
        if (await HeldAsync() is not { } account)
        {
            return Refused(Problem ?? "WrongPassword");
        }

        await desk.RemoveSecondFactorAsync(account, ct);
        return await StayAsync(account, "Code.removed");
    }

    private async Task<SignIn.Accounts.Account?> LoadAsync()
    {
        var account = await accounts.FindByIdAsync(User.FindFirstValue(PanaClaims.Subject) ?? "");
        UserName = account?.UserName;
        HasCode = account?.CodeSecret is not null;
        var name = await parties.FindAsync(current.Value.OrganisationId ?? current.Value.AgencyId, HttpContext.RequestAborted);
        Party = name?.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        return account;
    }

    // The account, when the password typed is the one held; guesses through an open session are counted like any others.
    private async Task<SignIn.Accounts.Account?> HeldAsync()
    {
        await LoadAsync();
        var address = HttpContext.Connection.RemoteIpAddress;
        if (!throttle.TryEnter(address))
        {
            Problem = "TooManyTries";
            return null;
        }

        var account = await accounts.CheckAsync(UserName, Current);
        if (account is not null)
        {
            throttle.Succeeded(address);
        }

        return account;
    }

    // The changed stamp ends every session; this browser's own goes on.
    private async Task<IActionResult> StayAsync(SignIn.Accounts.Account account, string done)
    {
        await HttpContext.RenewSessionAsync(account);
        return LocalRedirect($"/account?done={done}");
    }

    private PageResult Refused(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Offer(string secret, string userName)
    {
        Secret = secret;
        SealedSecret = factor.Seal(secret);
        using var code = QRCodeGenerator.GenerateQrCode(SecondFactor.Address(secret, userName, shared["WindowTitle"]), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        Picture = picture.GetGraphic(new System.Drawing.Size(200, 200), sizingMode: SvgQRCode.SizingMode.WidthHeightAttribute);
    }
}
