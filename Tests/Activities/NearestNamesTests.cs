using Pana.Activities;
using Xunit;

namespace Pana.Tests.Activities;

public sealed class NearestNamesTests
{
    private static readonly string[] Forms = ["contract", "contract-sign", "plan", "plan-approve", "police-send", "police-letter", "send-decision", "sheet"];

    [Theory]
    [InlineData("polise-send", "police-send")]
    [InlineData("Contract", "contract")]
    [InlineData("plan-aprove", "plan-approve")]
    public void The_nearest_name_comes_first_and_the_rest_is_counted(string wanted, string first)
    {
        var (names, more) = NearestNames.Of(wanted, Forms);

        Assert.Equal(5, names.Split(", ").Length);
        Assert.Equal((first, "3"), (names.Split(", ")[0], more));
    }

    [Fact]
    public void Few_names_are_all_told() => Assert.Equal(("b, a, c", "0"), NearestNames.Of("b", ["a", "b", "c"]));
}
