using Pana.Engine;

namespace Pana.Activities;

/// <summary>Waiting for a moment.</summary>
internal static class Waits
{
    /// <summary>Waits until the moment; without a callback the step then completes with <c>Done</c>.</summary>
    public static Bookmark WaitUntil(this ActivityExecutionContext context, DateTimeOffset due, ExecuteActivityDelegate? callback = null) => context.CreateBookmark(new CreateBookmarkArgs
    {
        Stimulus = new { Activity = context.Id },
        DueAt = due,
        Callback = callback,
    });
}
