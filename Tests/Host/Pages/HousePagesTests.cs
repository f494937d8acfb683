using System.Net;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteHousePagesTests(SqliteTestDatabase database) : HousePagesTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresHousePagesTests(PostgresTestDatabase database) : HousePagesTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Rooms, things and staff on their pages, without a script.</summary>
public abstract class HousePagesTests(TestDatabase database)
{
    [Fact]
    public async Task A_recipient_is_placed_a_thing_is_held_and_the_staff_is_saved()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        var code = await Applicant.ApplyAsync(social);

        var rooms = await social.GetAsync("/rooms");
        Assert.Contains(code, rooms.Text, StringComparison.Ordinal);
        var wrong = await social.PostAsync("/rooms?handler=Save", rooms, ("name", "Екінші"), ("beds", "көп"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Екінші", wrong.Html, StringComparison.Ordinal);
        await social.PostAsync("/rooms?handler=Save", wrong, ("name", "2"), ("beds", "3"));
        var room = await portal.WithAsync((CaseDb db) => db.Rooms.SingleAsync(room => room.Name == "2"));
        var placed = await social.PostAsync("/rooms?handler=Place", wrong, ("code", code), ("room", $"{room.Id}"));
        Assert.Contains($"{code}: орны жазылды", placed.Text, StringComparison.Ordinal);
        Assert.Contains("бос төсек: 2, барлығы 3", placed.Text, StringComparison.Ordinal);
        var occupied = await social.PostAsync("/rooms?handler=Close", placed, ("id", $"{room.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, occupied.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await social.PostAsync("/rooms?handler=Place", placed, ("code", "PN-0000-00"), ("room", $"{room.Id}"))).Status);

        var things = await social.GetAsync($"/cases/{code}/things");
        var empty = await social.SubmitAsync(things, "Тіркеу", "main form.work", ("what", "Қара сөмке"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        var taken = await social.SubmitAsync(empty, "Тіркеу", "main form.work", ("kind", "valuable"));
        Assert.Contains("Қара сөмке", taken.Text, StringComparison.Ordinal);
        Assert.Contains("Қара сөмке", (await head.GetAsync("/things")).Text, StringComparison.Ordinal);
        var item = taken.Document.QuerySelector("td input[name=item]")!.GetAttribute("value")!;
        Assert.Contains("Зат қайтарылды", (await social.PostAsync($"/cases/{code}/things?handler=Return", taken, ("item", item))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await social.PostAsync($"/cases/{code}/things?handler=Return", taken, ("item", item))).Status);
        Assert.DoesNotContain("Қара сөмке", (await head.GetAsync("/things")).Text, StringComparison.Ordinal);

        var staff = await head.GetAsync("/staff");
        var bad = await head.SubmitAsync(staff, form: "main form.staffing", fields: [("own.lawyer", "бір"), ("contracted.lawyer", "0,5")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
        Assert.Equal("бір", bad.Document.GetElementById("own.lawyer")!.GetAttribute("value"));
        var saved = await head.SubmitAsync(bad, form: "main form.staffing", fields: [("own.lawyer", "0.5")]);
        Assert.Contains("Штат сақталды", saved.Text, StringComparison.Ordinal);
        Assert.Equal("0,5", saved.Document.GetElementById("contracted.lawyer")!.GetAttribute("value"));
        Assert.Contains("жетпейді", saved.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await social.GetAsync("/staff")).Status);
    }
}
