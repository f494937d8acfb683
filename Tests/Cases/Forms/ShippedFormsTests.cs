using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pana.Cases;
using Pana.Portal.Pages.Cases;
using Xunit;

namespace Pana.Tests.Cases;

public sealed partial class ShippedFormsTests
{
    public static TheoryData<string> Ids => [.. Shipped.Forms.All.Select(form => form.Id)];

    [Fact]
    public void The_admission_procedure_has_all_its_forms() => Assert.Superset(
        new HashSet<string>(
        [
            "application", "identification-interview", "assessment-sheet", "sign-sheet", "medical-check", "send-to-authority", "receive-documents",
            "issue-decision", "send-decision", "receive-decision", "conclude-contract", "sign-contract", "registration-card", "portal-entry",
            "police-content", "police-send", "refusal", "healthcare-referral", "manual-handling", "general-services", "applicant-withdrew",
            "record-contraindication", "record-police-filed",
        ]),
        Shipped.Forms.All.Select(form => form.Id).ToHashSet());

    [Theory, MemberData(nameof(Ids))]
    public void Kazakh_Russian_and_English_words_differ_and_are_in_their_own_letters(string id)
    {
        var form = Shipped.Forms.Get(id);

        foreach (var words in Words(form.Components).Where(words => words.Kk.Any(char.IsLetter)))
        {
            Assert.DoesNotMatch(Cyrillic(), words.En);
            Assert.Matches(Cyrillic(), words.Kk);
            Assert.Matches(Cyrillic(), words.Ru);
            Assert.DoesNotMatch(KazakhOnly(), words.Ru);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Typed_text_never_becomes_a_fact(string id) => Assert.DoesNotContain(
        Shipped.Forms.Get(id).All(),
        component => component.IsFact && component.Type is FormComponentType.TextField or FormComponentType.TextArea && component.IsFact);

    [Theory, MemberData(nameof(Ids))]
    public void Every_text_has_its_longest_length_in_the_schema(string id) => Assert.DoesNotContain(
        Shipped.Forms.Get(id).All().Concat(Shipped.Forms.Get(id).All().SelectMany(FormRows.Fields)),
        component => component.Type is FormComponentType.TextField or FormComponentType.TextArea && component.Rules.MaxLength is null);

    [Fact]
    public void The_assessment_sheet_has_eighteen_criteria_and_computes_nothing()
    {
        var criteria = Shipped.Forms.Get("assessment-sheet").All().Where(component => component.Key.StartsWith("violence.c", StringComparison.Ordinal) && component.IsSegmented).ToList();

        Assert.Equal(18, criteria.Count);
        Assert.All(criteria, criterion => Assert.Equal(["yes", "no", "refused"], criterion.Options.Select(option => option.Value)));
        Assert.Equal(["recognised", "notRecognised"], Shipped.Forms.Get("assessment-sheet").Find("conclusion")!.Options.Select(option => option.Value));
    }

    [Fact]
    public void A_mother_with_two_children_and_no_documents_applies()
    {
        var form = Shipped.Forms.Get("application");

        var result = FormJson.Validate(
            form,
            ("wayIn", "application"), ("appliedAt", "20.03.2026"), ("appliedAt._time", "23:40"),
            ("person.lastName", "Сейтқалиева"), ("person.firstName", "Әсем"), ("person.documentKind", "none"),
            ("children[0].lastName", "Сейтқалиев"), ("children[0].firstName", "Нұр"), ("children[0].birthDate", "01.02.2017"), ("children[0].documentKind", "none"),
            ("children[1].lastName", "Сейтқалиева"), ("children[1].firstName", "Ай"), ("children[1].birthDate", "24.12.2021"), ("children[1].documentKind", "none"),
            ("policeReport", "refused"), ("consentPersonalData", "true"), ("acquaintedWithConditions", "true"), ("warnedAboutFalseInformation", "true"));
        var application = ApplicationReading.Of(form, result.Answers, null);

        Assert.Empty(result.Errors);
        Assert.Equal(new DateTimeOffset(2026, 3, 20, 23, 40, 0, TimeSpan.FromHours(5)), application.AppliedAt);
        Assert.Equal(PoliceReport.Refused, application.PoliceReport);
        Assert.Equal(["Нұр", "Ай"], application.Children.Select(child => child.Person["person.firstName"]));
        Assert.Equal("Сейтқалиева", application.Person["person.lastName"]);
        Assert.Null(application.ReferrerKind);
    }

    [Fact]
    public void A_referral_asks_who_referred()
    {
        var result = FormJson.Validate(Shipped.Forms.Get("application"), ("wayIn", "referral"));

        Assert.True(result.Errors.ContainsKey("referrerKind"));
        Assert.DoesNotContain("referrerKind", FormJson.Validate(Shipped.Forms.Get("application"), ("wayIn", "application")).Errors.Keys);
    }

    [Fact]
    public void Every_field_of_every_paper_is_asked_by_a_form_or_known_to_the_case()
    {
        var asked = Shipped.Forms.All.SelectMany(form => form.All()).SelectMany(component => new[] { component.Key, component.VaultKey }).OfType<string>().ToHashSet();
        string[] known = ["case.", "organisation.", "authority.", "police.", "contract.", "representative.", "person.fullName", "paper.headName"];

        var orphans = Shipped.Papers.Kinds.Values.SelectMany(kind => kind.Fields).Select(field => field.TrimEnd('[', ']'))
            .Where(field => !asked.Contains(field) && !known.Any(prefix => field.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(orphans.Distinct());
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_schema_is_one_that_form_js_reads(string id)
    {
        var source = Shipped.Forms.Get(id).Source;

        Assert.Equal("default", source["type"]!.ToString());
        Assert.NotNull(source["schemaVersion"]);
        Assert.All(Nodes(source), component => Assert.Contains(
            component["type"]!.ToString(),
            new[] { "textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "checklist", "dynamiclist", "group", "text", "separator", "button" }));
    }

    private static IEnumerable<LocalizedText> Words(IEnumerable<FormComponent> components) => components.SelectMany(component =>
        new[] { component.Label, component.Description }.OfType<LocalizedText>()
            .Concat(component.Options.Select(option => option.Label)).Concat(Words(component.Components)));

    private static IEnumerable<JsonObject> Nodes(JsonObject parent) => (parent["components"] as JsonArray ?? []).OfType<JsonObject>()
        .SelectMany(node => Nodes(node).Prepend(node));

    [GeneratedRegex("[Ѐ-ӿ]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")]
    private static partial Regex KazakhOnly();
}
