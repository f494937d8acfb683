using System.Runtime.ExceptionServices;

namespace Pana.Engine;

/// <summary>
/// Runs work on a thread of its own with a stack that is large enough for whatever the limits of a script let it
/// build. A stack overflow cannot be caught: it would end the process.
/// </summary>
internal static class BigStack
{
    private const int Bytes = 128 * 1024 * 1024;

    /// <summary>How many may run at once; the others wait.</summary>
    private static readonly SemaphoreSlim Places = new(Math.Max(2, Environment.ProcessorCount));

    public static T Run<T>(Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        Places.Wait();
        try
        {
            var thread = new Thread(
                () =>
                {
                    try
                    {
                        result = work();
                    }
#pragma warning disable CA1031 // It is thrown again on the caller's thread.
                    catch (Exception e)
#pragma warning restore CA1031
                    {
                        failure = ExceptionDispatchInfo.Capture(e);
                    }
                },
                Bytes)
            { IsBackground = true, Name = "script" };
            thread.Start();
            thread.Join();
        }
        finally
        {
            Places.Release();
        }

        failure?.Throw();
        return result;
    }
}
