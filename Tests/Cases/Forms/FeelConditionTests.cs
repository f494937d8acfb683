using System.Text.Json.Nodes;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases;

public sealed class FeelConditionTests
{
    private static readonly FormAnswers Answers = FormAnswers.Parse(
        """{"way":"referral","age":9,"ticked":true,"kinds":["physical","economic"],"person.document":"none","empty":""}""");

    [Theory]
    [InlineData("way = \"referral\"", true)]
    [InlineData("=way = \"referral\"", true)]
    [InlineData("way != \"referral\"", false)]
    [InlineData("missing = null", true)]
    [InlineData("missing != null", false)]
    [InlineData("empty = null", true)]
    [InlineData("missing != \"referral\"", true)]
    [InlineData("age < 14 and age >= 9", true)]
    [InlineData("age > 9 or ticked", true)]
    [InlineData("ticked = true", true)]
    [InlineData("not(ticked)", false)]
    [InlineData("not(missing)", false)]
    [InlineData("missing < 3", false)]
    [InlineData("age = \"9\"", false)]
    [InlineData("not(age = \"9\")", false)]
    [InlineData("way in (\"application\", \"referral\")", true)]
    [InlineData("way in [\"application\"]", false)]
    [InlineData("\"physical\" in kinds", true)]
    [InlineData("\"sexual\" in kinds", false)]
    [InlineData("\"x\" in missing", false)]
    [InlineData("person.document = null or person.document = \"none\"", true)]
    [InlineData("(age = 1 or age = 9) and not(way = \"x\")", true)]
    [InlineData("age = 9 and age = 1 or ticked", true)]
    [InlineData("age = -1.5", false)]
    public void A_condition_holds_or_not(string text, bool expected)
    {
        var condition = FeelCondition.Parse(text);

        Assert.Equal(expected, condition.Evaluate(Answers));
    }

    [Theory]
    [InlineData("way = ", 6, "a name")]
    [InlineData("(way = \"x\"", 10, ")")]
    [InlineData("way = \"x", 8, "a closing quotation mark")]
    [InlineData("count(kinds) > 1", 5, "no function call")]
    [InlineData("way = \"x\" way", 10, "and, or, or the end")]
    [InlineData("way in (\"a\"", 11, "a comma or )")]
    [InlineData("= and way", 1, "a value before this word")]
    [InlineData("way = 1.2.3", 6, "a number")]
    public void What_cannot_be_read_is_named_with_its_place_and_what_is_understood(string text, int position, string expected)
    {
        var error = Assert.Throws<FeelSyntaxException>(() => FeelCondition.Parse(text));

        Assert.Equal(position, error.Position);
        Assert.Contains("expected " + expected, error.Message.Replace("expected ), ", "expected )", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("not(…)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_endless_text_are_refused_before_they_cost_anything()
    {
        Assert.Throws<FeelSyntaxException>(() => FeelCondition.Parse(new string('(', 500) + "a" + new string(')', 500)));
        Assert.Throws<FeelSyntaxException>(() => FeelCondition.Parse("a = \"" + new string('x', 5000) + "\""));
    }

    [Fact]
    public void A_row_shadows_the_form()
    {
        var row = FormAnswers.FromJson(new JsonObject { ["way"] = "application" });

        Assert.True(FeelCondition.Parse("way = \"application\" and age = 9").Evaluate(Answers, row));
    }
}
