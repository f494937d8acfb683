using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases;

/// <summary>Rows without a script: buttons named _add.list and _remove.list.n, rows marked by list[n]._row.</summary>
public sealed class FormRowsTests
{
    private static readonly FormDefinition Form = FormJson.Form(
        FormJson.List("children", FormJson.Component("textfield", "name", ""","validate":{"required":true}"""), FormJson.Component("datetime", "born")));

    [Fact]
    public void Adding_a_row_keeps_what_was_typed_and_completes_nothing()
    {
        var result = FormJson.Validate(Form, ("children[0].name", "Ай"), ("children[0]._row", "1"), ("_add.children", "1"));

        Assert.True(result.OnlyRowsChanged);
        Assert.False(result.IsValid);
        Assert.Empty(result.Errors);
        Assert.Equal(2, result.Typed.Rows("children"));
        Assert.Equal("Ай", result.Typed.One("children[0].name"));
    }

    [Fact]
    public void Removing_a_row_moves_the_later_ones_up()
    {
        var result = FormJson.Validate(
            Form, ("children[0].name", "Ай"), ("children[1].name", "Нұр"), ("children[4].name", "Күн"), ("_remove.children.1", "1"));

        Assert.Equal(2, result.Typed.Rows("children"));
        Assert.Equal("Күн", result.Typed.One("children[1].name"));
    }

    [Fact]
    public void No_more_rows_than_the_schema_allows()
    {
        var result = FormJson.Validate(
            Form, ("children[0].name", "1"), ("children[1].name", "2"), ("children[2].name", "3"), ("children[3].name", "4"), ("_add.children", "1"));

        Assert.Equal(3, result.Typed.Rows("children"));
    }

    [Fact]
    public void Blank_rows_are_no_rows_and_an_error_stands_at_its_own_row()
    {
        var result = FormJson.Validate(Form, ("children[0]._row", "1"), ("children[0].name", " "), ("children[1].name", "Ай"), ("children[1].born", "99.99.2020"));

        Assert.Single(result.Answers.Rows("children"));
        Assert.Equal(["children[1].born"], result.Errors.Keys);
    }

    [Fact]
    public void A_draft_gives_back_exactly_what_was_typed()
    {
        var posted = FormJson.Post(("children[0].name", "<b>Ай"), ("children[0].born", "31.2"), ("children[1]._row", "1"));

        var draft = FormAnswers.Parse(FormValidator.Draft(Form, posted).ToJson().ToJsonString());
        var typed = FormTyped.From(Form, draft);

        Assert.Equal(2, typed.Rows("children"));
        Assert.Equal("<b>Ай", typed.One("children[0].name"));
        Assert.Equal("31.2", typed.One("children[0].born"));
    }

    [Fact]
    public void Stored_answers_come_back_as_people_write_them()
    {
        var answers = FormJson.Validate(Form, ("children[0].name", "Ай"), ("children[0].born", "2021-12-24")).Answers;

        Assert.Equal("24.12.2021", FormTyped.From(Form, answers).One("children[0].born"));
    }
}
