using Pana.Cases;
using Pana.Engine;

namespace Pana.Portal.Pages.Design.Coverage;

/// <summary>What carriers are called: each by the name that the step, form, paper, limit or event has itself.</summary>
internal sealed class CarrierWords(CoverageCatalog coverage, FormCatalog forms, PaperTemplates papers, ObligationCatalog limits, EventCatalog events)
{
    private const int Longest = 90;
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal) { ["kk"] = "Title", ["ru"] = "TitleRu", ["en"] = "TitleEn" };

    public CarrierRow Of(Carrier carrier, CarrierCheck check, string culture)
    {
        if (check.Defect(carrier) is not null)
        {
            return new CarrierRow(carrier.Kind, carrier.Part ?? carrier.Id, null, carrier.Part is null ? "" : carrier.Id, null, IsLost: true);
        }

        var own = coverage.NameOf(carrier)?.In(culture);
        return carrier.Kind switch
        {
            CarrierKind.Step => Step(carrier, check.Step(carrier)!, own, culture),
            CarrierKind.Form => new(carrier.Kind, FormText(forms.Get(carrier.Id), carrier, culture), null, "", $"/designer/forms/{carrier.Id}", IsLost: false),
            CarrierKind.Paper => new(carrier.Kind, papers.Kind(carrier.Id).Title.In(culture), null, "", $"/designer/documents/{carrier.Id}", IsLost: false),
            CarrierKind.Clock when limits.Newest.FindRange(carrier.Id) is { } range => new(carrier.Kind, range.Name.In(culture), null, range.Row, $"/designer/limits/range/{carrier.Id}", IsLost: false),
            CarrierKind.Clock => new(carrier.Kind, limits.Get(carrier.Id).Name.In(culture), null, limits.Get(carrier.Id).Row, $"/designer/limits/{carrier.Id}", IsLost: false),
            CarrierKind.Event => new(carrier.Kind, events.Get(carrier.Id).Title.In(culture), null, "", null, IsLost: false),
            _ => new(carrier.Kind, own!, null, carrier.Id, null, IsLost: false),
        };
    }

    private CarrierRow Step(Carrier carrier, DefinitionActivity step, string? own, string culture)
    {
        var drawn = step.Json["metadata"]?["displayText"]?.ToString() ?? step.Id;
        var named = culture == "kk" ? drawn : own ?? Named(step, culture);
        // The drawings are written in Kazakh; a step that neither asks, records, prints nor waits has no other words.
        return new CarrierRow(carrier.Kind, named ?? drawn, named is null ? "kk" : null, carrier.Id, $"/designer/workflows/definitions/{carrier.Id}/edit", IsLost: false);
    }

    private string? Named(DefinitionActivity step, string culture)
    {
        var words = step.Constant(Titles.GetValueOrDefault(culture, "Title")) as string
            ?? (step.Constant("EventName") is string name ? events.Find(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..])?.Title.In(culture) : null)
            ?? (step.Constant("Obligation") is string limit ? limits.Find(limit)?.Name.In(culture) : null)
            ?? (Kinds(step).FirstOrDefault() is { } kind && papers.Kinds.TryGetValue(kind, out var paper) ? paper.Title.In(culture) : null);
        return string.IsNullOrEmpty(words) ? null : words;
    }

    private static IEnumerable<string> Kinds(DefinitionActivity step) =>
        step.Constant("Kind") is string kind ? [kind] : step.Constant("Kinds") is System.Collections.IEnumerable kinds and not string ? kinds.OfType<string>() : [];

    private static string FormText(FormDefinition form, Carrier carrier, string culture)
    {
        var field = carrier.Part is { } key ? form.Find(key) : null;
        var option = carrier.Option is { } value ? field!.Options.First(one => one.Value == value) : null;
        return string.Join(" › ", new[] { form.Title, field?.Label, option?.Label }.OfType<LocalizedText>().Select(text => Short(text.In(culture))));
    }

    // Some answers are whole sentences of the law.
    private static string Short(string text) =>
        text.Length <= Longest || text.LastIndexOf(' ', Longest) is not (> 0 and var end) ? text : text[..end].TrimEnd(',', ';') + " …";
}
