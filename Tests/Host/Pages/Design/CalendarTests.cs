using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages.Design;

public sealed class CalendarTests(SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task A_yearly_holiday_is_begun_by_one_act_and_ended_by_another()
    {
        using var designer = await _portal.SignInAsync("designer");
        var calendar = _portal.Services.GetRequiredService<WorkingCalendar>();

        var shown = await designer.SubmitAsync(await designer.GetAsync("/designer/calendar/act"), fields:
        [
            ("Kk", "Жаңа мереке туралы заң"), ("Ru", "Закон о новом празднике"), ("En", "Law on a new holiday"), ("InForce", "2026-04-01"),
            ("HolidayDay[0]", "13"), ("HolidayMonth[0]", "4"), ("HolidayKk[0]", "Ғылым күні"), ("HolidayRu[0]", "День науки"), ("HolidayEn[0]", "Science Day"),
        ]);
        var begun = await designer.SubmitAsync(shown);
        var act = begun.Document.QuerySelectorAll("a[href^='/designer/calendar/act?id=']").Single(link => link.TextContent.Contains("Жаңа мереке", StringComparison.Ordinal)).GetAttribute("href")!;
        var holiday = calendar.Editions.SelectMany(edition => edition.Holidays).Single(one => one.Name.En == "Science Day");

        Assert.Contains("Ғылым күні", shown.Document.QuerySelector("section.notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "/designer/calendar"), (begun.Status, begun.Url.AbsolutePath));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 4, 13)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2027, 4, 13)));
        Assert.True(holiday.IsSubstituted);

        var renamed = await designer.SubmitAsync(await designer.SubmitAsync(await designer.GetAsync(act), fields: [("HolidaySubstituted[0]", "false")]));
        var ended = await designer.SubmitAsync(await designer.SubmitAsync(await designer.GetAsync("/designer/calendar/act"), fields:
        [
            ("Kk", "Мерекені тоқтату"), ("Ru", "Прекращение праздника"), ("En", "End of the holiday"), ("InForce", "2027-01-01"), ("Ended[0]", holiday.Id), ("Last[0]", "2026-12-31"),
        ]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (renamed.Status, ended.Status));
        Assert.False(calendar.Editions.SelectMany(edition => edition.Holidays).Single(one => one.Id == holiday.Id).IsSubstituted);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 4, 13)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2027, 4, 13)));
    }

    [Fact]
    public async Task A_holiday_that_is_no_day_or_ends_without_a_day_is_refused()
    {
        using var designer = await _portal.SignInAsync("designer");

        var refused = await designer.SubmitAsync(await designer.GetAsync("/designer/calendar/act"), fields:
        [
            ("Kk", "а"), ("Ru", "а"), ("En", "a"), ("InForce", "2026-04-01"), ("HolidayDay[0]", "31"), ("HolidayMonth[0]", "4"), ("HolidayKk[0]", "а"), ("HolidayRu[0]", "а"), ("HolidayEn[0]", "a"), ("Ended[0]", "new-year-1"),
        ]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("31.4 – әр жылда бар күн емес", refused.Text, StringComparison.Ordinal);
        Assert.Contains("new-year-1 мерекесінің соңғы күні жоқ", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_came_beside_a_designers_change_shows_its_days_and_is_published_from_the_page()
    {
        using var designer = await _portal.SignInAsync("designer");
        await AddFileDraftAsync();

        var list = await designer.GetAsync("/designer/calendar");
        var file = await designer.GetAsync("/designer/calendar/file");
        var published = await designer.SubmitAsync(file);

        Assert.NotNull(list.Document.QuerySelector("a[href='/designer/calendar/file']"));
        Assert.Contains("Сынақ күні", file.Text, StringComparison.Ordinal);
        Assert.Equal("/designer/calendar?moved=0", published.Url.PathAndQuery);
        Assert.False(_portal.Services.GetRequiredService<WorkingCalendar>().IsWorkingDay(new DateOnly(2026, 9, 2)));
    }

    private Task<int> AddFileDraftAsync() => _portal.WithAsync(async (CaseDb db) =>
    {
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Workflows", "Calendar", "kz.json")))!;
        body["editions"]!.AsArray()[0]!["moving"] = new JsonArray(new JsonObject { ["date"] = "2026-09-02", ["name"] = new JsonObject { ["kk"] = "Сынақ күні", ["ru"] = "Пробный день", ["en"] = "Trial day" } });
        var number = 1 + db.ContentVersions.Where(version => version.Kind == ContentKind.Calendar).Max(version => version.Number);
        db.ContentVersions.Add(new ContentVersion { Kind = ContentKind.Calendar, Key = "kz", Number = number, Body = body.ToJsonString(), Digest = "file", ImportedHash = "file", CreatedAt = _portal.Time.GetUtcNow(), ChangedAt = _portal.Time.GetUtcNow(), Revision = 1 });
        return await db.SaveChangesAsync();
    });
}
