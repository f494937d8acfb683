using FsCheck;
using FsCheck.Fluent;
using Pana.Engine;
using Xunit;
using Edge = Pana.Tests.Engine.ReferenceFlowchart.Edge;
using Node = Pana.Tests.Engine.ReferenceFlowchart.Node;

namespace Pana.Tests.Engine;

/// <summary>
/// Random flowcharts (forks, joins of every mode, loops, waits, ends) on random paths do after every burst what the
/// reference says. The engine stores and reloads the instance between bursts, the reference does not: so stopping and
/// reloading changes nothing either.
/// </summary>
public sealed class RandomFlowchartTests
{
    private static readonly string[] JoinModes = ["WaitAny", "WaitAll", "WaitAllActive"];

    public sealed record Sketch(byte[] Nodes, (byte From, byte Port, byte To)[] Edges, byte[] Choices)
    {
        public override string ToString() => $"nodes [{string.Join(", ", Nodes)}] edges [{string.Join(", ", Edges)}] choices [{string.Join(", ", Choices)}]";
    }

    [Fact]
    public void Every_random_flowchart_does_what_the_reference_says()
    {
        var sketches =
            from size in Gen.Choose(1, 9)
            from nodes in ArbMap.Default.GeneratorFor<byte>().ArrayOf(size)
            from edgeCount in Gen.Choose(size - 1, size * 3)
            from edges in ArbMap.Default.GeneratorFor<(byte, byte, byte)>().ArrayOf(edgeCount)
            from choices in ArbMap.Default.GeneratorFor<byte>().ArrayOf(25)
            select new Sketch(nodes, edges, choices);
        using var engine = new EngineHost();
        var finished = 0;
        var resumed = 0;
        var property = Prop.ForAll(Arb.From(sketches, Shrink), sketch =>
        {
            var (steps, ended) = Compare(engine, sketch).GetAwaiter().GetResult();
            resumed += steps;
            finished += ended ? 1 : 0;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true), property);

        Assert.True(finished > 200, $"Only {finished} charts came to their end: the generator says too little.");
        Assert.True(resumed > 200, $"Only {resumed} waits were answered: the generator says too little.");
    }

    private static IEnumerable<Sketch> Shrink(Sketch sketch)
    {
        for (var i = 0; i < sketch.Edges.Length; i++)
        {
            yield return sketch with { Edges = [.. sketch.Edges[..i], .. sketch.Edges[(i + 1)..]] };
        }

        if (sketch.Nodes.Length > 1)
        {
            yield return sketch with { Nodes = sketch.Nodes[..^1] };
        }
    }

    private static async Task<(int Resumed, bool Finished)> Compare(EngineHost engine, Sketch sketch)
    {
        var (nodes, edges) = Draw(sketch);
        var reference = new ReferenceFlowchart(nodes, edges);
        Clear(engine);
        var version = (await engine.DefineAsync(s => s.SaveDraftAsync(ToChart(nodes, edges).Definition().ToJsonString()))).Id;
        // As if published, but unchecked: what the checks refuse must behave too.
        engine.Data.Definitions[version].PublishedAt = engine.Time.GetUtcNow();

        Task<WorkflowRunResult> StartAsync() => engine.RunAsync(r => r.StartAsync(new StartWorkflow("chart") { DefinitionVersionId = version }));
        try
        {
            reference.Start();
        }
        catch (InvalidOperationException)
        {
            await Assert.ThrowsAsync<WorkflowFaultedException>(StartAsync);
            return (0, false);
        }

        var run = await StartAsync();
        AssertSame(reference, engine, run, sketch);
        var resumed = 0;
        foreach (var choice in sketch.Choices)
        {
            if (reference.Finished)
            {
                break;
            }

            var waiting = reference.Waiting.Split(' ');
            var id = waiting[choice % waiting.Length];
            var ports = nodes.Single(n => n.Id == id).Ports;
            var outcome = ports[(choice / 16) % ports.Length];
            try
            {
                reference.Resume(id, outcome);
            }
            catch (InvalidOperationException)
            {
                await Assert.ThrowsAsync<WorkflowFaultedException>(() => engine.ResumeAsync(id, outcome));
                return (resumed, false);
            }

            run = await engine.ResumeAsync(id, outcome);
            AssertSame(reference, engine, run, sketch);
            resumed++;
        }

        return (resumed, reference.Finished);
    }

    private static void Clear(EngineHost engine)
    {
        engine.Data.Instances.Clear();
        engine.Data.Bookmarks.Clear();
        engine.Data.Journal.Clear();
        engine.Data.Definitions.Clear();
    }

    private static void AssertSame(ReferenceFlowchart reference, EngineHost engine, WorkflowRunResult run, Sketch sketch)
    {
        var journal = engine.Data.Journal
            .Where(e => e.EventName is "Completed" or "Canceled" && e.ActivityType is not ("Elsa.Flowchart" or "Elsa.Workflow"))
            .Select(e => e.EventName == "Canceled" ? "-" + e.ActivityId : e.ActivityId);
        Assert.Equal(string.Join(" ", reference.Journal), string.Join(" ", journal));
        Assert.Equal(reference.Waiting, engine.Waiting());
        Assert.True(reference.Finished == (run.Status == WorkflowStatus.Finished), sketch.ToString());
        Assert.Equal(Enumerable.Range(1, engine.Data.Journal.Count).Select(i => (long)i), engine.Data.Journal.Select(e => e.Sequence));
    }

    private static (List<Node> Nodes, List<Edge> Edges) Draw(Sketch sketch)
    {
        var nodes = sketch.Nodes.Select((n, i) => (n % 12) switch
        {
            < 3 => new Node($"s{i}", "step", ["Done"]),
            < 5 => new Node($"f{i}", "fork", ["A", "B"]),
            < 8 => new Node($"w{i}", "wait", ["Done", "Other", "Again"]),
            < 11 => new Node($"j{i}", JoinModes[n % 12 - 8], ["Done"]),
            _ => i == 0 || n < 128 ? new Node($"s{i}", "step", ["Done"]) : new Node($"e{i}", "end", ["Done"]),
        }).ToList();
        var edges = new List<Edge>();
        foreach (var (from, port, to) in sketch.Edges)
        {
            var (source, target) = (from % nodes.Count, to % nodes.Count);
            var node = nodes[source];
            if (target <= source)
            {
                // Only a wait leads back, so that every loop has one.
                if (node.Kind == "wait")
                {
                    edges.Add(new Edge(node.Id, "Again", nodes[target].Id));
                }

                continue;
            }

            var ports = node.Kind == "wait" ? ["Done", "Other"] : node.Ports;
            edges.Add(new Edge(node.Id, ports[port % ports.Length], nodes[target].Id));
        }

        return (nodes, [.. edges.Distinct()]);
    }

    private static Chart ToChart(List<Node> nodes, List<Edge> edges)
    {
        var chart = new Chart().StartAt(nodes[0].Id);
        foreach (var node in nodes)
        {
            _ = node.Kind switch
            {
                "step" => chart.Steps(node.Id),
                "fork" => chart.Fork(node.Id, node.Ports),
                "wait" => chart.Waits(node.Id),
                "end" => chart.Add(node.Id, "Elsa.End"),
                _ => chart.Join(node.Id, node.Kind),
            };
        }

        foreach (var edge in edges)
        {
            chart.Connect($"{edge.From}:{edge.Port}", edge.To);
        }

        return chart;
    }
}
