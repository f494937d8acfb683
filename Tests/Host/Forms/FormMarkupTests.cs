using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pana.Cases;
using Pana.Portal.Forms;
using Pana.Tests.Cases;
using Xunit;

namespace Pana.Tests.Host.Forms;

public sealed class FormMarkupTests(FormSite site) : IClassFixture<FormSite>
{
    private readonly FormPage _page = site.Page;

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var form in Shipped.Forms.All)
            {
                foreach (var culture in new[] { "kk", "ru", "en" })
                {
                    data.Add(form.Id, culture);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task Every_control_has_a_name_and_every_reference_leads_somewhere(string id, string culture)
    {
        var form = Shipped.Forms.Get(id);

        var document = Parse(await _page.RenderAsync(FormView.Of(form, FormJson.Validator.Validate(form, FormJson.Post(("children[0]._row", "1")), culture), culture)));

        Assert.Empty(document.All.Where(element => element.Id is { Length: > 0 }).GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        foreach (var control in document.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
        {
            Assert.True(IsNamed(document, control), $"{id}: {control.OuterHtml} has no label");
        }

        foreach (var reference in document.QuerySelectorAll("[aria-describedby], [aria-labelledby]"))
        {
            foreach (var target in $"{reference.GetAttribute("aria-describedby")} {reference.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Assert.NotNull(document.GetElementById(target));
            }
        }

        Assert.All(document.QuerySelectorAll("[data-summary] a"), link => Assert.NotNull(document.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Empty(document.QuerySelectorAll("[style], [onclick], script:not([src])"));
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed_and_a_summary_that_leads_to_the_fields()
    {
        var form = Shipped.Forms.Get("application");
        var result = FormJson.Validator.Validate(form, FormJson.Post(("person.lastName", "<b>Сейт"), ("appliedAt", "кеше")), "kk");

        var document = Parse(await _page.RenderAsync(FormView.Of(form, result, "kk")));

        Assert.Equal("<b>Сейт", document.QuerySelector("[name='person.lastName']")!.GetAttribute("value"));
        Assert.Equal("кеше", document.QuerySelector("[name='appliedAt']")!.GetAttribute("value"));
        Assert.Equal("true", document.QuerySelector("[name='appliedAt']")!.GetAttribute("aria-invalid"));
        Assert.Contains("Мына жерлерді түзету керек", document.QuerySelector("[data-summary]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(document.QuerySelectorAll("[data-summary] a"), link => link.GetAttribute("href") == "#f-appliedAt");
    }

    [Fact]
    public async Task The_server_hides_what_does_not_apply_and_offers_a_button_where_there_is_no_script()
    {
        var form = Shipped.Forms.Get("application");
        var empty = Parse(await _page.RenderAsync(FormView.Of(form, new FormAnswers(), "kk")));
        var referred = Parse(await _page.RenderAsync(FormView.Of(form, FormAnswers.Parse("""{"wayIn":"referral"}"""), "kk")));

        Assert.True(Group(empty).HasAttribute("hidden"));
        Assert.False(Group(referred).HasAttribute("hidden"));
        Assert.Contains(FormTyped.RefreshButton, empty.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);

        static IElement Group(IDocument document) => document.QuerySelector("[name='referral.number']")!.Closest("[data-hide*='wayIn']")!;
    }

    [Fact]
    public async Task Read_only_answers_have_no_controls()
    {
        var form = Shipped.Forms.Get("assessment-sheet");
        var answers = FormAnswers.Parse("""{"violence.c1_1":"yes","conclusion":"recognised"}""");

        var document = Parse(await _page.RenderAsync(FormView.Of(form, answers, "ru") with { ReadOnly = true }));

        Assert.Empty(document.QuerySelectorAll("input, select, textarea, button"));
        Assert.Contains(document.QuerySelectorAll("dl.answer dd"), answer => answer.TextContent == "Есть");
        Assert.Contains(document.QuerySelectorAll("dl.answer dd"), answer => answer.TextContent == "нет ответа");
    }

    private static bool IsNamed(IDocument document, IElement control) =>
        control.HasAttribute("aria-label")
        || control.Closest("label") is not null
        || (control.Id is { Length: > 0 } id && document.QuerySelector($"label[for='{id}']") is not null);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument($"<!doctype html><html><body>{html}</body></html>");
}
