using Pana.Engine;

namespace Pana.Cases;

/// <summary>Looks carriers up in what is in use now: a process designer may have taken away what carried a norm.</summary>
public sealed class CarrierCheck
{
    private readonly FormCatalog _forms;
    private readonly PaperTemplates _papers;
    private readonly ObligationCatalog _limits;
    private readonly EventCatalog _events;
    private readonly IReadOnlySet<string> _pages;
    private readonly Dictionary<string, ILookup<string, DefinitionActivity>> _steps;

    /// <summary>Takes the content in use, the published workflows and the addresses of the portal.</summary>
    public CarrierCheck(FormCatalog forms, PaperTemplates papers, ObligationCatalog limits, EventCatalog events, IEnumerable<WorkflowDefinition> published, IReadOnlySet<string> pages)
    {
        ArgumentNullException.ThrowIfNull(published);
        (_forms, _papers, _limits, _events, _pages) = (forms, papers, limits, events, pages);
        _steps = published.ToDictionary(definition => definition.DefinitionId, definition => definition.Activities.ToLookup(step => step.Id, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The step of a carrier; null when it is none, or not in the published workflow.</summary>
    public DefinitionActivity? Step(Carrier carrier)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        return carrier.Kind == CarrierKind.Step && _steps.TryGetValue(carrier.Id, out var steps) ? steps[carrier.Part!].FirstOrDefault() : null;
    }

    /// <summary>Why the carrier carries nothing now; null when it is there.</summary>
    public string? Defect(Carrier carrier)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        return carrier.Kind switch
        {
            CarrierKind.Step => !_steps.ContainsKey(carrier.Id) ? $"there is no published workflow \"{carrier.Id}\""
                : Step(carrier) is null ? $"the published workflow \"{carrier.Id}\" has no step \"{carrier.Part}\"" : null,
            CarrierKind.Form => FormDefect(carrier),
            CarrierKind.Paper => _papers.Kinds.ContainsKey(carrier.Id) ? null : $"there is no paper \"{carrier.Id}\"",
            CarrierKind.Clock => _limits.Find(carrier.Id) is not null || _limits.Newest.FindRange(carrier.Id) is not null ? null : $"there is no limit \"{carrier.Id}\"",
            CarrierKind.Event => _events.Find(carrier.Id) is not null ? null : $"there is no case event \"{carrier.Id}\"",
            _ => _pages.Contains(carrier.Id) ? null : $"no page of the portal has the address \"{carrier.Id}\"",
        };
    }

    private string? FormDefect(Carrier carrier)
    {
        if (!_forms.Contains(carrier.Id))
        {
            return $"there is no form \"{carrier.Id}\"";
        }

        if (carrier.Part is not { } key)
        {
            return null;
        }

        return _forms.Get(carrier.Id).Find(key) is not { } field ? $"the form \"{carrier.Id}\" has no question \"{key}\""
            : carrier.Option is { } option && field.Options.All(one => one.Value != option) ? $"the question \"{key}\" of the form \"{carrier.Id}\" has no answer \"{option}\""
            : null;
    }
}
