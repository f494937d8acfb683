namespace Pana.Engine;

/// <summary>What a join waits for.</summary>
public enum FlowJoinMode
{
    /// <summary>Every incoming branch must have been taken.</summary>
    WaitAll,

    /// <summary>Every incoming branch that is still active must have arrived.</summary>
    WaitAllActive,

    /// <summary>The first branch to arrive; the others are cancelled.</summary>
    WaitAny,
}
