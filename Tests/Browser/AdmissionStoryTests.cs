using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>The whole reference case in a real browser on SQLite.</summary>
[Collection(nameof(ChromiumCollection))]
public sealed class AdmissionInChromiumTests(Chromium chromium, SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task A_mother_and_two_children_without_documents_come_from_a_referral_to_contract_and_card()
    {
        await using var portal = await TestPortal.StartAsync(database);
        var desks = new List<ChromiumDesk>();

        await new AdmissionStory(portal, async user =>
        {
            var desk = await ChromiumDesk.SignInAsync(chromium.Browser, portal, user);
            desks.Add(desk);
            return desk;
        }).PlayAsync();

        Assert.All(desks, desk => desk.AssertClean());
    }
}

/// <summary>The same story through the HTTP layer on PostgreSQL, and on to the mother's closed case.</summary>
public sealed class AdmissionOverHttpTests(PostgresTestDatabase database) : IClassFixture<PostgresTestDatabase>
{
    [Fact]
    public async Task A_mother_and_two_children_without_documents_come_from_a_referral_to_contract_and_card_and_the_mother_to_the_closed_case()
    {
        await using var portal = await TestPortal.StartAsync(database);
        Task<IDesk> SignInAsync(string user) => HttpDesk.SignInAsync(portal, user);

        var admission = new AdmissionStory(portal, SignInAsync);
        await admission.PlayAsync();
        await new StayStory(portal, SignInAsync, admission.Codes).PlayAsync();
    }
}
