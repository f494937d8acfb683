using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Book;

/// <summary>Enters a complaint or a suggestion in the words of who makes it (p10).</summary>
[Authorize(Policy.Book)]
internal sealed class NewModel(ComplaintsBook book, FormCatalog forms, FormValidator validator, RuleWords rules, TimeProvider time) : FormPage(validator)
{
    public string? Refusal { get; private set; }

    public void OnGet() => Draw(forms.Get(ComplaintsBook.EntryForm), new FormAnswers(), time.GetUtcNow().Local().DateTime);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var posted = Read(forms.Get(ComplaintsBook.EntryForm));
        if (Unfinished(posted) is { } again)
        {
            return again;
        }

        try
        {
            await book.EnterAsync(posted.Answers, ct);
            return LocalRedirect("/book?entered=true");
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }
}
