using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>
/// One family from the referral to the mother's closed case, through suspension, extension, a corrected plan and two
/// monitorings, in a real browser on SQLite; time goes on by the demo's clock.
/// </summary>
[Collection(nameof(FamilyCollection))]
public sealed class FamilyInChromiumTests(Chromium chromium, SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task A_mother_and_two_children_without_documents_come_from_a_referral_and_the_mother_goes_to_the_closed_case()
    {
        await using var portal = await TestPortal.StartAsync(database);
        var desks = new List<ChromiumDesk>();
        HashSet<string> seen = [];
        await using var clock = await SignInAsync("clerk");
        var stage = new Stage(portal, async user => await SignInAsync(user), clock.TurnClockAsync);

        var admission = new AdmissionStory(stage);
        await admission.PlayAsync();
        await new StayStory(stage, admission.Codes).PlayAsync();

        Assert.All(desks, desk => desk.AssertClean());

        async Task<ChromiumDesk> SignInAsync(string user)
        {
            var desk = await ChromiumDesk.SignInAsync(chromium.Browser, portal, user, seen: seen);
            desks.Add(desk);
            return desk;
        }
    }
}

/// <summary>The same story through the HTTP layer on PostgreSQL.</summary>
public sealed class FamilyOverHttpTests(PostgresTestDatabase database) : IClassFixture<PostgresTestDatabase>
{
    [Fact]
    public async Task A_mother_and_two_children_without_documents_come_from_a_referral_and_the_mother_goes_to_the_closed_case()
    {
        await using var portal = await TestPortal.StartAsync(database);
        var stage = Stage.OverHttp(portal);

        var admission = new AdmissionStory(stage);
        await admission.PlayAsync();
        await new StayStory(stage, admission.Codes).PlayAsync();
    }
}
