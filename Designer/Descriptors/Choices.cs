using System.Text.Json.Nodes;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>The drop-downs of our steps, filled from the catalogues: forms, roles, parties, papers, obligations and events.</summary>
internal sealed class Choices(DescriptorTexts texts, FormCatalog forms, EventCatalog events, ObligationCatalog obligations, PaperTemplates papers)
{
    /// <summary>Changes whenever something was published that may be chosen.</summary>
    public (object Forms, object Papers, object Limits) Edition => (forms.Edition, papers.Kinds, obligations.Newest);

    /// <summary>What may be chosen for an input of ours; null when it is typed.</summary>
    public IReadOnlyList<(string Value, string Text)>? For(ActivityDescriptor step, InputDescriptor input, string culture) => step.Namespace != "Pana" ? null : input.Name switch
    {
        "Form" => [.. forms.All.Select(f => (f.Id, f.Title.In(culture)))],
        "Roles" => Named("roles", culture),
        "Party" or "To" => Named("parties", culture),
        "Language" => Named("languages", culture),
        "Obligation" => [.. Named("none", culture), .. obligations.All.Select(o => (o.Id, $"{o.Id} · {o.Name.In(culture)}"))],
        "Kind" or "Kinds" or "Papers" => [.. papers.Kinds.Values.Select(p => (p.Kind, p.Title.In(culture)))],
        "Group" => [.. papers.Kinds.Values.SelectMany(p => p.Signers).DistinctBy(s => s.Group).Select(s => (s.Group, s.Name.In(culture)))],
        "EventName" => [.. events.All.Where(e => e.Name != CalendarChange.MovedEvent).Select(e => (e.Name, $"{e.Title.In(culture)} · {e.Name}"))],
        _ => null,
    };

    /// <summary>The name of a fixed choice, such as a join mode; the value itself when it has none.</summary>
    public string NameOf(string value, string culture) => texts.Choices["modes"].TryGetValue(value, out var name) ? name.In(culture) : value;

    /// <summary>The editor's settings for a list of choices.</summary>
    public static JsonObject Specification(string hint, IEnumerable<(string Value, string Text)> choices)
    {
        var items = Answer.Array(choices.Select(c => new JsonObject { ["text"] = c.Text, ["value"] = c.Value }));
        return hint switch
        {
            "checklist" => new JsonObject { ["checklist"] = new JsonObject { ["checkList"] = new JsonObject { ["items"] = items, ["isFlagsEnum"] = false } } },
            "radiolist" => new JsonObject { ["radiolist"] = new JsonObject { ["radioList"] = new JsonObject { ["items"] = items } } },
            _ => new JsonObject { ["dropdown"] = new JsonObject { ["selectList"] = new JsonObject { ["items"] = items, ["isFlagsEnum"] = false }, ["providerName"] = null } },
        };
    }

    private IReadOnlyList<(string Value, string Text)> Named(string list, string culture) => [.. texts.Choices[list].Select(c => (c.Key, c.Value.In(culture)))];
}
