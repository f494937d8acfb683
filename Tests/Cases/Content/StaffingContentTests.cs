using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Content;

/// <summary>The norms of Appendix 3 are content: the file is their seed, a designer publishes them whole.</summary>
public abstract class StaffingContentTests(TestDatabase database) : ContentTests(database)
{
    [Fact]
    public async Task Published_norms_hold_at_once_for_every_organisation()
    {
        await World.PublishAsync(ContentKind.Staffing, StaffNormsFile.Key, norms => Row(norms, "lawyer")["upTo20"] = 3);

        var now = await World.AsAsync(World.Head, scope => scope.GetRequiredService<Staffing>().NowAsync());

        Assert.Equal(3, now.Lines.Single(line => line.Norm.Post == "lawyer").Owed);
        Assert.Equal(2, (await World.ReadAsync(db => db.ContentVersions.SingleAsync(version => version.Kind == ContentKind.Staffing && version.IsCurrent))).Number);
    }

    [Fact]
    public async Task Norms_with_defects_are_refused_whole_and_every_defect_is_named()
    {
        var refused = await Assert.ThrowsAsync<ContentDefectsException>(() => World.PublishAsync(ContentKind.Staffing, StaffNormsFile.Key, norms =>
        {
            Row(norms, "director")["upTo20"] = 100;
            Row(norms, "clerk").AsObject().Remove("upTo50");
            Row(norms, "psychologist")["name"]!["en"] = " ";
            Row(norms, "educator")["per"]!["of"] = "cat";
            Row(norms, "senior-nurse")["post"] = "lawyer";
            Row(norms, "cultural-organiser")["post"] = Staffing.StudyGroups;
        }));

        Assert.Equal(["clerk", "director", "educator", "lawyer", "psychologist", "study-groups"], refused.Defects.Select(defect => defect.Place).Distinct().Order());
        Assert.Equal(1, World.Of<StaffNorms>().Rows.Single(row => row.Post == "director").UpTo20);
    }

    [Fact]
    public async Task A_changed_file_waits_beside_what_a_designer_changed()
    {
        await World.PublishAsync(ContentKind.Staffing, StaffNormsFile.Key, norms => Row(norms, "lawyer")["upTo20"] = 4);
        await World.ReadAsync(db => db.ContentVersions.Where(version => version.Kind == ContentKind.Staffing && version.Number == 1).ExecuteUpdateAsync(row => row.SetProperty(version => version.ImportedHash, "an earlier file")));

        await World.ImportAsync();

        Assert.Equal(4, World.Of<StaffNorms>().Rows.Single(row => row.Post == "lawyer").UpTo20);
        var waiting = await World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<ContentStore>().FindFileDraftAsync(ContentKind.Staffing, StaffNormsFile.Key));
        Assert.Equal(1, StaffNormsFile.Parse(waiting!.Body).Rows.Single(row => row.Post == "lawyer").UpTo20);
    }

    [Fact]
    public void What_is_read_and_written_again_says_the_same()
    {
        var body = File.ReadAllText(Path.Combine(Repository.Root, "Workflows", "Staffing", "norms.json"));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(StaffNormsFile.Parse(body).Write())));
    }

    private static JsonNode Row(JsonNode norms, string post) => norms["rows"]!.AsArray().Single(row => (string?)row!["post"] == post)!;
}

public sealed class StaffingContentOnSqlite(SqliteTestDatabase database) : StaffingContentTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class StaffingContentOnPostgres(PostgresTestDatabase database) : StaffingContentTests(database), IClassFixture<PostgresTestDatabase>;
