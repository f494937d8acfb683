using System.Globalization;
using Microsoft.Extensions.Localization;
using Pana.Activities;
using Pana.Cases;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Portal.Wording;

/// <summary>The designer's words for defects of definitions, for those that a change of content would make.</summary>
internal sealed class DefectWords(IStringLocalizer<DefectTexts> texts) : IDefectWords
{
    public LocalizedText Say(DefinitionDefect defect)
    {
        var asked = CultureInfo.CurrentUICulture;
        try
        {
            return new(In("kk"), In("ru"), In("en"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = asked;
        }

        string In(string language)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return DefectTexts.Say(texts, defect);
        }
    }
}
