namespace Pana.Cases;

/// <summary>What became of a time limit.</summary>
public enum ClockState
{
    /// <summary>The act is still to be done.</summary>
    Running,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Done after the last day.</summary>
    MetLate,

    /// <summary>The duty fell away.</summary>
    Void,
}
