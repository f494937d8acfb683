using System.Globalization;
using System.Net;
using Pana.Portal.Demo;
using Pana.Portal.Start;
using Pana.Tests.Host.Pages;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

public sealed class SqliteDemoClockTests(SqliteTestDatabase database) : DemoClockTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresDemoClockTests(PostgresTestDatabase database) : DemoClockTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>The clock that a demo can turn.</summary>
public abstract class DemoClockTests(TestDatabase database)
{
    [Fact]
    public async Task Turned_on_it_makes_what_is_due_happen_and_keeps_only_the_one_who_turned_it_signed_in()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        var code = await Applicant.ApplyAsync(social);
        Assert.DoesNotContain(Overdue(await head.GetAsync("/tasks")), line => line.Contains(code, StringComparison.Ordinal));

        var turned = await social.SubmitAsync(await social.GetAsync("/demo/clock"), "Жылжыту", "main form:not(.leaps)", ("Day", "01.04.2026"), ("Time", "09:30"));

        Assert.Contains("2026 жылғы 1 сәуір, 09:30", turned.Text, StringComparison.Ordinal);
        Assert.Equal("/tasks", (await social.GetAsync("/tasks")).Url.AbsolutePath);
        Assert.StartsWith("/account/login", (await head.GetAsync("/tasks")).Url.AbsolutePath, StringComparison.Ordinal);
        using var again = await portal.SignInAsync("head");
        Assert.Contains(Overdue(await again.GetAsync("/tasks")), line => line.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_leaps_to_the_next_working_day_and_to_the_next_limit()
    {
        await using var portal = await TestPortal.StartAsync(database, new DateTimeOffset(2026, 3, 20, 16, 0, 0, TimeSpan.FromHours(5)));
        using var social = await portal.SignInAsync("social");
        await Applicant.ApplyAsync(social);

        var workday = await social.SubmitAsync(await social.GetAsync("/demo/clock"), "workday", "main form.leaps");
        Assert.Contains("2026 жылғы 26 наурыз, 09:00", workday.Text, StringComparison.Ordinal);
        var due = await social.SubmitAsync(workday, "due", "main form.leaps");
        Assert.Contains("2026 жылғы 26 наурыз, 22:59", due.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_case_it_does_not_go_back_and_what_was_typed_wrongly_is_still_there()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        await Applicant.ApplyAsync(social);
        var page = await social.GetAsync("/demo/clock");

        var back = await social.SubmitAsync(page, "Жылжыту", "main form:not(.leaps)", ("Day", "01.03.2026"), ("Time", "09:30"));
        var never = await social.SubmitAsync(page, "Жылжыту", "main form:not(.leaps)", ("Day", "32.03.2026"), ("Time", "кеш"));
        var far = await social.SubmitAsync(page, "Жылжыту", "main form:not(.leaps)", ("Day", "01.03.2036"), ("Time", "09:30"));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [back.Status, never.Status, far.Status]);
        Assert.Contains("Бұл уақыт өтіп кетті", back.Text, StringComparison.Ordinal);
        Assert.Contains("09.04.2026", never.Text, StringComparison.Ordinal);
        Assert.Equal("кеш", never.Document.GetElementById("time")!.GetAttribute("value"));
        Assert.Contains("екі жылдан", far.Text, StringComparison.Ordinal);
        Assert.Equal(TestPortal.Start, portal.Time.GetUtcNow());
    }

    [Fact]
    public async Task Where_there_is_no_demo_there_is_no_such_page_and_no_word_of_it()
    {
        await using (await TestPortal.StartAsync(database))
        {
        }

        await using var portal = await TestPortal.StartAsync(database, settings: "Pana:Demo=false");
        using var social = await portal.SignInAsync("social");

        Assert.Equal(HttpStatusCode.NotFound, (await social.GetAsync("/demo/clock")).Status);
        Assert.DoesNotContain("/demo/clock", (await social.GetAsync("/tasks")).Html, StringComparison.Ordinal);
        Assert.IsNotType<DemoClock>(portal.Services.GetService(typeof(TimeProvider)));
    }

    private static List<string> Overdue(PortalPage inbox) =>
        [.. inbox.Document.QuerySelectorAll("li.task").Select(line => line.TextContent).Where(line => line.Contains("Сәйкестендіру мерзімі өтті", StringComparison.Ordinal))];
}

/// <summary>The clock itself.</summary>
public sealed class DemoClockFileTests
{
    [Fact]
    public void How_far_it_was_turned_outlives_a_restart_and_then_it_runs_on()
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("pana-demo-").FullName);
        var real = new PortalClock(new DateTimeOffset(2026, 3, 12, 5, 0, 0, TimeSpan.Zero));
        new DemoClock(real, folder).Turn(new DateTimeOffset(2026, 9, 1, 4, 0, 0, TimeSpan.Zero));

        var later = new DemoClock(real, folder);
        real.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("2026-09-01 04:10", later.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}
