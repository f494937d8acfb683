namespace Pana.Engine;

/// <summary>When a fork goes on.</summary>
public enum ForkJoinMode
{
    /// <summary>When every branch has completed.</summary>
    WaitAll,

    /// <summary>When the first branch has; the others are cancelled.</summary>
    WaitAny,
}
