using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>Turns the filled application form into what intake asks for.</summary>
internal static class ApplicationReading
{
    public const string FormId = "application";

    public static NewApplication Of(FormDefinition form, FormAnswers answers, Guid? earlierCaseId) => new()
    {
        EarlierCaseId = earlierCaseId,
        WayIn = answers.Text("wayIn") == "referral" ? WayIn.Referral : WayIn.Application,
        ReferrerKind = answers.Text("referrerKind") switch
        {
            "authorised-body" => AgencyKind.AuthorisedBody,
            "internal-affairs" => AgencyKind.InternalAffairs,
            "healthcare" => AgencyKind.Healthcare,
            _ => null,
        },
        AppliedAt = LocalDates.Moment(answers.Text("appliedAt")),
        PoliceReport = answers.Text("policeReport") switch
        {
            "filed" => PoliceReport.Filed,
            "refused" => PoliceReport.Refused,
            _ => PoliceReport.Unknown,
        },
        Person = form.VaultValuesOf(answers),
        Children = [.. answers.Rows("children").Select(Child)],
        Answers = answers,
        FormVersion = form.Version,
    };

    // A row's keys are short; in the child's own vault they are a person's like any other.
    private static NewChild Child(FormAnswers row) =>
        new(row.Keys.Where(row.Has).ToDictionary(key => $"person.{key}", key => row.Text(key) ?? "", StringComparer.Ordinal));
}
