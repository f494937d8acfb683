namespace Pana.Engine;

/// <summary>Which matching cases count.</summary>
public enum SwitchMode
{
    /// <summary>The first.</summary>
    MatchFirst,

    /// <summary>All of them.</summary>
    MatchAny,
}
