using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.House;

/// <summary>Rooms (p9 1) 3)), things held (p39) and the staffing norm (p22–23, Appendix 3) of an organisation.</summary>
public abstract class HouseTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task A_room_says_what_does_not_fit_and_the_bed_is_free_when_the_case_is_over()
    {
        var family = await World.OpenFamilyAsync(Some.Application() with
        {
            Person = new Dictionary<string, string> { ["person.sex"] = "female" },
            Children = [new NewChild(new Dictionary<string, string> { ["person.firstName"] = "Алдияр" })],
        });
        var man = await World.OpenCaseAsync(Some.Application() with { Person = new Dictionary<string, string> { ["person.sex"] = "male" } });
        var (one, two) = (await RoomAsync("1", 1), await RoomAsync("2", 3));
        await PlaceAsync(family[0], one);
        Assert.Equal([RoomConflict.FamilyApart], await ConflictsAsync(one)); // the child has no bed
        await PlaceAsync(family[1], two);
        Assert.Equal([RoomConflict.FamilyApart], await ConflictsAsync(two));
        await PlaceAsync(family[1], one);
        Assert.Equal([RoomConflict.Overfull], await ConflictsAsync(one));
        await PlaceAsync(family[0], two);
        await PlaceAsync(family[1], two);
        Assert.Empty(await ConflictsAsync(two));
        await PlaceAsync(man, two);
        Assert.Equal([RoomConflict.MixedSex], await ConflictsAsync(two));
        Assert.False(await World.AsAsync(World.Head, scope => scope.GetRequiredService<Rooms>().CloseAsync(two)));

        await World.RecordAsync(man, "applicant.withdrew");

        Assert.Empty(await ConflictsAsync(two));
        Assert.Equal(4, (await NowAsync()).Beds);
        Assert.Equal(2, (await NowAsync()).Taken);
        Assert.Equal("Rule.CaseIsOver", (await Assert.ThrowsAsync<CaseRuleException>(() => PlaceAsync(man, one))).Key);
        Assert.True(await World.AsAsync(World.Head, scope => scope.GetRequiredService<Rooms>().CloseAsync(one)));
        Assert.Equal("Rule.NoSuchRoom", (await Assert.ThrowsAsync<CaseRuleException>(() => PlaceAsync(family[0], one))).Key);
        Assert.Equal(2, await World.ReadAsync(db => db.BedStays.CountAsync(stay => stay.CaseId == family[0].Id)));
    }

    [Fact]
    public async Task A_room_of_another_organisation_is_no_room()
    {
        var file = await World.OpenCaseAsync();
        var foreign = await RoomAsync("9", 2, World.Staff(Role.Head, World.Other));

        Assert.Equal("Rule.NoSuchRoom", (await Assert.ThrowsAsync<CaseRuleException>(() => PlaceAsync(file, foreign))).Key);
        Assert.DoesNotContain((await NowAsync()).Rooms, room => room.Room.Id == foreign);
    }

    [Fact]
    public async Task Things_are_sealed_seen_where_the_case_is_and_given_back_by_the_receipt()
    {
        var file = await World.OpenCaseAsync();
        await TakeAsync(file, "Алтын сақина");
        var ring = Assert.Single(await ListAsync(World.Head, null));
        Assert.Equal(("Алтын сақина", file.Code), (ring.What, ring.Code));
        Assert.Empty(await ListAsync(World.Nurse, null)); // no task in this case
        Assert.Empty(await ListAsync(World.Staff(Role.Head, World.Other), null));
        var stored = await World.ReadAsync(db => db.SealedAnswers.SingleAsync(row => row.Id == ring.Item.AnswersId));
        Assert.DoesNotContain("сақина", Encoding.UTF8.GetString(stored.Sealed), StringComparison.Ordinal);

        await TakeAsync(file, "Төлқұжат");
        Assert.True(await World.AsAsync(World.Social, scope => scope.GetRequiredService<Custody>().ReturnAsync(file, ring.Item.Id)));
        Assert.False(await World.AsAsync(World.Social, scope => scope.GetRequiredService<Custody>().ReturnAsync(file, ring.Item.Id)));
        Assert.Equal("Төлқұжат", Assert.Single(await ListAsync(World.Head, null)).What);
        await World.RecordAsync(file, [.. Walk.ToService, "recipient.requestedCompletion", "headOrder.signed", "belongings.returned"]);

        Assert.Empty(await ListAsync(World.Head, null));
        Assert.All(await ListAsync(World.Head, file.Id), line => Assert.NotNull(line.Item.ReturnedAt));
        Assert.Equal("Rule.CaseIsOver", (await Assert.ThrowsAsync<CaseRuleException>(() => TakeAsync(file, "Шапка"))).Key);
    }

    [Theory]
    [InlineData(0, 1.0, 1.0, 0)]
    [InlineData(20, 1.0, 1.0, 2)]
    [InlineData(21, 2.0, 1.5, 3)]
    [InlineData(50, 2.0, 1.5, 5)]
    [InlineData(51, null, null, 6)]
    public void The_norm_goes_by_recipients_and_by_tens_of_children(int recipients, double? lawyers, double? social, int educators)
    {
        var norms = StaffNorms.Load(Path.Combine(Repository.Root, "Workflows", "Staffing"));
        decimal? Owed(string post) => norms.Rows.Single(row => row.Post == post).For(recipients, children: educators * 10 - (educators > 0 ? 9 : 0), studyGroups: 2);

        Assert.Equal(11, norms.Rows.Count);
        Assert.Equal((decimal?)lawyers, Owed("lawyer"));
        Assert.Equal((decimal?)social, Owed("social-work-specialist"));
        Assert.Equal(educators, Owed("educator"));
        Assert.Equal(2, Owed("labour-instructor"));
    }

    [Fact]
    public async Task Staff_is_counted_against_the_recipients_of_now_and_the_monthly_check_keeps_what_is_missing()
    {
        await World.OpenFamilyAsync(Some.Application() with { Children = [new NewChild(new Dictionary<string, string> { ["person.firstName"] = "Алдияр" })] });
        var over = await World.OpenCaseAsync();
        await World.RecordAsync(over, "applicant.withdrew");
        await World.AsAsync(World.Head, scope => scope.GetRequiredService<Staffing>().SaveAsync(
            new Dictionary<string, (decimal, decimal)> { ["lawyer"] = (0.5m, 0.5m), ["psychologist"] = (0.5m, 0m) }, 0));

        var now = await World.AsAsync(World.Head, scope => scope.GetRequiredService<Staffing>().NowAsync());
        Assert.Equal((2, 1), (now.Recipients, now.Children));
        Assert.Equal(0, now.Lines.Single(line => line.Norm.Post == "lawyer").Missing);
        Assert.Equal(0.5m, now.Lines.Single(line => line.Norm.Post == "psychologist").Missing);
        Assert.Equal(1, now.Lines.Single(line => line.Norm.Post == "educator").Missing);
        Assert.Equal(0, now.Lines.Single(line => line.Norm.Post == "labour-instructor").Missing);

        await World.AsAsync(Actor.System, scope => scope.GetRequiredService<Staffing>().CheckAsync());
        var check = await World.AsAsync(World.Head, scope => scope.GetRequiredService<Staffing>().Checks.FirstAsync());
        Assert.Contains("psychologist", check.Short);
        Assert.DoesNotContain("lawyer", check.Short);
    }

    private async Task<Guid> RoomAsync(string name, int beds, Actor? who = null)
    {
        await World.AsAsync(who ?? World.Head, scope => scope.GetRequiredService<Rooms>().SaveAsync(null, name, beds));
        return await World.ReadAsync(db => db.Rooms.Where(room => room.Name == name).OrderByDescending(room => room.Id).Select(room => room.Id).FirstAsync());
    }

    private Task PlaceAsync(Case file, Guid room) => World.AsAsync(World.Social, async scope =>
        await scope.GetRequiredService<Rooms>().PlaceAsync((await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!, room));

    private Task<HouseView> NowAsync() => World.AsAsync(World.Head, scope => scope.GetRequiredService<Rooms>().NowAsync());

    private async Task<IReadOnlyList<RoomConflict>> ConflictsAsync(Guid room) => (await NowAsync()).Rooms.Single(view => view.Room.Id == room).Conflicts;

    private Task<CustodyItem> TakeAsync(Case file, string what) => World.AsAsync(World.Social, async scope => await scope.GetRequiredService<Custody>().TakeAsync(
        (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!, scope.GetRequiredService<FormCatalog>().Get(Custody.Form),
        FormAnswers.FromJson(new JsonObject { ["kind"] = "valuable", ["what"] = what })));

    private Task<IReadOnlyList<CustodyLine>> ListAsync(Actor who, Guid? caseId) => World.AsAsync(who, scope => scope.GetRequiredService<Custody>().ListAsync(caseId));
}

public sealed class HouseOnSqlite(SqliteTestDatabase database) : HouseTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class HouseOnPostgres(PostgresTestDatabase database) : HouseTests(database), IClassFixture<PostgresTestDatabase>;
