using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases;

public sealed class PaperTemplatesTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in Shipped.Papers.Kinds.Values)
            {
                foreach (var language in kind.Languages)
                {
                    data.Add(kind.Kind, language);
                }
            }

            return data;
        }
    }

    [Fact]
    public void The_procedure_has_all_its_papers_in_both_languages()
    {
        Assert.Equal(
            ["application", "assessment-sheet", "belongings-receipt", "contract", "decision", "head-order", "healthcare-referral", "individual-plan", "monitoring-journal", "police-information", "refusal", "registration-card", "transmittal"],
            Shipped.Papers.Kinds.Keys.Order(StringComparer.Ordinal));
        Assert.All(Shipped.Papers.Kinds.Values, kind => Assert.Equal(["kk", "ru"], kind.Languages));
    }

    [Theory, MemberData(nameof(All))]
    public void An_empty_paper_has_lines_to_write_on_and_places_to_sign(string kind, string language)
    {
        var html = Shipped.Papers.Render(kind, language, new PaperFields());

        Assert.Contains("class=\"blank", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{%", html, StringComparison.Ordinal);
        Assert.All(Shipped.Papers.Kind(kind).Signers, signer => Assert.Contains($"<!--signatures {signer.Group}-->", html, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(All))]
    public void Every_field_is_printed_somewhere_and_nothing_typed_becomes_markup(string kind, string language)
    {
        var fields = Full(kind);

        var html = Shipped.Papers.Render(kind, language, fields);

        var document = new HtmlParser().ParseDocument(html);
        Assert.Empty(document.QuerySelectorAll("script"));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        if (Shipped.Papers.Kind(kind).Fields.Contains("person.fullName"))
        {
            Assert.Contains("&lt;script&gt;alert('Әсем')&lt;/script&gt;".Replace("'", "&#x27;", StringComparison.Ordinal), html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void A_paper_loads_nothing_from_anywhere(string kind, string language)
    {
        var document = new HtmlParser().ParseDocument(Shipped.Papers.Render(kind, language, Full(kind)));

        Assert.Empty(document.QuerySelectorAll("[src], link, img, iframe, object, embed"));
        Assert.DoesNotContain("url(", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("PN-4F7K-92", document.Title);
    }

    [Fact]
    public void The_contract_is_the_model_one_word_for_word()
    {
        var text = Text("contract", "kk");

        Assert.Contains("Ұйым көрсетілетін қызметтерді алушыға қайта әлеуметтендіруге (жоғалтылған әлеуметтік мәртебені қалпына келтіруге) бағытталған арнаулы әлеуметтік қызметтерді ұсынады.", text, StringComparison.Ordinal);
        Assert.Contains("3) көрсетілетін қызметтерді алушыға құрметпен қарау, дөрекілікке, өз міндеттеріне салғырттықпен қарауға жол бермеу.", text, StringComparison.Ordinal);
        Assert.Contains("3.1. Осы шарт \"Арнаулы әлеуметтік қызметтер туралы\" 2008 жылғы 29 желтоқсандағы Қазақстан Республикасы Заңының 8-бабының 2) тармақшасына сәйкес бекітілген Тұрмыстық зорлық-зомбылық құрбандарына арнаулы әлеуметтік қызметтер көрсету стандартының 37-тармағында көзделген негіздер бойынша бұзуға жатады.", text, StringComparison.Ordinal);
        Assert.Contains("Шарт Тараптардың әрқайсысы үшін бір-бірден екі данада жасалды.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_registration_card_is_numbered_as_in_the_source_without_16_and_17()
    {
        var document = new HtmlParser().ParseDocument(Shipped.Papers.Render("registration-card", "kk", new PaperFields()));

        Assert.Equal(
            [.. Enumerable.Range(1, 15).Concat(Enumerable.Range(18, 4)).Select(number => $"{number}.")],
            document.QuerySelectorAll(".item > .no").Select(number => number.TextContent));
    }

    [Fact]
    public void The_assessment_sheet_prints_eighteen_criteria_and_the_answer_that_was_given()
    {
        var fields = new PaperFields().Set("violence.c1_1", "yes").Set("violence.c4_unnumbered", "refused");

        var rows = new HtmlParser().ParseDocument(Shipped.Papers.Render("assessment-sheet", "kk", fields)).QuerySelectorAll("tbody tr:not(.section)");

        Assert.Equal(18, rows.Length);
        Assert.Equal("Бар", rows[0].LastElementChild!.TextContent);
        Assert.Equal("Айтпады", rows[17].LastElementChild!.TextContent);
        Assert.Equal("", rows[17].FirstElementChild!.TextContent);
    }

    [Fact]
    public void The_police_learn_the_name_only_when_the_head_says_so()
    {
        var fields = new PaperFields().Set("person.fullName", "Сейтқалиева Әсем").Set("paper.policeIdentity", "no");

        Assert.DoesNotContain("Әсем", Shipped.Papers.Render("police-information", "kk", fields), StringComparison.Ordinal);
        fields.Set("paper.policeIdentity", "yes")["paper.policeIdentityParts"] = new JsonArray("birthDate");
        Assert.DoesNotContain("Әсем", Shipped.Papers.Render("police-information", "kk", fields), StringComparison.Ordinal);
        fields["paper.policeIdentityParts"] = new JsonArray("name");
        Assert.Contains("Әсем", Shipped.Papers.Render("police-information", "kk", fields), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ person.secret }}", "secret")]
    [InlineData("{{ person.fullName | steal }}", "steal")]
    [InlineData("{% for a in (1..99999) %}{% for b in (1..99999) %}x{% endfor %}{% endfor %}", "")]
    [InlineData("{{ person.fullName ", "cannot be read")]
    public void A_template_that_asks_for_more_or_runs_away_is_refused(string text, string told)
    {
        using var folder = new TemporaryWorkflows("{{ 'head' | signatures }}" + text);

        var error = Assert.Throws<PaperException>(() => PaperTemplates.Load(folder.Path));

        Assert.Contains("note.kk.liquid", error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_template_without_a_place_for_a_signer_is_refused()
    {
        using var folder = new TemporaryWorkflows("{{ person.fullName | blank }}");

        var error = Assert.Throws<PaperException>(() => PaperTemplates.Load(folder.Path));

        Assert.Contains("no place for the signer group head; write {{ 'head' | signatures }}", error.Message, StringComparison.Ordinal);
    }

    private static string Text(string kind, string language) =>
        new HtmlParser().ParseDocument(Shipped.Papers.Render(kind, language, new PaperFields())).Body!.TextContent;

    private static PaperFields Full(string kind)
    {
        var fields = new PaperFields();
        foreach (var field in Shipped.Papers.Kind(kind).Fields)
        {
            if (field.EndsWith("[]", StringComparison.Ordinal))
            {
                fields[field[..^2]] = Rows.TryGetValue(field[..^2], out var row) ? new JsonArray(JsonNode.Parse(row)) : new JsonArray("physical");
            }
            else
            {
                fields.Set(field, field.EndsWith("Date", StringComparison.Ordinal) || field.EndsWith("On", StringComparison.Ordinal) ? "2026-03-20" : "<script>alert('Әсем')</script>");
            }
        }

        return fields.Set("case.code", "PN-4F7K-92");
    }

    // Lists whose rows have fields of their own.
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["case.children"] = """{"code": "PN-1", "fullName": "<script>x</script>", "birthDate": "", "documentKind": "none"}""",
        ["case.childrenApart"] = """{"code": "PN-1", "fullName": "<script>x</script>", "birthDate": "", "documentKind": "none", "contractDate": ""}""",
        ["case.orderedWith"] = """{"code": "PN-2", "fullName": "<script>x</script>", "birthDate": "2017-05-05", "documentKind": "none", "contractDate": "2026-04-02"}""",
        ["case.monitoring"] = """{"better": "<script>x</script>", "worse": "", "kinds": ["s1"], "on": "2026-07-09", "who": "<script>x</script>"}""",
        ["paper.planItems"] = """{"kind": "s1", "measure": "<script>x</script>", "volume": "1", "specialist": "<script>x</script>", "prescribedOn": "2026-04-09", "due": "2026-10-03"}""",
        ["items"] = """{"what": "<script>x</script>", "kind": "clothing", "count": 1}""",
    };

    private sealed class TemporaryWorkflows : IDisposable
    {
        public TemporaryWorkflows(string template)
        {
            Path = Directory.CreateTempSubdirectory("pana-papers-").FullName;
            var documents = Directory.CreateDirectory(System.IO.Path.Combine(Path, "Documents")).FullName;
            File.WriteAllText(System.IO.Path.Combine(documents, "paper.css"), "");
            File.WriteAllText(System.IO.Path.Combine(documents, "note.kk.liquid"), template);
            File.WriteAllText(
                System.IO.Path.Combine(documents, "note.json"),
                """{"kind":"note","title":{"kk":"a","ru":"b","en":"c"},"languages":["kk"],"fields":["person.fullName"],"signers":[{"group":"head","name":{"kk":"a","ru":"b","en":"c"}}]}""");
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
