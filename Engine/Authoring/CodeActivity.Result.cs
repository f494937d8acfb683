namespace Pana.Engine;

/// <summary>A <see cref="CodeActivity"/> with one result, kept under the name <c>Result</c>.</summary>
public abstract class CodeActivity<T> : CodeActivity
{
    /// <summary>Where the result goes; null when nobody wants it.</summary>
    [Output]
    public Output<T>? Result { get; set; }
}
