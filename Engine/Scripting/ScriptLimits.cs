namespace Pana.Engine;

/// <summary>
/// What a script or a template of a definition may use up. The defaults leave room for any condition or text of a
/// procedure and stop everything that could hurt the process.
/// </summary>
public sealed class ScriptLimits
{
    /// <summary>Wall-clock time of one evaluation. Default 500 ms.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time of one regular expression. Default 100 ms.</summary>
    public TimeSpan Regex { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Bytes allocated during one evaluation. Default 8 MiB.</summary>
    public long Memory { get; init; } = 8 * 1024 * 1024;

    /// <summary>Statements of a script, or steps of a template. Default 50,000.</summary>
    public int Statements { get; init; } = 50_000;

    /// <summary>Depth of calls of a script, or of blocks of a template. Default 64.</summary>
    public int Recursion { get; init; } = 64;

    /// <summary>Characters of the script or template itself. Default 65,536.</summary>
    public int Source { get; init; } = 65_536;

    /// <summary>Characters of any text that is made, and of the result. Default 1,000,000.</summary>
    public int Text { get; init; } = 1_000_000;

    /// <summary>Elements of one list, and values in a result. Default 100,000.</summary>
    public int Elements { get; init; } = 100_000;

    /// <summary>Depth of data that goes in or comes out. Default 64.</summary>
    public int Depth { get; init; } = 64;
}
