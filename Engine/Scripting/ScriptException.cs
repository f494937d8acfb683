namespace Pana.Engine;

/// <summary>An expression of a definition could not be evaluated: it is wrong, or it used more than it may.</summary>
public sealed class ScriptException : Exception
{
    public ScriptException()
    {
    }

    public ScriptException(string message)
        : base(message)
    {
    }

    public ScriptException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
