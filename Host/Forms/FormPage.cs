using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Cases;

namespace Pana.Portal.Forms;

/// <summary>A page with one form of the catalogue. What was typed wrongly comes back as it was typed, with its messages.</summary>
internal abstract class FormPage(FormValidator validator) : PageModel
{
    /// <summary>What the page draws.</summary>
    public FormView? Form { get; protected set; }

    private protected static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>Draws a form with answers; <paramref name="now"/> (the organisation's own time) is suggested for dates never asked.</summary>
    private protected void Draw(FormDefinition form, FormAnswers answers, DateTime? now = null) => Form = FormView.Of(form, answers, Culture, now);

    /// <summary>Reads the posted form and draws it as it was posted.</summary>
    private protected FormResult Read(FormDefinition form)
    {
        var posted = validator.Validate(form, Request.Form, Culture);
        Form = FormView.Of(form, posted, Culture);
        return posted;
    }

    /// <summary>The page again when the posted form is not whole; null when it is.</summary>
    private protected PageResult? Unfinished(FormResult posted) =>
        posted.OnlyRowsChanged ? Answer(StatusCodes.Status200OK)
        : posted.IsValid ? null
        : Answer(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The page with a status.</summary>
    private protected PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
