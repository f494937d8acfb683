namespace Pana.Engine;

/// <summary>A further check of definitions, registered by whoever knows more than the engine does.</summary>
public interface IDefinitionCheck
{
    /// <summary>Returns every defect it sees; must not throw on a strange definition.</summary>
    IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition);
}
