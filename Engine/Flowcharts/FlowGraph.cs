namespace Pana.Engine;

/// <summary>
/// A flowchart's connections seen from one start activity: which lead forward, which lead back, what stands before what.
/// Activities and connections are numbered as the definition lists them.
/// </summary>
internal sealed class FlowGraph
{
    private readonly FlowConnection[] _connections;
    private readonly int[][] _outbound;
    private readonly bool[] _forward;
    private readonly bool[] _validBackward;
    private readonly int[][] _inbound;
    private readonly HashSet<int>?[] _ancestors;

    public FlowGraph(int activityCount, FlowConnection[] connections, int start)
    {
        _connections = connections;
        ActivityCount = activityCount;
        Start = start;
        _outbound = Group(activityCount, connections, c => c.Source, static (_, _) => true);
        _forward = FindForward();
        _inbound = Group(activityCount, connections, c => c.Target, (_, i) => _forward[i]);
        _validBackward = FindValidBackward();
        _ancestors = new HashSet<int>?[activityCount];
    }

    public int ActivityCount { get; }

    public int ConnectionCount => _connections.Length;

    public int Start { get; }

    public FlowConnection this[int connection] => _connections[connection];

    public int[] Outbound(int activity) => _outbound[activity];

    /// <summary>The forward connections that end at the activity.</summary>
    public int[] Inbound(int activity) => _inbound[activity];

    public bool IsForward(int connection) => _forward[connection];

    /// <summary>Whether a backward connection may be followed: every forward path from the start to its source passes through its target.</summary>
    public bool IsValidBackward(int connection) => _validBackward[connection];

    /// <summary>Whether no forward connection reaches the activity, so that it never runs.</summary>
    public bool IsDangling(int activity) => activity != Start && _inbound[activity].Length == 0;

    /// <summary>Every activity from which forward connections lead to this one.</summary>
    public HashSet<int> Ancestors(int activity)
    {
        if (_ancestors[activity] is { } known)
        {
            return known;
        }

        var found = new HashSet<int>();
        var open = new Queue<int>([activity]);
        while (open.TryDequeue(out var current))
        {
            foreach (var connection in _inbound[current])
            {
                if (found.Add(_connections[connection].Source))
                {
                    open.Enqueue(_connections[connection].Source);
                }
            }
        }

        return _ancestors[activity] = found;
    }

    private static int[][] Group(int count, FlowConnection[] connections, Func<FlowConnection, int> by, Func<FlowConnection, int, bool> where)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        for (var i = 0; i < connections.Length; i++)
        {
            if (where(connections[i], i))
            {
                lists[by(connections[i])].Add(i);
            }
        }

        return [.. lists.Select(l => l.ToArray())];
    }

    /// <summary>
    /// Walks breadth-first from the start. An edge whose target already leads forward to its source would close a loop
    /// and is left out. Connections between the same two activities share the verdict.
    /// </summary>
    private bool[] FindForward()
    {
        var forward = new bool[_connections.Length];
        if (ActivityCount == 0)
        {
            return forward;
        }

        var edges = new HashSet<(int Source, int Target)>();
        var next = new List<int>[ActivityCount];
        for (var i = 0; i < ActivityCount; i++)
        {
            next[i] = [];
        }

        var seen = new bool[ActivityCount];
        var open = new Queue<int>([Start]);
        seen[Start] = true;
        while (open.TryDequeue(out var source))
        {
            foreach (var connection in _outbound[source])
            {
                var target = _connections[connection].Target;
                if (edges.Contains((source, target)) || Leads(next, target, source))
                {
                    continue;
                }

                edges.Add((source, target));
                next[source].Add(target);
                if (!seen[target])
                {
                    seen[target] = true;
                    open.Enqueue(target);
                }
            }
        }

        for (var i = 0; i < forward.Length; i++)
        {
            forward[i] = edges.Contains((_connections[i].Source, _connections[i].Target));
        }

        return forward;
    }

    private static bool Leads(List<int>[] next, int from, int to)
    {
        if (from == to)
        {
            return true;
        }

        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out var current))
        {
            foreach (var target in next[current])
            {
                if (target == to)
                {
                    return true;
                }

                if (seen.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return false;
    }

    private bool[] FindValidBackward()
    {
        var valid = new bool[_connections.Length];
        for (var i = 0; i < valid.Length; i++)
        {
            valid[i] = !_forward[i] && !ReachedWithout(_connections[i].Target, _connections[i].Source);
        }

        return valid;
    }

    /// <summary>Whether forward connections lead from the start to the activity without passing through another.</summary>
    private bool ReachedWithout(int avoided, int activity)
    {
        if (avoided == Start || avoided == activity)
        {
            return false;
        }

        var seen = new HashSet<int> { Start, avoided };
        var open = new Stack<int>([Start]);
        while (open.TryPop(out var current))
        {
            if (current == activity)
            {
                return true;
            }

            foreach (var connection in _outbound[current])
            {
                if (_forward[connection] && seen.Add(_connections[connection].Target))
                {
                    open.Push(_connections[connection].Target);
                }
            }
        }

        return false;
    }
}
