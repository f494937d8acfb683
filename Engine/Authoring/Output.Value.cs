namespace Pana.Engine;

/// <inheritdoc cref="Output"/>
public sealed class Output<T> : Output
{
    /// <summary>Creates an output that is only kept as the step's own output.</summary>
    public Output() : base(null)
    {
    }

    /// <summary>Creates an output bound to a variable id or a workflow output name.</summary>
    public Output(string? targetId) : base(targetId)
    {
    }

    /// <summary>Creates an output bound to <paramref name="variable"/>.</summary>
    public Output(Variable variable) : base(variable.Id)
    {
    }
}
