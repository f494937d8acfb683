using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// Activities joined by connections. It follows outcomes by counting visits: a branch that is not taken visits its
/// connections as "not followed", so that it never blocks a later join (dead-path elimination).
/// </summary>
[Activity("Elsa", "Flow", "A flowchart is a collection of activities and connections between them.", IsBrowsable = false)]
public sealed class Flowchart : Activity
{
    private readonly ConcurrentDictionary<int, FlowGraph> _graphs = new();
    private Dictionary<Activity, int> _index = [];
    private FlowConnection[] _connections = [];
    private string? _startId;

    /// <summary>The activities of the chart.</summary>
    public IReadOnlyList<Activity> Activities { get; set; } = [];

    /// <summary>The activity to begin with; null leaves the choice to the rules.</summary>
    [Port(IsBrowsable = false)]
    public Activity? Start { get; set; }

    internal override void BindMore(JsonObject json, Func<JsonObject, Activity> compileChild)
    {
        _startId = json["start"] is JsonObject start ? WorkflowDefinition.Text(start["id"]) : WorkflowDefinition.Text(json["start"]);
        _index = new Dictionary<Activity, int>(Activities.Count);
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Activities.Count; i++)
        {
            _index[Activities[i]] = i;
            byId.TryAdd(Activities[i].Id, i);
        }

        Start = _startId is not null && byId.TryGetValue(_startId, out var at) ? Activities[at] : null;
        var connections = new List<FlowConnection>();
        foreach (var (source, port, target) in FlowchartJson.Connections(json))
        {
            if (byId.TryGetValue(source, out var from) && byId.TryGetValue(target, out var to))
            {
                connections.Add(new FlowConnection(from, port, to));
            }
        }

        _connections = [.. connections];
    }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
        {
            return context.CompleteActivityAsync();
        }

        var graph = GraphOf(context);
        context.FlowScope = new FlowScope(graph.ActivityCount, graph.ConnectionCount);
        context.Schedule(Activities[graph.Start]);
        return default;
    }

    /// <inheritdoc/>
    protected internal override async ValueTask OnChildCompletedAsync(ActivityCompletedContext context)
    {
        var owner = context.TargetContext;
        var child = context.ChildContext;
        if (child.Activity.IsTerminal)
        {
            await owner.CompleteActivityAsync().ConfigureAwait(false);
            return;
        }

        var outcomes = context.Result as Outcomes ?? Outcomes.Default;
        await LeaveAsync(owner, child, outcomes).ConfigureAwait(false);
        if (!owner.HasActiveChildren)
        {
            await owner.CompleteActivityAsync().ConfigureAwait(false);
        }
    }

    internal int StartIndex(string? triggerActivityId)
    {
        var start = triggerActivityId is null ? null : Activities.FirstOrDefault(a => a.Id == triggerActivityId);
        start ??= Start;
        start ??= Activities.FirstOrDefault(a => a.Type == "Elsa.Start");
        start ??= Activities.FirstOrDefault(a => a.CanStartWorkflow);
        start ??= Activities.FirstOrDefault(a => !_connections.Any(c => c.Target == _index[a]));
        start ??= Activities[0];
        return _index[start];
    }

    internal FlowGraph GraphFrom(int start) => _graphs.GetOrAdd(start, s => new FlowGraph(Activities.Count, _connections, s));

    private FlowGraph GraphOf(ActivityExecutionContext context) => GraphFrom(StartIndex(context.WorkflowExecutionContext.TriggerActivityId));

    /// <summary>Visits what lies behind an activity that completed or was cancelled, and schedules what is due.</summary>
    private async ValueTask LeaveAsync(ActivityExecutionContext owner, ActivityExecutionContext child, Outcomes outcomes)
    {
        var graph = GraphOf(owner);
        var scope = owner.FlowScope!;
        var floor = scope.Open.Count;
        Visit(graph, scope, _index[child.Activity], outcomes, child.ByBackwardConnection);
        while (scope.Open.Count > floor)
        {
            var visit = scope.Open.Pop();
            scope.VisitConnection(visit.Connection, visit.Followed);
            var target = graph[visit.Connection].Target;
            if (!graph.IsForward(visit.Connection))
            {
                FollowBack(owner, graph, visit);
                continue;
            }

            switch (Arrive(owner, graph, scope, visit.Connection, target))
            {
                case Arrival.Run:
                    owner.Schedule(Activities[target]);
                    break;
                case Arrival.RunAndCancelOthers:
                    owner.Schedule(Activities[target]);
                    await CancelAncestorsAsync(owner, graph, target).ConfigureAwait(false);
                    break;
                case Arrival.Skip:
                    Visit(graph, scope, target, Outcomes.Empty, byBackwardConnection: false);
                    break;
            }
        }
    }

    private static void Visit(FlowGraph graph, FlowScope scope, int activity, Outcomes outcomes, bool byBackwardConnection)
    {
        if (!byBackwardConnection)
        {
            scope.VisitActivity(activity);
        }

        var outbound = graph.Outbound(activity);
        for (var i = outbound.Length - 1; i >= 0; i--)
        {
            scope.Open.Push((outbound[i], outcomes.Contains(graph[outbound[i]].Port)));
        }
    }

    private void FollowBack(ActivityExecutionContext owner, FlowGraph graph, (int Connection, bool Followed) visit)
    {
        if (!visit.Followed)
        {
            return;
        }

        var connection = graph[visit.Connection];
        if (!graph.IsValidBackward(visit.Connection))
        {
            throw new InvalidOperationException(
                $"The connection from '{Activities[connection.Source].Id}' back to '{Activities[connection.Target].Id}' cannot be followed: a path from the start reaches '{Activities[connection.Source].Id}' without passing through '{Activities[connection.Target].Id}'. Let every path enter the loop at '{Activities[connection.Target].Id}'.");
        }

        owner.Schedule(Activities[connection.Target], backward: true);
    }

    private Arrival Arrive(ActivityExecutionContext owner, FlowGraph graph, FlowScope scope, int connection, int target)
    {
        var mode = Activities[target] is FlowJoin join ? owner.EvaluateAgain(join.Mode) : FlowJoinMode.WaitAllActive;
        if (mode == FlowJoinMode.WaitAny)
        {
            if (!scope.IsNew(connection, target) || owner.WorkflowExecutionContext.IsScheduled(owner, Activities[target]))
            {
                return Arrival.Wait;
            }

            return scope.AnyFollowed(graph, target) ? Arrival.RunAndCancelOthers : scope.AllVisited(graph, target) ? Arrival.Skip : Arrival.Wait;
        }

        if (!scope.AllVisited(graph, target))
        {
            return Arrival.Wait;
        }

        var run = mode == FlowJoinMode.WaitAll ? scope.AllFollowed(graph, target) : scope.AnyFollowed(graph, target);
        return run ? Arrival.Run : Arrival.Skip;
    }

    /// <summary>A cancelled activity counts as completed with no outcome.</summary>
    private async ValueTask CancelAncestorsAsync(ActivityExecutionContext owner, FlowGraph graph, int target)
    {
        var ancestors = graph.Ancestors(target);
        foreach (var child in owner.Children.Where(c => ancestors.Contains(_index[c.Activity])).ToList())
        {
            if (child.Status == ActivityStatus.Running)
            {
                await child.CancelActivityAsync().ConfigureAwait(false);
                await LeaveAsync(owner, child, Outcomes.Empty).ConfigureAwait(false);
            }
        }
    }

    private enum Arrival
    {
        Wait,
        Run,
        RunAndCancelOthers,
        Skip,
    }
}
