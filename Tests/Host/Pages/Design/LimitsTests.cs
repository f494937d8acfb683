using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages.Design;

public sealed class LimitsTests(SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task All_sixteen_limits_are_listed_and_the_range_of_a_day_stay_is_changed_from_a_day_on()
    {
        using var designer = await _portal.SignInAsync("designer");

        var list = await designer.GetAsync("/designer/limits");
        var refused = await designer.SubmitAsync(await designer.GetAsync("/designer/limits/range/p2.3"), fields: [("Fewest", "7"), ("Most", "5")]);
        var changed = await designer.SubmitAsync(await designer.GetAsync("/designer/limits/range/p2.3"), fields: [("Fewest", "3"), ("Most", "5")]);

        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"D{n:00}"), list.Document.QuerySelectorAll("ul.limits li").Select(row => row.QuerySelector(".meta span:nth-child(2)")!.TextContent));
        Assert.Contains("күніне 2 сағаттан 6 сағатқа дейін", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Күніне 7–5 сағат – шек бола алмайды", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/designer/limits?changed=p2.3", changed.Url.PathAndQuery);
        Assert.Contains("күніне 3 сағаттан 5 сағатқа дейін", changed.Text, StringComparison.Ordinal);
        Assert.Equal(15, _portal.Services.GetRequiredService<ObligationCatalog>().All.Count);
    }

    [Fact]
    public async Task Another_reading_is_published_from_the_page()
    {
        using var designer = await _portal.SignInAsync("designer");
        var list = await designer.GetAsync("/designer/limits");

        var published = await designer.SubmitAsync(list, form: "form.readings", fields: [("countEventDay", "true"), ("from", list.Document.QuerySelector("#from")!.GetAttribute("value"))]);

        Assert.Equal((HttpStatusCode.OK, "/designer/limits?changed=readings"), (published.Status, published.Url.PathAndQuery));
        Assert.Contains("Түсіндіру баптаулары", published.Document.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.True(_portal.Services.GetRequiredService<ObligationCatalog>().Setting("countEventDay").GetBoolean());
    }

    [Fact]
    public async Task A_file_that_came_beside_a_designers_change_is_compared_and_published_from_the_page()
    {
        using var designer = await _portal.SignInAsync("designer");
        var waiting = await AddFileDraftAsync();
        await designer.SubmitAsync(await designer.GetAsync("/designer/limits/range/p2.3"), fields: [("Fewest", "4"), ("Most", "6")]);

        var list = await designer.GetAsync("/designer/limits");
        var file = await designer.GetAsync("/designer/limits/file");
        var published = await designer.SubmitAsync(file);

        Assert.NotNull(list.Document.QuerySelector("a[href='/designer/limits/file']"));
        Assert.Contains("D103 жұмыс күні → 4 жұмыс күні", file.Text.Replace("D10 ", "D10", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("күніне 4 сағаттан 6 сағатқа дейін → күніне 2 сағаттан 6 сағатқа дейін", file.Text, StringComparison.Ordinal);
        Assert.True(published.Url.AbsolutePath == "/designer/limits", published.Text);
        var newest = _portal.Services.GetRequiredService<ObligationCatalog>().Newest;
        Assert.Equal(4, newest.Get("p31.1").Amount);
        Assert.True(newest.Number > waiting, $"{newest.Number}");
        Assert.Equal(HttpStatusCode.NotFound, (await designer.GetAsync("/designer/limits/file")).Status);
    }

    // As the importer leaves it when the file has changed and a designer's version is in use.
    private Task<int> AddFileDraftAsync() => _portal.WithAsync(async (CaseDb db) =>
    {
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Workflows", "Obligations", "limits.json")))!;
        body["limits"]!.AsArray().Single(limit => (string?)limit!["id"] == "p31.1")!["amount"] = 4;
        var number = 1 + db.ContentVersions.Where(version => version.Kind == ContentKind.Limits).Max(version => version.Number);
        db.ContentVersions.Add(new ContentVersion { Kind = ContentKind.Limits, Key = "limits", Number = number, Body = body.ToJsonString(), Digest = "file", ImportedHash = "file", CreatedAt = _portal.Time.GetUtcNow(), ChangedAt = _portal.Time.GetUtcNow(), Revision = 1 });
        await db.SaveChangesAsync();
        return number;
    });
}
