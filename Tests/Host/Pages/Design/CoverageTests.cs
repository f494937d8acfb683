using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages.Design;

public sealed class CoverageTests(SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Every_norm_stands_under_its_paragraph_and_every_link_leads_to_what_carries_it()
    {
        using var designer = await _portal.SignInAsync("designer");
        var coverage = _portal.Services.GetRequiredService<CoverageCatalog>();

        var page = await designer.GetAsync("/designer/coverage");

        Assert.Equal(coverage.All.Select(one => one.Norm.Id), page.Document.QuerySelectorAll(".norms > li .of .code").Select(id => id.TextContent));
        Assert.Equal("28-тармақ", page.Document.QuerySelector("#p28 h2")!.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll(".carriers del"));
        Assert.Contains("Мерзім", page.Document.QuerySelector("#p28 .carriers li:has(a[href='/designer/limits/p28.1'])")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#p2 a[href='/designer/limits/range/p2.3']"));
        foreach (var path in page.Document.QuerySelectorAll(".carriers a").Select(link => link.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal))
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await designer.GetAsync(path)).Status));
        }
    }

    [Fact]
    public void The_page_of_every_norm_that_a_page_carries_is_there()
    {
        var addresses = _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).ToHashSet();

        var pages = _portal.Services.GetRequiredService<CoverageCatalog>().All.SelectMany(one => one.Carriers).Where(carrier => carrier.Kind == CarrierKind.Page).Select(carrier => carrier.Id).Distinct();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains(page, addresses));
    }

    [Theory]
    [InlineData("kk", "Барлығы", "Адамдардың қолында")]
    [InlineData("ru", "Все", "В руках людей")]
    [InlineData("en", "All", "In people’s hands")]
    public async Task The_sums_are_right_and_each_state_is_shown_alone(string language, string all, string people)
    {
        using var designer = await _portal.SignInAsync("designer");
        await designer.GetAsync($"/language/{language}?back=/designer/coverage");
        var coverage = _portal.Services.GetRequiredService<CoverageCatalog>();

        var page = await designer.GetAsync("/designer/coverage");
        var shown = await designer.GetAsync("/designer/coverage?state=people");

        var tabs = page.Document.QuerySelectorAll(".tabs a").Select(Words).ToList();
        Assert.Contains($"{all} {coverage.All.Count}", tabs);
        Assert.Contains($"{people} {coverage.All.Count(one => one.State == CoverageState.InHands)}", tabs);
        Assert.Equal(coverage.All.Where(one => one.State == CoverageState.InHands).Select(one => one.Norm.Id), shown.Document.QuerySelectorAll(".norms > li .of .code").Select(id => id.TextContent));
        Assert.All(shown.Document.QuerySelectorAll(".norms > li .quiet"), why => Assert.NotEmpty(why.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.NotFound, (await designer.GetAsync("/designer/coverage?state=wish")).Status);
    }

    [Fact]
    public async Task A_norm_whose_step_was_taken_away_is_open_until_it_is_back()
    {
        using var designer = await _portal.SignInAsync("designer");
        await RetractOrPublishAsync(retract: true);

        var without = await designer.GetAsync("/designer/coverage?state=open");
        await RetractOrPublishAsync(retract: false);
        var with = await designer.GetAsync("/designer/coverage?state=open");

        var norm = without.Document.QuerySelector("#p37")!;
        Assert.Contains("confirm", norm.QuerySelectorAll("del").Select(lost => lost.TextContent));
        Assert.Contains("Норманы қамтыған бөлік жарияланған нұсқада енді жоқ.", norm.TextContent, StringComparison.Ordinal);
        Assert.Null(with.Document.QuerySelector("#p37"));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<WorkflowDefinition> RetractOrPublishAsync(bool retract) => _portal.WithAsync(async (DefinitionStore store) => retract ? await store.RetractAsync("absence") : await store.PublishAsync("absence"));
}
