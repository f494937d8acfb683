using System.Net;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteLeisurePagesTests(SqliteTestDatabase database) : LeisurePagesTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresLeisurePagesTests(PostgresTestDatabase database) : LeisurePagesTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>The plan of cultural and leisure activities on its pages, without a script.</summary>
public abstract class LeisurePagesTests(TestDatabase database)
{
    [Fact]
    public async Task A_plan_is_drafted_approved_by_the_head_and_carried_out()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        using var nurse = await portal.SignInAsync("nurse");

        var draft = await social.GetAsync((await social.GetAsync("/leisure")).Document.QuerySelector("main a[href='/leisure/2026-Q1/draft']")!.GetAttribute("href")!);
        var kept = await social.SubmitAsync(draft, "Жобаны сақтау", "main form.work", ("activities[0].what", "Наурыз мерекесі"), ("activities[0].when", "21 наурыз"), ("activities[0].responsible", "педагог"));
        Assert.Contains("Жоба сақталды", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("бекітуіңізді", (await head.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(">Бекіту<", (await head.GetAsync("/leisure/2026-Q1")).Html, StringComparison.Ordinal);
        var again = await social.GetAsync("/leisure/2026-Q1/draft");
        Assert.Contains("Жоба басшыға жіберілді", (await social.SubmitAsync(again, "Басшыға бекітуге жіберу", "main form.work")).Text, StringComparison.Ordinal);

        Assert.Contains("бекітуіңізді күтуде: 2026 жыл, 1-тоқсан", (await head.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        var seen = await head.GetAsync("/leisure/2026-Q1");
        (string, string?)[] fields = [("seen", Hidden(seen, "seen")), ("revision", Hidden(seen, "revision"))];
        Assert.Equal(HttpStatusCode.Forbidden, (await social.PostAsync("/leisure/2026-Q1?handler=Approve", again, fields)).Status);
        var approved = await head.PostAsync("/leisure/2026-Q1?handler=Approve", seen, fields);
        Assert.Contains("БЕКІТЕМІН", approved.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await head.PostAsync("/leisure/2026-Q1?handler=Approve", seen, fields)).Status);

        var plan = await nurse.GetAsync("/leisure/2026-Q1");
        var mark = Hidden(plan, "mark");
        var nonsense = await nurse.PostAsync("/leisure/2026-Q1?handler=Hold", plan, ("mark", mark), ("day", "кеше"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.Status);
        Assert.Contains("кеше", nonsense.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nurse.PostAsync("/leisure/2026-Q1?handler=Hold", plan, ("mark", mark), ("day", "21.03.2026"))).Status); // tomorrow's
        var held = await nurse.PostAsync("/leisure/2026-Q1?handler=Hold", plan, ("mark", mark), ("day", "11.03.2026"));
        Assert.Contains("11 наурыз", held.Text, StringComparison.Ordinal);
        Assert.Contains("1 / 1", (await social.GetAsync("/leisure")).Text, StringComparison.Ordinal);
        Assert.Contains("сызып тастады", (await nurse.PostAsync("/leisure/2026-Q1?handler=Strike", held, ("held", Hidden(held, "held")))).Text, StringComparison.Ordinal);

        var change = await social.GetAsync("/leisure/2026-Q1/draft");
        Assert.Equal("Наурыз мерекесі", change.Document.QuerySelector("[name='activities[0].what']")!.GetAttribute("value"));
        await social.SubmitAsync(change, "Басшыға бекітуге жіберу", "main form.work", ("activities[0].when", "22 наурыз"));
        Assert.Contains("21 наурыз", (await nurse.GetAsync("/leisure/2026-Q1")).Text, StringComparison.Ordinal);
        Assert.Contains("22 наурыз", (await head.GetAsync("/leisure/2026-Q1?version=2")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/leisure/2025-Q1/draft")).Status); // over, and none was made
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/leisure/ertegi")).Status);
    }

    private static string Hidden(PortalPage page, string name) => page.Document.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;
}
