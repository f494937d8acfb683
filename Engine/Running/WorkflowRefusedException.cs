namespace Pana.Engine;

/// <summary>
/// A step refused what a person asked for, by a rule that the person can keep to. The burst is rolled back and the
/// person is told; there is nothing for anybody to mend, so no incident is left. Where nobody asked, as when a timer
/// fires, it is an incident like any other exception.
/// </summary>
public abstract class WorkflowRefusedException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    protected WorkflowRefusedException(string message)
        : base(message)
    {
    }
}
