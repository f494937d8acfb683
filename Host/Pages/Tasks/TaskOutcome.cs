using System.Globalization;
using Pana.Cases;

namespace Pana.Portal.Pages.Tasks;

/// <summary>An outcome in words: the label of the button that was pressed.</summary>
internal static class TaskOutcome
{
    public static string? In(FormDefinition form, string? outcome, string done) => outcome is null ? null
        : form.Buttons.FirstOrDefault(button => (button.Outcome ?? FormDefinition.DefaultOutcome) == outcome)?.Label.In(CultureInfo.CurrentUICulture.Name)
            ?? (outcome == FormDefinition.DefaultOutcome ? done : outcome);
}
