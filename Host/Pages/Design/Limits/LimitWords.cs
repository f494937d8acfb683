using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>Limits, actors and events in words.</summary>
internal sealed class LimitWords(IStringLocalizer<TaskTexts> units, IStringLocalizer<SharedTexts> shared, IStringLocalizer<DesignTexts> texts, EventCatalog events)
{
    public string Amount(Obligation limit) => Plural.Of(units, UnitKey(limit.Unit), limit.Amount);

    public string Amount(LimitRange range) => texts["Range.amount", range.From, range.To];

    public string Unit(LimitUnit unit) => texts["Unit." + unit];

    public string Actor(string code) => RoleCodes.TryParse(code, out var role) ? shared["Role" + role] : texts["Actor." + code];

    public string Event(string name) => events.Find(name)?.Title.In(DesignPage.Culture) ?? (texts["Event." + name] is { ResourceNotFound: false } known ? known.Value : name);

    /// <summary>What may be chosen as an actor.</summary>
    public IReadOnlyList<(string Code, string Words)> Actors =>
        [("organisation", Actor("organisation")), ("specialists", Actor("specialists")),
            .. RoleCodes.All.Where(code => code is not ("process-designer" or "auditor" or "administrator" or "clerk")).Select(code => (code, Actor(code)))];

    /// <summary>What may start or meet a limit, with what already does.</summary>
    public IReadOnlyList<(string Name, string Words)> Events(Obligation limit) =>
        [.. events.All.Select(one => one.Name).Where(name => name != CalendarChange.MovedEvent).Concat(limit.Anchors).Concat(limit.Targets).Distinct().Select(name => (name, Event(name)))];

    public string Value(string json) => texts["Value." + json.Trim('"')] is { ResourceNotFound: false } words ? words.Value : json.Trim('"');

    private static string UnitKey(LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDay => "Clock.unit.workingDay",
        LimitUnit.CalendarDay => "Clock.unit.calendarDay",
        LimitUnit.Quarter => "Clock.unit.quarter",
        _ => "Clock.unit.month",
    };
}
