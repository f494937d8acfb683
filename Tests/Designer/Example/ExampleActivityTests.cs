using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Designer.Example;

/// <summary>The example of <c>docs/activities.md</c>: from the class to the toolbox to a running instance.</summary>
public sealed class ExampleActivityTests
{
    private const string Drawn =
        """
        { "definitionId": "parcel", "name": "Parcel",
          "variables": [ { "id": "who", "name": "Who", "typeName": "String" } ],
          "root": { "id": "f", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "wait", "type": "Example.WaitForDelivery", "version": 1,
                "number": { "typeName": "String", "expression": { "type": "Literal", "value": "KZ-17" } },
                "takenBy": { "typeName": "String", "memoryReference": { "id": "who" } } },
              { "id": "thanks", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "`Taken by ${getWho()}`" } } } ],
            "connections": [ { "source": { "activity": "wait", "port": "Delivered" }, "target": { "activity": "thanks", "port": "In" } } ] } }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_class_is_a_step_of_the_toolbox_and_runs()
    {
        await using var services = new ServiceCollection().AddLogging().AddWorkflowEngine(engine =>
        {
            engine.UseMemory();
            engine.AddActivitiesFrom(typeof(WaitForDelivery).Assembly);
        }).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredService<ActivityCatalog>().Find("Example.WaitForDelivery")!;
        var store = scope.ServiceProvider.GetRequiredService<DefinitionStore>();
        await store.SaveDraftAsync(Drawn, Ct);
        await store.PublishAsync("parcel", Ct);
        var runtime = scope.ServiceProvider.GetRequiredService<WorkflowRuntime>();

        var waiting = await runtime.StartAsync(new StartWorkflow("parcel"), Ct);
        var done = await runtime.ResumeAsync(
            new ResumeBookmark(services.GetRequiredService<MemoryData>().Bookmarks.Values.Single().Id) { Input = new Dictionary<string, object?> { ["TakenBy"] = "neighbour" } }, Ct);

        Assert.Equal(("Delivery", "Wait for delivery"), (step.Category, step.DisplayName));
        Assert.Equal(["Delivered", "Returned"], step.Ports.Select(p => p.Name));
        Assert.Equal(["Number"], step.Inputs.Select(i => i.Name));
        Assert.Equal(WorkflowSubStatus.Suspended, waiting.SubStatus);
        Assert.Equal(WorkflowSubStatus.Finished, done.SubStatus);
    }

    [Fact]
    public void The_documentation_shows_this_very_class()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "Tests", "Designer", "Example", "WaitForDelivery.cs"));
        // These tests see the engine's internals, so the compiler wants a word more of them than of anybody else.
        source = source.Replace("protected internal override", "protected override", StringComparison.Ordinal);
        var shown = File.ReadAllText(Path.Combine(Repository.Root, "docs", "activities.md"));

        Assert.Contains(source[source.IndexOf("[Activity(", StringComparison.Ordinal)..].Trim(), shown, StringComparison.Ordinal);
        Assert.Contains(Drawn, shown, StringComparison.Ordinal);
    }
}
