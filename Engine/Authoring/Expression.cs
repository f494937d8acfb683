namespace Pana.Engine;

/// <summary>How a value is obtained: the expression type (<c>Literal</c>, <c>JavaScript</c>, …) and its source or value.</summary>
public sealed record Expression(string Type, object? Value)
{
    /// <summary>A constant.</summary>
    public static Expression Literal(object? value) => new("Literal", value);

    /// <summary>The current value of a workflow variable.</summary>
    public static Expression Variable(string name) => new("Variable", name);

    /// <summary>A JavaScript expression.</summary>
    public static Expression JavaScript(string source) => new("JavaScript", source);

    /// <summary>A Liquid template.</summary>
    public static Expression Liquid(string source) => new("Liquid", source);

    /// <summary>A place for what an evaluator derives from the source once, such as a parsed script.</summary>
    internal object? Prepared { get; set; }
}
