using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Pana.Tests.Engine;
using Xunit;

namespace Pana.Tests.Compatibility;

/// <summary>
/// Definitions as Elsa Studio saves them, each with the journal Elsa gives: loaded without a defect, saved without loss,
/// run to the expected end. <c>children</c> are other definitions it uses, <c>start</c> what it is started with.
/// <c>steps</c> are events to publish, <c>advance</c> with a span of time, or <c>resume</c> with a step and what it is told.
/// Expected are <c>subStatus</c>, <c>ended</c> (what completed, and with a dash what was cancelled), the whole
/// <c>journal</c>, and what the instance <c>gives</c>: its output, name and correlation id.
/// </summary>
public sealed class CorpusTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Tests", "Compatibility", "Corpus");
    private readonly EngineHost _engine = new(o => o.LooseStepsRefused = true);

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public void Dispose() => _engine.Dispose();

    [Theory, MemberData(nameof(Names))]
    public async Task A_definition_has_no_defect_and_is_saved_without_loss(string name)
    {
        var request = Read(name)["request"]!;

        var defects = await _engine.InScopeAsync(s => Task.FromResult(s.GetRequiredService<DefinitionValidator>().Validate(request.ToJsonString())));
        var saved = await _engine.DefineAsync(s => s.SaveDraftAsync(request.ToJsonString()));

        Assert.Empty(defects);
        var expected = (JsonObject)request["model"]!.DeepClone();
        foreach (var member in new[] { "id", "createdAt", "links" })
        {
            expected.Remove(member);
            saved.Json.Remove(member);
        }

        Assert.True(JsonNode.DeepEquals(expected, saved.Json), saved.ToJson());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_definition_runs_as_on_Elsa(string name)
    {
        var expected = Read(name);
        foreach (var child in expected["children"] as JsonArray ?? [])
        {
            await _engine.PublishAsync((JsonObject)child!.DeepClone());
        }

        await _engine.PublishAsync((JsonObject)expected["request"]!.DeepClone());

        var run = await _engine.RunAsync(r => r.StartAsync(Start(name, expected["start"])));
        foreach (var step in expected["steps"]!.AsArray().Select(s => s!.GetValue<string>()))
        {
            await TakeAsync(step);
        }

        var lines = _engine.Data.Journal.Where(e => e.InstanceId == run.InstanceId).ToList();
        Assert.Equal(expected["subStatus"]!.GetValue<string>(), _engine.Data.Instances[run.InstanceId].SubStatus);
        if (expected["journal"] is JsonArray journal)
        {
            Assert.Equal(journal.Select(j => j!.GetValue<string>()), lines.Select(l => $"{l.ActivityId} {l.EventName}"));
        }

        if (expected["ended"] is { } ended)
        {
            Assert.Equal(ended.GetValue<string>(), string.Join(" ", lines
                .Where(l => l.EventName is "Completed" or "Canceled" && l.ActivityType is not ("Elsa.Flowchart" or "Elsa.Workflow" or "Elsa.Sequence"))
                .Select(l => l.EventName == "Canceled" ? $"-{l.ActivityId}" : l.ActivityId)));
        }

        if (expected["gives"] is JsonObject gives)
        {
            var instance = _engine.Data.Instances[run.InstanceId];
            var output = PlainData.ToNode(InstanceState.ReadInputAndOutput(instance.State).Output);
            var given = new JsonObject { ["output"] = output, ["name"] = instance.Name, ["correlationId"] = instance.CorrelationId };
            Assert.All(gives, member => Assert.True(JsonNode.DeepEquals(member.Value, given[member.Key]), given.ToJsonString()));
        }
    }

    private static StartWorkflow Start(string name, JsonNode? with) => new(name)
    {
        CorrelationId = with?["correlationId"]?.GetValue<string>(),
        Input = (with?["input"] as JsonObject ?? []).ToDictionary(input => input.Key, input => PlainData.FromNode(input.Value)),
    };

    private async Task TakeAsync(string step)
    {
        switch (step.Split(' ', 3))
        {
            case ["advance", var by]:
                await _engine.AdvanceAsync(ValueTypes.Convert<TimeSpan>(by));
                break;
            case ["resume", var activity, var told]:
                var bookmark = _engine.Data.Bookmarks.Values.Single(b => b.ActivityId == activity).Id;
                var input = JsonNode.Parse(told)!.AsObject().ToDictionary(member => member.Key, member => PlainData.FromNode(member.Value));
                await _engine.RunAsync(r => r.ResumeAsync(new ResumeBookmark(bookmark) { Input = input }));
                break;
            default:
                await _engine.RunAsync(r => r.PublishEventAsync(new PublishEvent(step)));
                break;
        }
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!;
}
