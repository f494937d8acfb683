namespace Pana.Engine;

/// <summary>A value that a step asks for, given in the definition as an expression.</summary>
public abstract class Input
{
    private protected Input(Expression? expression) => Expression = expression;

    /// <summary>How the value is obtained; null when the definition gives none.</summary>
    public Expression? Expression { get; }

    /// <summary>The property name in the descriptor, set by the compiler.</summary>
    internal string Name { get; set; } = "";

    /// <summary>The position among the step's inputs, set by the compiler.</summary>
    internal int Index { get; set; } = -1;

    internal abstract Type ValueType { get; }
}
