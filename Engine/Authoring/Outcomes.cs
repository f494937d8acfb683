namespace Pana.Engine;

/// <summary>The names of the ports through which a step was left.</summary>
public sealed record Outcomes(params string[] Names)
{
    /// <summary>The single outcome <c>Done</c>.</summary>
    public static Outcomes Default { get; } = new("Done");

    /// <summary>No outcome: every outgoing connection counts as not followed.</summary>
    public static Outcomes Empty { get; } = new();

    /// <summary>Whether the port is left through.</summary>
    public bool Contains(string port) => Array.IndexOf(Names, port) >= 0;
}
