namespace Pana.Cases;

/// <summary>Whether a paper may still change.</summary>
public enum PaperState
{
    /// <summary>Rendered, not yet signed by all.</summary>
    Draft,

    /// <summary>A draft that was made anew before anybody signed it to the end: only its newer version counts.</summary>
    Superseded,

    /// <summary>Signed: the exact bytes are frozen.</summary>
    Signed,
}
