using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases;

public sealed class FormValidatorTests
{
    [Theory]
    [InlineData("20.03.2026", "2026-03-20")]
    [InlineData("2026-03-20", "2026-03-20")]
    [InlineData(" 1.2.2026 ", "2026-02-01")]
    [InlineData("20/03/2026", "2026-03-20")]
    [InlineData("20032026", "2026-03-20")]
    public void Dates_are_read_as_people_type_them(string typed, string stored)
    {
        var form = FormJson.Form(FormJson.Component("datetime", "d"));

        var result = FormJson.Validate(form, ("d", typed));

        Assert.Equal(stored, result.Answers.Text("d"));
        Assert.Equal(typed, result.Typed.One("d"));
    }

    [Theory]
    [InlineData("31.02.2026")]
    [InlineData("20.03.26")]
    [InlineData("кеше")]
    public void A_date_that_does_not_exist_is_refused_with_an_example_and_stays_in_the_field(string typed)
    {
        var form = FormJson.Form(FormJson.Component("datetime", "d"));

        var result = FormJson.Validate(form, ("d", typed));

        Assert.Contains("for example 20.03.2026", result.Errors["d"], StringComparison.Ordinal);
        Assert.Equal(typed, result.Typed.One("d"));
        Assert.False(result.Answers.Has("d"));
    }

    [Fact]
    public void Tomorrow_is_told_from_today_in_the_time_zone_of_the_organisation()
    {
        var form = FormJson.Form(FormJson.Component("datetime", "d", properties: ""","notAfter":"today" """));

        Assert.True(FormJson.Validate(form, ("d", "20.03.2026")).IsValid);
        Assert.Contains("has not come yet. Give today (20.03.2026)", FormJson.Validate(form, ("d", "21.03.2026")).Errors["d"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_needs_date_and_time_and_may_not_lie_ahead()
    {
        var form = FormJson.Form(FormJson.Component("datetime", "m", ""","subtype":"datetime" """, ""","notAfter":"today" """));

        Assert.Equal("2026-03-20T23:40", FormJson.Validate(form, ("m", "20.03.2026"), ("m._time", "23.40")).Answers.Text("m"));
        Assert.Contains("hours:minutes", FormJson.Validate(form, ("m", "20.03.2026"), ("m._time", "")).Errors["m"], StringComparison.Ordinal);
        Assert.Contains("moment has not come yet", FormJson.Validate(form, ("m", "20.03.2026"), ("m._time", "23:41")).Errors["m"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "Осы жерге жазыңыз.")]
    [InlineData("ru", "Заполните это поле.")]
    [InlineData("en", "Fill in this field.")]
    public void Messages_speak_the_readers_language(string culture, string message)
    {
        var form = FormJson.Form(FormJson.Component("textfield", "t", ""","validate":{"required":true}"""));

        var result = FormJson.Validator.Validate(form, FormJson.Post(("t", "   ")), culture);

        Assert.Equal(message, result.Errors["t"]);
    }

    [Fact]
    public void Lengths_and_bounds_come_from_the_schema()
    {
        var form = FormJson.Form(
            FormJson.Component("textfield", "t", ""","validate":{"minLength":2,"maxLength":4}"""),
            FormJson.Component("number", "n", ""","validate":{"min":1,"max":9}"""));

        Assert.Contains("at least 2 characters; there are 1", FormJson.Validate(form, ("t", "ә")).Errors["t"], StringComparison.Ordinal);
        Assert.Contains("At most 4 characters; there are 5", FormJson.Validate(form, ("t", "әріпт")).Errors["t"], StringComparison.Ordinal);
        Assert.Contains("9 or less", FormJson.Validate(form, ("n", "10")).Errors["n"], StringComparison.Ordinal);
        Assert.Contains("1 or more", FormJson.Validate(form, ("n", "0")).Errors["n"], StringComparison.Ordinal);
        Assert.Contains("At most 0 digits", FormJson.Validate(form, ("n", "1,5")).Errors["n"], StringComparison.Ordinal);
        Assert.Contains("in digits", FormJson.Validate(form, ("n", "екі")).Errors["n"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_field_is_neither_demanded_nor_stored_but_keeps_its_text()
    {
        var form = FormJson.Form(
            FormJson.Radio("way", "", "application", "referral"),
            FormJson.Component("textfield", "number", ""","validate":{"required":true},"conditional":{"hide":"=way != \"referral\""}"""));

        var hidden = FormJson.Validate(form, ("way", "application"), ("number", "17"));

        Assert.True(hidden.IsValid);
        Assert.DoesNotContain("number", hidden.Answers.Keys);
        Assert.Equal("17", hidden.Typed.One("number"));
        Assert.True(FormJson.Validate(form, ("way", "referral")).Errors.ContainsKey("number"));
    }

    [Fact]
    public void What_hangs_on_a_hidden_answer_is_hidden_too()
    {
        var form = FormJson.Form(
            FormJson.Radio("a", "", "yes", "no"),
            FormJson.Radio("b", ""","conditional":{"hide":"=a != \"yes\""}""", "yes", "no"),
            FormJson.Component("textfield", "c", ""","validate":{"required":true},"conditional":{"hide":"=b != \"yes\""}"""));

        Assert.True(FormJson.Validate(form, ("a", "no"), ("b", "yes")).IsValid);
        Assert.True(FormJson.Validate(form, ("a", "yes"), ("b", "yes")).Errors.ContainsKey("c"));
    }

    [Fact]
    public void An_answer_that_was_not_offered_is_refused()
    {
        var form = FormJson.Form(FormJson.Radio("way", "", "application", "referral"));

        Assert.Contains("no such answer", FormJson.Validate(form, ("way", "bribe")).Errors["way"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8 701 234 56 78", "+77012345678")]
    [InlineData("+7 (701) 234-56-78", "+77012345678")]
    [InlineData("7012345678", "+77012345678")]
    [InlineData("+998901234567", "+998901234567")]
    [InlineData("12", null)]
    [InlineData("+7701abc", null)]
    [InlineData("", null)]
    public void Phones_are_kept_in_one_form(string typed, string? stored) => Assert.Equal(stored, PhoneNumber.Normalise(typed));

    [Fact]
    public void An_odd_IIN_asks_once_and_then_lets_through()
    {
        var form = FormJson.Form(
            FormJson.Component("datetime", "born"),
            FormJson.Component("textfield", "iin", properties: ""","kind":"iin","birthDateKey":"born" """));

        var first = FormJson.Validate(form, ("born", "04.07.1991"), ("iin", "910704 400018"));
        var second = FormJson.Validate(form, ("born", "04.07.1991"), ("iin", "910704400018"), (FormValidator.SeenField, FormValidator.SeenValue(first.Warnings)));

        Assert.True(first.IsValid);
        Assert.True(first.AsksToConfirm);
        Assert.Contains("check digit", first.Warnings["iin"], StringComparison.Ordinal);
        Assert.False(second.AsksToConfirm);
        Assert.Equal("910704400018", second.Answers.Text("iin"));
    }

    [Fact]
    public void A_person_without_IIN_is_not_held_up()
    {
        var form = FormJson.Form(FormJson.Component("textfield", "iin", properties: ""","kind":"iin" """));

        Assert.True(FormJson.Validate(form, ("iin", "")).IsValid);
        Assert.Contains("leave the field empty", FormJson.Validate(form, ("iin", "12345")).Errors["iin"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_pressed_button_is_the_outcome_and_an_invented_one_is_not()
    {
        var form = FormJson.Form(
            """{"type":"button","id":"b1","label":"A","action":"submit","properties":{"ru":"A","en":"A","outcome":"Accept"}}""",
            """{"type":"button","id":"b2","label":"R","action":"submit","properties":{"ru":"R","en":"R","outcome":"Reject"}}""");

        Assert.Equal("Reject", FormJson.Validate(form, (FormValidator.OutcomeField, "Reject")).Outcome);
        Assert.Equal("Accept", FormJson.Validate(form, (FormValidator.OutcomeField, "Steal")).Outcome);
        Assert.Equal([FormDefinition.DefaultOutcome], FormJson.Form(FormJson.Component("textfield", "t")).Outcomes);
    }
}
