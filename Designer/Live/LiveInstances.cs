namespace Pana.Designer;

/// <summary>Which instances are being looked at, by which connections, and what they were last told.</summary>
internal sealed class LiveInstances
{
    private const int MostOfOneConnection = 16;

    /// <summary>How many looks after a telling the viewers are told of the instance once more.</summary>
    private static readonly int[] Echoes = [1, 3, 9];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<string>> _byConnection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Observers, string? Told, int Looks)> _instances = new(StringComparer.Ordinal);
    private TaskCompletionSource _wanted = NewSignal();

    /// <summary>Adds an observer. The instance then counts as changed: what happened since the viewer loaded it must not be missed.</summary>
    public bool Observe(string connectionId, string instanceId)
    {
        lock (_lock)
        {
            if (!_byConnection.TryGetValue(connectionId, out var observed))
            {
                _byConnection[connectionId] = observed = new(StringComparer.Ordinal);
            }

            if (observed.Count >= MostOfOneConnection && !observed.Contains(instanceId))
            {
                return false;
            }

            var others = _instances.GetValueOrDefault(instanceId).Observers;
            _instances[instanceId] = (observed.Add(instanceId) ? others + 1 : others, null, 0);
            _wanted.TrySetResult();
            return true;
        }
    }

    /// <summary>The connection is gone.</summary>
    public void Leave(string connectionId)
    {
        lock (_lock)
        {
            if (!_byConnection.Remove(connectionId, out var observed))
            {
                return;
            }

            foreach (var instanceId in observed)
            {
                var known = _instances[instanceId];
                if (known.Observers > 1)
                {
                    _instances[instanceId] = known with { Observers = known.Observers - 1 };
                }
                else
                {
                    _instances.Remove(instanceId);
                }
            }

            if (_instances.Count == 0)
            {
                _wanted = NewSignal();
            }
        }
    }

    /// <summary>The instances that somebody looks at.</summary>
    public IReadOnlyList<string> Observed()
    {
        lock (_lock)
        {
            return [.. _instances.Keys];
        }
    }

    /// <summary>True when this state of the instance has not been told yet; from now on it has.</summary>
    public bool IsNews(string instanceId, string state)
    {
        lock (_lock)
        {
            if (!_instances.TryGetValue(instanceId, out var known) || known.Told == state)
            {
                return false;
            }

            _instances[instanceId] = known with { Told = state, Looks = 0 };
            return true;
        }
    }

    /// <summary>
    /// True in a few looks after the last news. The studio asks for the journal when it is told of it, and draws it with
    /// whatever it is told next: without that, what has just happened shows with the step after it.
    /// </summary>
    public bool IsEcho(string instanceId)
    {
        lock (_lock)
        {
            if (!_instances.TryGetValue(instanceId, out var known))
            {
                return false;
            }

            _instances[instanceId] = known with { Looks = known.Looks + 1 };
            return Echoes.Contains(known.Looks + 1);
        }
    }

    /// <summary>The telling failed: the instance counts as changed again.</summary>
    public void Forget(string instanceId)
    {
        lock (_lock)
        {
            if (_instances.TryGetValue(instanceId, out var known))
            {
                _instances[instanceId] = known with { Told = null };
            }
        }
    }

    /// <summary>Waits until somebody looks at an instance; at once when somebody does.</summary>
    public Task WantedAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            return _wanted.Task.WaitAsync(ct);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
