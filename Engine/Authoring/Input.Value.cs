namespace Pana.Engine;

/// <inheritdoc cref="Input"/>
public sealed class Input<T> : Input
{
    private bool _constantKnown;
    private T? _constant;

    /// <summary>Creates an input that is evaluated from <paramref name="expression"/>.</summary>
    public Input(Expression? expression) : base(expression)
    {
    }

    /// <summary>Creates an input with a constant value.</summary>
    public Input(T literal) : base(Expression.Literal(literal))
    {
        _constant = literal;
        _constantKnown = true;
    }

    /// <summary>Creates an input that reads <paramref name="variable"/>.</summary>
    public Input(Variable variable) : base(new Expression("Variable", variable))
    {
    }

    internal override Type ValueType => typeof(T);

    internal bool TryGetConstant(out T? value)
    {
        value = _constant;
        return _constantKnown;
    }

    /// <summary>Remembers the converted literal, so that it is converted once per definition version.</summary>
    internal void RememberConstant(T? value)
    {
        _constant = value;
        _constantKnown = true;
    }
}
