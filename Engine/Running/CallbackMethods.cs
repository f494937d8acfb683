using System.Collections.Concurrent;
using System.Reflection;

namespace Pana.Engine;

/// <summary>Callbacks are stored by method name, so that a waiting instance survives a restart.</summary>
internal static class CallbackMethods
{
    private static readonly ConcurrentDictionary<(Type, string), MethodInfo> Known = new();

    public static string NameOf(Delegate callback, Activity activity)
    {
        if (!ReferenceEquals(callback.Target, activity))
        {
            throw new InvalidOperationException(
                $"A callback of activity '{activity.Type}' must be one of its own methods, because it is stored by name; got '{callback.Method.DeclaringType?.Name}.{callback.Method.Name}'. Move the code into a method of {activity.GetType().Name}.");
        }

        return callback.Method.Name;
    }

    public static ExecuteActivityDelegate Resume(Activity activity, string name) =>
        Find(activity, name).CreateDelegate<ExecuteActivityDelegate>(activity);

    public static ActivityCompletionCallback Completion(Activity activity, string name) =>
        Find(activity, name).CreateDelegate<ActivityCompletionCallback>(activity);

    private static MethodInfo Find(Activity activity, string name) => Known.GetOrAdd((activity.GetType(), name), static key =>
    {
        for (var type = key.Item1; type is not null; type = type.BaseType)
        {
            var method = type.GetMethod(key.Item2, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            if (method is not null)
            {
                return method;
            }
        }

        throw new InvalidOperationException(
            $"A stored wait calls {key.Item1.Name}.{key.Item2}, which does not exist any more. Keep the method, or add it again under its old name, until no instance waits for it.");
    });
}
