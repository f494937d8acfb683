namespace Pana.Tests.Engine;

/// <summary>
/// What a flowchart must do, written as the rules are told and without a thought for speed: it keeps the whole history
/// of visits and counts in it. It shares no code with the engine, so that the two can be compared.
/// </summary>
internal sealed class ReferenceFlowchart
{
    public sealed record Node(string Id, string Kind, string[] Ports);

    public sealed record Edge(string From, string Port, string To);

    private sealed record Execution(Node Node, bool CameBack);

    private readonly List<Node> _nodes;
    private readonly List<Edge> _edges;
    private readonly HashSet<Edge> _forward;
    private readonly List<(Edge Edge, bool Followed)> _visits = [];
    private readonly List<string> _rounds = [];
    private readonly List<Execution> _queue = [];
    private readonly List<Execution> _waiting = [];

    public ReferenceFlowchart(IEnumerable<Node> nodes, IEnumerable<Edge> edges)
    {
        _nodes = [.. nodes];
        _edges = [.. edges];
        _forward = FindForward();
    }

    /// <summary>Completed activities as their ids, cancelled ones with a minus before.</summary>
    public List<string> Journal { get; } = [];

    public bool Finished { get; private set; }

    public string Waiting => Finished ? "" : string.Join(" ", _waiting.Select(w => w.Node.Id).Order(StringComparer.Ordinal));

    public void Start()
    {
        _queue.Add(new Execution(_nodes[0], false));
        Run();
    }

    public void Resume(string id, string outcome)
    {
        var execution = _waiting.First(w => w.Node.Id == id);
        _waiting.Remove(execution);
        Complete(execution, [outcome]);
        Run();
    }

    private void Run()
    {
        while (_queue.Count > 0 && !Finished)
        {
            var execution = _queue[0];
            _queue.RemoveAt(0);
            if (execution.Node.Kind == "wait")
            {
                _waiting.Add(execution);
            }
            else
            {
                Complete(execution, execution.Node.Kind == "fork" ? execution.Node.Ports : ["Done"]);
            }
        }
    }

    private void Complete(Execution execution, string[] outcomes)
    {
        Journal.Add(execution.Node.Id);
        if (execution.Node.Kind == "end")
        {
            Finish();
            return;
        }

        Leave(execution, outcomes);
        if (_queue.Count == 0 && _waiting.Count == 0)
        {
            Finish();
        }
    }

    private void Finish()
    {
        if (Finished)
        {
            return;
        }

        Journal.AddRange(_waiting.Select(w => "-" + w.Node.Id).Reverse());
        Finished = true;
    }

    private void Leave(Execution execution, string[] outcomes)
    {
        if (!execution.CameBack)
        {
            _rounds.Add(execution.Node.Id);
        }

        foreach (var edge in _edges.Where(e => e.From == execution.Node.Id))
        {
            VisitEdge(edge, outcomes.Contains(edge.Port));
        }
    }

    private void VisitEdge(Edge edge, bool followed)
    {
        _visits.Add((edge, followed));
        var target = _nodes.Single(n => n.Id == edge.To);
        if (!_forward.Contains(edge))
        {
            if (followed)
            {
                if (PathsTo(edge.From).Any(path => !path.Contains(edge.To)))
                {
                    throw new InvalidOperationException("invalid backward connection");
                }

                _queue.Add(new Execution(target, true));
            }

            return;
        }

        var inbound = _edges.Where(e => e.To == target.Id && _forward.Contains(e)).ToList();
        var arrived = inbound.Where(IsOfThisRound).ToList();
        var allArrived = arrived.Count == inbound.Count;
        var taken = arrived.Where(LastFollowed).ToList();
        if (target.Kind == "WaitAny")
        {
            if (!IsOfThisRound(edge) || _queue.Any(q => q.Node == target))
            {
                return;
            }

            if (taken.Count > 0)
            {
                _queue.Add(new Execution(target, false));
                CancelBefore(target.Id);
            }
            else if (allArrived)
            {
                Leave(new Execution(target, false), []);
            }
        }
        else if (allArrived)
        {
            if (target.Kind == "WaitAll" ? taken.Count == inbound.Count : taken.Count > 0)
            {
                _queue.Add(new Execution(target, false));
            }
            else
            {
                Leave(new Execution(target, false), []);
            }
        }
    }

    private void CancelBefore(string id)
    {
        foreach (var execution in _waiting.Where(w => LeadsForward(w.Node.Id, id)).ToList())
        {
            if (_waiting.Remove(execution))
            {
                Journal.Add("-" + execution.Node.Id);
                Leave(execution, []);
            }
        }
    }

    private bool IsOfThisRound(Edge edge) => _visits.Count(v => v.Edge == edge) > _rounds.Count(r => r == edge.To);

    private bool LastFollowed(Edge edge) => _visits.Last(v => v.Edge == edge).Followed;

    private bool LeadsForward(string from, string to) =>
        _forward.Any(e => e.From == from && (e.To == to || LeadsForward(e.To, to)));

    private IEnumerable<List<string>> PathsTo(string id)
    {
        if (id == _nodes[0].Id)
        {
            yield return [id];
            yield break;
        }

        foreach (var edge in _forward.Where(e => e.To == id))
        {
            foreach (var path in PathsTo(edge.From))
            {
                yield return [.. path, id];
            }
        }
    }

    private HashSet<Edge> FindForward()
    {
        var pairs = new HashSet<(string, string)>();
        var reaches = _nodes.ToDictionary(n => n.Id, n => new HashSet<string> { n.Id });
        var order = new List<string> { _nodes[0].Id };
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var edge in _edges.Where(e => e.From == order[i]))
            {
                if (pairs.Contains((edge.From, edge.To)) || reaches[edge.To].Contains(edge.From))
                {
                    continue;
                }

                pairs.Add((edge.From, edge.To));
                foreach (var reach in reaches.Values.Where(r => r.Contains(edge.From)))
                {
                    reach.UnionWith(reaches[edge.To]);
                }

                if (!order.Contains(edge.To))
                {
                    order.Add(edge.To);
                }
            }
        }

        return [.. _edges.Where(e => pairs.Contains((e.From, e.To)))];
    }
}
