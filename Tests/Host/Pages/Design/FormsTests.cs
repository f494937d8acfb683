using System.Net;
using System.Text.Json.Nodes;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages.Design;

/// <summary>Why a form is not published is told in the designer's language, and what was typed stays.</summary>
public sealed class FormsTests(SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Theory]
    [InlineData("kk", "a (textfield) компоненті: label: en тіліндегі мәтін жоқ.", "a компоненті: шарт zzz дегенді сұрайды", "18 не 1.5 сияқты сан")]
    [InlineData("ru", "компонент a (textfield): label: нет текста на языке en.", "Компонент a: условие спрашивает zzz", "число, например 18 или 1.5")]
    public async Task A_form_that_is_broken_or_would_break_a_published_process_is_refused_in_the_readers_words(string language, string words, string condition, string number)
    {
        using var designer = await _portal.SignInAsync("designer");
        await designer.GetAsync($"/language/{language}?back=/account");
        var page = await designer.GetAsync("/designer/forms/identification-interview");
        var form = JsonNode.Parse(page.Document.QuerySelector("#schema")!.TextContent)!;
        var components = form["components"]!.AsArray();
        components.RemoveAll(one => (string?)one!["id"] is "a" or "b" or "c"); // the other language's draft
        components.Add(Component("textfield", "a", "=zzz = 1", new JsonObject { ["ru"] = "А" }));
        components.Add(Component("textfield", "b", "=a = 1.2.3", new JsonObject { ["ru"] = "А", ["en"] = "A" }));
        var broken = await designer.SubmitAsync(page, "publish", "main form.work", ("schema", form.ToJsonString()));

        components.RemoveAll(one => (string?)one!["id"] is "a" or "b");
        components.Add(Component("button", "c", null, new JsonObject { ["ru"] = "Другое", ["en"] = "Other", ["outcome"] = "Басқа" }));
        var breaking = await designer.SubmitAsync(broken, "publish", "main form.work", ("schema", form.ToJsonString()));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [broken.Status, breaking.Status]);
        var told = broken.Document.QuerySelector(".defects")!.TextContent;
        Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.Contains(condition, told, StringComparison.Ordinal);
        Assert.Contains(number, told, StringComparison.Ordinal);
        Assert.Contains("zzz", broken.Document.QuerySelector("#schema")!.TextContent, StringComparison.Ordinal);
        var used = breaking.Document.QuerySelector(".defects")!.TextContent;
        Assert.Contains("«Басқа»", used, StringComparison.Ordinal);
        Assert.DoesNotContain("the form", used, StringComparison.OrdinalIgnoreCase);
    }

    private static JsonObject Component(string type, string id, string? hide, JsonObject properties)
    {
        var component = new JsonObject { ["type"] = type, ["id"] = id, ["key"] = id, ["label"] = "А", ["properties"] = properties };
        if (hide is not null)
        {
            component["conditional"] = new JsonObject { ["hide"] = hide };
        }

        return component;
    }
}
