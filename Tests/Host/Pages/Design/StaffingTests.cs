using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages.Design;

public sealed class StaffingTests(SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task The_norms_are_edited_as_a_draft_published_whole_and_seen_by_the_head()
    {
        using var designer = await _portal.SignInAsync("designer");
        using var head = await _portal.SignInAsync("head");
        var norms = _portal.Services.GetRequiredService<StaffNorms>();
        var page = await designer.GetAsync("/designer/staffing");
        Assert.Equal(12, page.Document.QuerySelectorAll("main section[aria-labelledby^=post-]").Length); // eleven posts and a new one

        var wrong = await designer.SubmitAsync(page, Button(page, "save"), "main form.work", ("rows[3].UpTo20", "екі"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("екі", wrong.Document.GetElementById("UpTo20-3")!.GetAttribute("value"));
        Assert.Contains("«екі» – сан емес", wrong.Document.QuerySelector(".defects")!.TextContent, StringComparison.Ordinal);
        var draft = await designer.SubmitAsync(wrong, Button(wrong, "save"), "main form.work", ("rows[3].UpTo20", "2,5"), ("rows[11].Post", "cook"), ("rows[11].Number", "12"), ("rows[11].Kk", "Аспаз"));
        Assert.Equal("/designer/staffing?done=saved", draft.Url.PathAndQuery);
        Assert.Contains("cook", draft.Document.QuerySelector(".defects")!.TextContent, StringComparison.Ordinal); // two languages and the units are missing
        Assert.Equal(1, norms.Rows.Single(row => row.Post == "lawyer").UpTo20);
        var refused = await designer.SubmitAsync(draft, Button(draft, "publish"), "main form.work");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Аспаз", refused.Document.GetElementById("Kk-11")!.GetAttribute("value"));

        var published = await designer.SubmitAsync(refused, Button(refused, "publish"), "main form.work",
            ("rows[11].Ru", "Повар"), ("rows[11].En", "Cook"), ("rows[11].UpTo20", "1"), ("rows[11].UpTo50", "2"), ("rows[10].Removed", "true"));

        Assert.Equal("/designer/staffing?done=published", published.Url.PathAndQuery);
        Assert.Equal(2.5m, norms.Rows.Single(row => row.Post == "lawyer").UpTo20);
        Assert.DoesNotContain(norms.Rows, row => row.Post == "cultural-organiser");
        var staff = await head.GetAsync("/staff");
        Assert.Contains("12. Аспаз", staff.Text, StringComparison.Ordinal);
        Assert.NotNull(staff.Document.GetElementById("own.cook"));
        Assert.Contains("2,5", staff.Text, StringComparison.Ordinal);
        Assert.Contains("1", published.Document.QuerySelector("a[href='?number=1']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", (await designer.GetAsync("/designer/staffing?number=1")).Document.GetElementById("UpTo20-3")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Conflict, (await designer.SubmitAsync(draft, Button(draft, "save"), "main form.work")).Status); // what was loaded before
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/designer/staffing")).Status);
    }

    private static string Button(PortalPage page, string act) => page.Document.QuerySelector($"main button[value={act}]")!.TextContent.Trim();
}
