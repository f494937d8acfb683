using System.Globalization;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;

namespace Pana.Portal.Wording;

/// <summary>Says in the reader's language why the procedure does not allow an act.</summary>
internal sealed class RuleWords(IStringLocalizer<CaseTexts> texts, EventCatalog events)
{
    public string Say(CaseRuleException broken)
    {
        var words = texts[broken.Key, [.. broken.Arguments.Select(Name)]];
        return words.ResourceNotFound ? texts["Rule.Other"] : words;
    }

    private string Name(string argument) =>
        events.Find(argument)?.Title.In(CultureInfo.CurrentUICulture.Name)
        ?? (Enum.TryParse<CaseState>(argument, out var state) && Enum.IsDefined(state) ? texts[$"State.{state}"].Value : argument);
}
