using System.Globalization;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;

namespace Pana.Portal.Pages.ServicesGiven;

/// <summary>Services and their kinds in the reader's words, as the forms of the log and of the plan offer them.</summary>
internal sealed class ServiceWords(FormCatalog forms, IStringLocalizer<ServiceTexts> texts)
{
    private static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>The service; a code that the form no longer offers is shown as it is.</summary>
    public string Of(string service) => Words(forms.Get(ServiceLog.Form).Find("service"), service);

    /// <summary>The kind of service of a plan.</summary>
    public string Kind(string kind) => Words(
        forms.Get(PlanMeasures.PlanForm).All().Where(component => component.Type == FormComponentType.DynamicList)
            .SelectMany(list => list.Components).FirstOrDefault(component => component.Key == "kind"),
        kind);

    /// <summary>«1 сағ 30 мин»</summary>
    public string Duration(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => texts["Duration.minutes", rest],
        (var hours, 0) => texts["Duration.hours", hours],
        var (hours, rest) => texts["Duration.both", hours, rest],
    };

    private static string Words(FormComponent? question, string value) =>
        question?.Options.FirstOrDefault(option => option.Value == value)?.Label.In(Culture) ?? value;
}
