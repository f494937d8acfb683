using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Book;

/// <summary>Enters a complaint or a suggestion in the words of who makes it (p10).</summary>
[Authorize(Policy.Book)]
internal sealed class NewModel(ComplaintsBook book, FormCatalog forms, FormValidator validator, TimeProvider time) : PageModel
{
    public FormView? Form { get; private set; }

    public void OnGet() => Form = FormView.Of(forms.Get(ComplaintsBook.EntryForm), new FormAnswers(), CultureInfo.CurrentUICulture.Name, time.GetUtcNow().Local().DateTime);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = forms.Get(ComplaintsBook.EntryForm);
        var posted = validator.Validate(form, Request.Form, CultureInfo.CurrentUICulture.Name);
        if (posted.IsValid && !posted.OnlyRowsChanged)
        {
            await book.EnterAsync(posted.Answers, ct);
            return LocalRedirect("/book?entered=true");
        }

        Form = FormView.Of(form, posted, CultureInfo.CurrentUICulture.Name);
        Response.StatusCode = posted.OnlyRowsChanged ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
