using System.Text.Json.Nodes;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Compatibility;

/// <summary>
/// Which of Elsa's activities the corpus runs. <c>exclusions.json</c> names those that are not to be had here, each with
/// its reason; the numbers are printed, so that an exclusion cannot creep in.
/// </summary>
public sealed class CoverageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Tests", "Compatibility");

    // What Elsa's own definitions may hold, by Elsa's names; the compatibility promised is this list.
    private static readonly string[] Promised =
    [
        "Elsa.Flowchart", "Elsa.Sequence", "Elsa.Start", "Elsa.End", "Elsa.Finish", "Elsa.Complete", "Elsa.If", "Elsa.Switch", "Elsa.While", "Elsa.For", "Elsa.ForEach",
        "Elsa.ParallelForEach", "Elsa.Parallel", "Elsa.Fork", "Elsa.Break", "Elsa.FlowDecision", "Elsa.FlowSwitch", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.FlowNode",
        "Elsa.SetVariable", "Elsa.SetName", "Elsa.SetOutput", "Elsa.Correlate", "Elsa.Fault", "Elsa.WriteLine", "Elsa.Delay", "Elsa.StartAt", "Elsa.Timer", "Elsa.Cron",
        "Elsa.Event", "Elsa.PublishEvent", "Elsa.RunTask", "Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows", "Elsa.RunJavaScript",
        "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest", "Elsa.HttpEndpoint", "Elsa.WriteHttpResponse",
    ];

    // These speak with a server or a caller, which a definition of the corpus has not got.
    private static readonly Dictionary<string, string> RunBesideIt = new()
    {
        ["Elsa.SendHttpRequest"] = "Engine/Http/HttpRequestTests.cs",
        ["Elsa.FlowSendHttpRequest"] = "Engine/Http/HttpRequestTests.cs",
        ["Elsa.HttpEndpoint"] = "Host/WorkflowEndpointTests.cs",
        ["Elsa.WriteHttpResponse"] = "Host/WorkflowEndpointTests.cs",
    };

    [Fact]
    public void Every_activity_is_run_by_a_definition_of_the_corpus_or_excluded_with_a_reason()
    {
        var run = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var files = Directory.GetFiles(Path.Combine(Folder, "Corpus"), "*.json");
        foreach (var type in files.SelectMany(file => Types(JsonNode.Parse(File.ReadAllText(file))!["request"]!["model"]!).Distinct()))
        {
            run[type] = run.GetValueOrDefault(type) + 1;
        }

        var excluded = ((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "exclusions.json")))!).ToDictionary(one => one.Key, one => one.Value!.GetValue<string>());

        Console.WriteLine($"\nCompatibility: {files.Length} definitions run {Promised.Count(run.ContainsKey)} of Elsa's {Promised.Length} activities, {RunBesideIt.Count} are run beside it; {excluded.Count} excluded: {string.Join(", ", excluded.Keys)}");
        Assert.All(RunBesideIt, one => Assert.Contains($"\"{one.Key}\"", File.ReadAllText(Path.Combine(Repository.Root, "Tests", one.Value)), StringComparison.Ordinal));
        Assert.DoesNotContain(Promised, type => !run.ContainsKey(type) && !RunBesideIt.ContainsKey(type) && !excluded.ContainsKey(type));
        Assert.DoesNotContain(excluded.Keys, type => run.ContainsKey(type) || new ActivityCatalog().Find(type) is not null);
        Assert.All(excluded.Values, reason => Assert.True(reason.Length > 20, reason));
    }

    private static IEnumerable<string> Types(JsonNode model) => WorkflowDefinition.FromJson((JsonObject)model).Activities.Select(step => step.Type);
}
