using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MimeKit;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.Texts;

namespace Pana.Portal.Pages.Account;

/// <summary>Where letters about the signed-in person's tasks go. An account of another issuer has none here.</summary>
public sealed class NoticesModel(AccountManager accounts) : PageModel
{
    /// <summary>Where notices go; null for nowhere.</summary>
    public string? Mail { get; private set; }

    /// <summary>Language of notices.</summary>
    public string Language { get; private set; } = Languages.All[0];

    /// <summary>Whether what was typed is no address.</summary>
    public bool Wrong { get; private set; }

    /// <summary>Whether it has just been saved.</summary>
    public bool Saved { get; private set; }

    /// <summary>Reads the account.</summary>
    public async Task<IActionResult> OnGetAsync(bool saved)
    {
        if (await FindAsync() is not { } account)
        {
            return NotFound();
        }

        (Mail, Language, Saved) = (account.Email, account.Language, saved);
        return Page();
    }

    /// <summary>Changes where notices go, and in which language.</summary>
    public async Task<IActionResult> OnPostAsync(string? mail, string? language)
    {
        if (await FindAsync() is not { } account)
        {
            return NotFound();
        }

        if (language is null || !Languages.All.Contains(language))
        {
            return BadRequest();
        }

        mail = string.IsNullOrWhiteSpace(mail) ? null : mail.Trim();
        if (mail is not null && !IsAddress(mail))
        {
            (Mail, Language, Wrong) = (mail, language, true);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        // Not SetEmailAsync: that would end the person's own session.
        (account.Email, account.Language) = (mail, language);
        await accounts.UpdateAsync(account);
        return RedirectToPage(new { saved = true });
    }

    private static bool IsAddress(string text) =>
        text.Length <= 200
        && MailboxAddress.TryParse(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal)
        && address.LocalPart.Length > 0
        && address.Domain.Contains('.', StringComparison.Ordinal);

    private async Task<SignIn.Accounts.Account?> FindAsync() => await accounts.FindByIdAsync(User.FindFirstValue(PanaClaims.Subject) ?? "");
}
