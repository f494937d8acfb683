namespace Pana.Engine;

/// <inheritdoc cref="Variable"/>
public sealed class Variable<T> : Variable
{
    /// <summary>Creates a variable for a definition written in code.</summary>
    public Variable(string name, T? value = default)
    {
        Id = name;
        Name = name;
        TypeName = ValueTypes.NameOf(typeof(T));
        Value = System.Text.Json.JsonSerializer.SerializeToNode(value);
    }
}
