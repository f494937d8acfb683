using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Pana.Tests.Workflows;
using Xunit;
using static Pana.Tests.Activities.OneStep;

namespace Pana.Tests.Activities;

/// <summary>A definition that would fail, leak or have no law behind it is refused when it is published, with every defect named.</summary>
public sealed class DefinitionCheckTests
{
    [Fact]
    public void A_task_as_it_should_be_has_no_defect() => Assert.Empty(Defects(Task()));

    [Fact]
    public void An_unknown_form_is_named_with_the_nearest_ones() =>
        AssertDefect("There is no form 'sign-shet'", "sign-sheet", Task(("form", "sign-shet")));

    [Fact]
    public void An_outcome_that_is_no_button_of_the_form_is_a_defect() =>
        AssertDefect("Outcome 'Approve' is not a button", "Done", Task(("outcomes", new[] { "Done", "Approve" })));

    [Fact]
    public void A_protected_answer_cannot_be_kept() =>
        AssertDefect("'dissentText' of the form 'sign-sheet' is protected", "opinion", Task(("keepFacts", new[] { "dissentText" })));

    [Fact]
    public void An_answer_the_form_does_not_have_cannot_be_kept() =>
        AssertDefect("has no answer 'verdict'", "opinion", Task(("keepFacts", new[] { "verdict" })));

    [Fact]
    public void An_unknown_role_is_a_defect() => AssertDefect("'boss' is not a role", "head", Task(("roles", new[] { "boss" })));

    [Fact]
    public void A_role_of_another_party_could_never_open_the_task() =>
        AssertDefect("belongs to the party 'organisation'", "nobody could open", Task(("party", "police")));

    [Fact]
    public void A_role_that_sees_no_case_is_a_defect() =>
        AssertDefect("belongs to the party 'none'", "nobody could open", Task(("roles", new[] { "clerk" })));

    [Fact]
    public void An_unknown_obligation_is_a_defect() => AssertDefect("no obligation 'p28.9'", "p28.1", Task(("obligation", "p28.9")));

    [Fact]
    public void An_unknown_paper_is_a_defect() => AssertDefect("no paper 'novel'", "contract", Task(("papers", new[] { "novel" })));

    [Fact]
    public void A_step_without_a_paragraph_is_a_defect() => AssertDefect("names no paragraph", "28", Task(("paragraphs", Array.Empty<string>())));

    [Fact]
    public void A_paragraph_the_Standard_does_not_have_is_a_defect() => AssertDefect("'77' is not a paragraph", "28", Task(("paragraphs", new[] { "77" })));

    [Theory]
    [InlineData("Pana.RecordEvent")]
    [InlineData("Pana.WaitForCaseEvent")]
    public void An_unknown_event_is_a_defect(string type) =>
        AssertDefect("'victim.recognized' is not a case event", "victim.recognised", Step(type, ("eventName", "victim.recognized"), ("paragraphs", new[] { "28" })));

    [Fact]
    public void An_Elsa_event_of_a_case_must_exist_too() =>
        AssertDefect("'victim.recognized' is not a case event", "victim.recognised", Step("Elsa.Event", ("eventName", "case:victim.recognized")));

    [Fact]
    public void A_group_that_does_not_sign_the_paper_is_a_defect() =>
        AssertDefect("'stranger' does not sign", "head", Step("Pana.SignPaper", ("kind", "contract"), ("group", "stranger")));

    [Fact]
    public void An_expression_that_names_a_person_is_a_defect() =>
        AssertDefect("names 'person.lastName'", "Route by facts", Script("getVariable('Facts')['person.lastName']"));

    [Fact]
    public void An_expression_that_reads_a_protected_answer_from_facts_is_a_defect() =>
        AssertDefect("'dissentText' of the form 'sign-sheet' is protected", "Route by a fact", Task(("facts", To("v-facts"))), Script("getVariable(\"Facts\").dissentText"));

    [Fact]
    public void An_expression_that_reads_a_fact_no_task_keeps_is_a_defect() =>
        AssertDefect("No task gives 'opinion'", "kept facts", Task(("facts", To("v-facts"))), Script("variables.Facts.opinion"));

    [Fact]
    public void A_task_is_left_by_the_buttons_of_its_form_only()
    {
        var task = Task(("form", "plan-approve"), ("outcomes", new[] { "Approved", "Returned" }));

        AssertDefect($"'{task["id"]}' has no outcome 'Done'", "Approved, Returned", task, Step("Elsa.WriteLine"));
        Assert.DoesNotContain(Defects(Task(), Step("Elsa.WriteLine")), defect => defect.Kind == EngineDefects.UnknownOutcome);
    }

    [Fact]
    public void A_step_of_the_procedure_that_names_no_outcomes_is_left_by_Done_only()
    {
        var definition = Definition("checked", Step("Pana.RecordEvent", ("eventName", "victim.recognised"), ("paragraphs", new[] { "28" })), Step("Elsa.WriteLine"));
        definition["root"]!["connections"]![0]!["source"]!["port"] = "Recorded";

        var defect = Assert.Single(DefectsOf(definition));

        Assert.Equal(("UnknownOutcome", "Use one of Done."), (defect.Kind.Key, defect.Remedy));
        Assert.Equal("Recorded", defect.Arguments[1]);
    }

    private static JsonObject Script(string source)
    {
        var step = Step("Elsa.WriteLine");
        step["text"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = source } };
        return step;
    }

    private static JsonObject Task(params (string Name, object Value)[] changed)
    {
        Dictionary<string, object> inputs = new()
        {
            ["form"] = "sign-sheet",
            ["roles"] = new[] { "psychologist" },
            ["party"] = "organisation",
            ["paragraphs"] = new[] { "29" },
            ["obligation"] = "p28.1",
            ["papers"] = new[] { "assessment-sheet" },
            ["outcomes"] = new[] { "Done" },
        };
        foreach (var (name, value) in changed)
        {
            inputs[name] = value;
        }

        return Step("Pana.UserTask", [.. inputs.Select(input => (input.Key, input.Value))]);
    }

    private static void AssertDefect(string message, string remedy, params JsonObject[] steps)
    {
        var defect = Assert.Single(Defects(steps), one => one.Message.Contains(message, StringComparison.Ordinal));
        Assert.Contains(remedy, defect.Remedy, StringComparison.Ordinal);
        Assert.Contains(defect.ActivityId, steps.Select(step => step["id"]!.ToString()));
    }

    private static IReadOnlyList<DefinitionDefect> Defects(params JsonObject[] steps) => DefectsOf(Definition("checked", steps));

    private static IReadOnlyList<DefinitionDefect> DefectsOf(JsonObject definition)
    {
        using var world = new ServiceWorld();
        return world.Services.GetRequiredService<DefinitionValidator>().Validate(definition.ToJsonString());
    }
}
