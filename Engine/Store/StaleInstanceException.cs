namespace Pana.Engine;

/// <summary>Another burst changed or created the instance first; this one must be rolled back.</summary>
public sealed class StaleInstanceException(string instanceId) : InvalidOperationException(
    $"Instance '{instanceId}' was changed by somebody else since it was loaded, or already exists. Nothing was written; load it again and repeat.")
{
    /// <summary>The instance that moved on.</summary>
    public string InstanceId { get; } = instanceId;
}
