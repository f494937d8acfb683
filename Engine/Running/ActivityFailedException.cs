namespace Pana.Engine;

/// <summary>Carries what an activity threw, with the place, up to the runtime that makes an incident of it.</summary>
#pragma warning disable CA1032, CA1064 // Made in one place, caught in one place.
internal sealed class ActivityFailedException(ActivityExecutionContext context, Exception cause) : Exception(cause.Message, cause)
#pragma warning restore CA1032, CA1064
{
    public ActivityExecutionContext Context { get; } = context;

    public Exception Cause { get; } = cause;
}
