using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pana.Portal.Pages;

/// <summary>What a person sees when a page is denied, missing, out of date or broken. Says nothing about the cause.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>Which texts: Denied, NotFound, Expired or Error.</summary>
    public string Kind { get; private set; } = "Error";

    /// <summary>Number that finds the log lines of this request.</summary>
    public string Number => Activity.Current?.TraceId.ToString()[..16] ?? HttpContext.TraceIdentifier;

    /// <summary>Any method: the page answers in place of the one that failed.</summary>
    public void OnGet(int? code) => Say(code);

    /// <summary>The same for a failed post.</summary>
    public void OnPost(int? code) => Say(code);

    private void Say(int? code) => Kind = code switch
    {
        StatusCodes.Status403Forbidden => "Denied",
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status400BadRequest => "Expired",
        _ => "Error",
    };
}
