namespace Pana.Engine;

/// <summary>Finds everything wrong with a definition at once.</summary>
public sealed class DefinitionValidator
{
    private const int MostCharacters = 5_000_000;

    private readonly ActivityCatalog _catalog;
    private readonly ExpressionEvaluators _evaluators;
    private readonly IEnumerable<IDefinitionCheck> _checks;
    private readonly bool _looseStepsRefused;

    internal DefinitionValidator(ActivityCatalog catalog, ExpressionEvaluators evaluators, IEnumerable<IDefinitionCheck> checks, bool looseStepsRefused)
    {
        _catalog = catalog;
        _evaluators = evaluators;
        _checks = checks;
        _looseStepsRefused = looseStepsRefused;
    }

    /// <summary>Every defect of the text; empty when it may be published.</summary>
    public IReadOnlyList<DefinitionDefect> Validate(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MostCharacters)
        {
            return [new(null, "$", EngineDefects.TooLong, $"{json.Length:N0}", $"{MostCharacters:N0}")];
        }

        try
        {
            return Validate(WorkflowDefinition.Parse(json));
        }
        catch (InvalidDefinitionException e)
        {
            return e.Defects;
        }
    }

    /// <summary>Every defect of the definition; empty when it may be published.</summary>
    public IReadOnlyList<DefinitionDefect> Validate(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var defects = new List<DefinitionDefect>();
        new WorkflowChecks(definition, defects).Run();
        if (definition.Root is not null)
        {
            new ActivityChecks(definition, _catalog, _evaluators, defects).Run();
            new FlowchartChecks(definition, _catalog, _looseStepsRefused, defects).Run();
        }

        foreach (var check in _checks)
        {
            defects.AddRange(check.Check(definition));
        }

        return defects;
    }
}
