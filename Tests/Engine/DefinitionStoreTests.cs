using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Versions: drafts, publishing, and instances that keep the version they started with.</summary>
public sealed class DefinitionStoreTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_draft_is_saved_in_place_and_a_published_version_is_followed_by_the_next()
    {
        var first = await SaveAsync(new Chart().Steps("a"));
        var same = await SaveAsync(new Chart().Steps("a", "b"));
        Assert.Equal((first.Id, 1), (same.Id, same.Version));

        var published = await _engine.DefineAsync(s => s.PublishAsync("chart"));
        var next = await SaveAsync(new Chart().Steps("c"));

        Assert.True(published.IsPublished && published.IsLatest);
        Assert.Equal((2, true, false), (next.Version, next.IsLatest, next.IsPublished));
        Assert.NotEqual(first.Id, next.Id);
        var kept = await _engine.DefineAsync(s => s.GetPublishedAsync("chart"));
        Assert.Equal(["root", "a", "b"], kept!.Activities.Select(a => a.Id));
    }

    [Fact]
    public async Task Publishing_replaces_the_published_version_and_retracting_leaves_none()
    {
        await _engine.PublishAsync(new Chart().Steps("a"));
        await _engine.PublishAsync(new Chart().Steps("b"));
        Assert.Equal(2, Assert.Single(_engine.Data.Definitions.Values, d => d.IsPublished).Version);

        await _engine.DefineAsync(s => s.RetractAsync("chart"));

        Assert.Null(await _engine.DefineAsync(s => s.GetPublishedAsync("chart")));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _engine.StartAsync("chart"));
        Assert.Contains("No published version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_keeps_the_version_it_started_with()
    {
        var run = await _engine.PublishAndStartAsync(new Chart().Waits("w").Steps("old").Connect("w", "old"));
        for (var i = 0; i < 20; i++)
        {
            await _engine.PublishAsync(new Chart().Waits("w").Steps($"new{i}").Connect("w", $"new{i}"));
        }

        await _engine.ResumeAsync("w", instanceId: run.InstanceId);

        Assert.Equal("w old", _engine.Journal(run.InstanceId));
        Assert.Equal(1, _engine.Data.Instances[run.InstanceId].DefinitionVersion);
    }

    [Fact]
    public async Task A_defective_definition_is_not_published_and_every_defect_is_named()
    {
        await SaveAsync(new Chart().Add("x", "Acme.Unknown").Add("delay", "Elsa.Delay", ("timeSpan", Chart.Literal("soon"))));

        var refused = await Assert.ThrowsAsync<InvalidDefinitionException>(() => _engine.DefineAsync(s => s.PublishAsync("chart")));

        Assert.Equal(["x", "delay"], refused.Defects.Select(d => d.ActivityId));
        Assert.Null(await _engine.DefineAsync(s => s.GetPublishedAsync("chart")));
    }

    [Fact]
    public async Task Unknown_members_and_activity_types_survive_saving()
    {
        var definition = new Chart().Add("x", "Acme.Unknown", ("acme", new JsonObject { ["deep"] = new JsonArray(1, "ә") })).Definition();
        definition["futureMember"] = new JsonObject { ["a"] = true };
        definition["root"]!["custom"] = "kept";

        var saved = await _engine.DefineAsync(s => s.SaveDraftAsync(definition.ToJsonString()));
        var again = await _engine.DefineAsync(s => s.GetVersionAsync(saved.Id));

        Assert.True(JsonNode.DeepEquals(definition["root"], again!.Root));
        Assert.True(JsonNode.DeepEquals(definition["futureMember"], again.Json["futureMember"]));
    }

    [Fact]
    public async Task Reverting_makes_an_old_version_the_newest_draft()
    {
        await _engine.PublishAsync(new Chart().Steps("a"));
        await _engine.PublishAsync(new Chart().Steps("b"));

        var draft = await _engine.DefineAsync(s => s.RevertAsync("chart", 1));

        Assert.Equal((3, "a"), (draft.Version, draft.Activities[^1].Id));
        Assert.False(draft.IsPublished);
    }

    [Fact]
    public async Task A_definition_that_runs_is_not_deleted()
    {
        await _engine.PublishAndStartAsync(new Chart().Waits("w"));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _engine.DefineAsync(s => s.DeleteAsync("chart")));
        Assert.Contains("instances still run it", refused.Message, StringComparison.Ordinal);

        await _engine.ResumeAsync("w");
        Assert.True(await _engine.DefineAsync(s => s.DeleteAsync("chart")));
        Assert.Empty(_engine.Data.Definitions);
    }

    [Fact]
    public async Task Files_are_imported_once_and_again_when_they_changed()
    {
        using var folder = new TempFolder();
        folder.Write("chart.json", new Chart().Steps("a"));
        Assert.Equal(ImportOutcome.Published, (await ImportAsync(folder))[0].Outcome);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(folder))[0].Outcome);

        folder.Write("chart.json", new Chart().Steps("b"));
        Assert.Equal(ImportOutcome.Published, (await ImportAsync(folder))[0].Outcome);

        var published = await _engine.DefineAsync(s => s.GetPublishedAsync("chart"));
        Assert.Equal((2, "b"), (published!.Version, published.Activities[^1].Id));
    }

    [Fact]
    public async Task What_a_designer_changed_is_not_overwritten_by_a_file()
    {
        using var folder = new TempFolder();
        folder.Write("chart.json", new Chart().Steps("a"));
        await ImportAsync(folder);
        await _engine.PublishAsync(new Chart().Steps("designer"));

        folder.Write("chart.json", new Chart().Steps("file"));
        Assert.Equal(ImportOutcome.DraftBesideEdited, (await ImportAsync(folder))[0].Outcome);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(folder))[0].Outcome);

        var published = await _engine.DefineAsync(s => s.GetPublishedAsync("chart"));
        var latest = await _engine.DefineAsync(s => s.GetLatestAsync("chart"));
        Assert.Equal("designer", published!.Activities[^1].Id);
        Assert.Equal("file", latest!.Activities[^1].Id);
    }

    [Fact]
    public async Task A_folder_with_defective_files_is_refused_whole()
    {
        using var folder = new TempFolder();
        folder.Write("a.json", new Chart("a").Steps("a"));
        folder.Write("b.json", new Chart("b").Add("x", "Acme.Unknown"));
        folder.Write("c.json", new Chart("c").Add("y", "Acme.Unknown"));

        var refused = await Assert.ThrowsAsync<InvalidDefinitionException>(() => ImportAsync(folder));

        Assert.Equal(["b.json", "c.json"], refused.Defects.Select(d => d.Path.Split(' ')[0]));
        Assert.Empty(_engine.Data.Definitions);
    }

    private Task<WorkflowDefinition> SaveAsync(Chart chart) => _engine.DefineAsync(s => s.SaveDraftAsync(chart.Definition().ToJsonString()));

    private Task<IReadOnlyList<ImportedDefinition>> ImportAsync(TempFolder folder) =>
        _engine.InScopeAsync(s => s.GetRequiredService<DefinitionImporter>().ImportFolderAsync(folder.Path));

    private sealed class TempFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pana-definitions-");

        public string Path => _folder.FullName;

        public void Write(string name, Chart chart) => File.WriteAllText(System.IO.Path.Combine(Path, name), chart.Definition().ToJsonString());

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
