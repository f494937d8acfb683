namespace Pana.Engine;

/// <summary>Reads inputs and gives outputs the way activities for Elsa do; a missing input or output is no mistake.</summary>
public static class InputOutputExtensions
{
    /// <summary>The value in this execution; null or default when the definition gives none.</summary>
    public static T? Get<T>(this Input<T>? input, ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Get(input);
    }

    /// <inheritdoc cref="Get"/>
    public static T? GetOrDefault<T>(this Input<T>? input, ActivityExecutionContext context) => Get(input, context);

    /// <summary>Gives the value in this execution.</summary>
    public static void Set<T>(this Output<T>? output, ActivityExecutionContext context, T? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Set(output, value);
    }
}
