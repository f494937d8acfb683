namespace Pana.Engine;

internal static class InputConstants
{
    /// <summary>The value of an input that does not depend on an instance; default otherwise.</summary>
    public static T? Constant<T>(this Input<T>? input)
    {
        if (input is null)
        {
            return default;
        }

        if (input.TryGetConstant(out var value))
        {
            return value;
        }

        return input.Expression switch
        {
            { Type: "Literal" } literal => ValueTypes.Convert<T>(JsonSource.Value(literal.Value)),
            { Type: "Object" } text => ValueTypes.Convert<T>(new ObjectEvaluator("Object").Evaluate(text, null!)),
            _ => default,
        };
    }
}
