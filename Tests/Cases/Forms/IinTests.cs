using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases;

public sealed class IinTests
{
    [Fact]
    public void Birth_date_and_sex_are_in_the_number()
    {
        Assert.True(Iin.TryRead("910704 4000 16", out var iin));

        Assert.Equal(new DateOnly(1991, 7, 4), iin.BirthDate);
        Assert.Equal("female", iin.Sex);
    }

    [Fact]
    public void Exactly_one_last_digit_fits_or_none()
    {
        var fitting = Enumerable.Range(0, 10).Count(last => Iin.TryRead("91070440001" + last, out var iin) && iin.CheckDigitFits);

        Assert.InRange(fitting, 0, 1);
    }

    // Weighted sums worked out by hand: 1·9+2·1+3·0+4·7+5·0+6·4+7·4+8·0+9·0+10·0+11·1 = 102; 102 mod 11 = 3.
    [Fact]
    public void The_check_digit_follows_from_the_weights()
    {
        Assert.True(Iin.TryRead("910704400013", out var right));
        Assert.True(Iin.TryRead("910704400014", out var wrong));

        Assert.True(right.CheckDigitFits);
        Assert.False(wrong.CheckDigitFits);
    }

    // 1·0+2·0+3·0+4·1+5·0+6·1+7·0+… = 10 at the first weights; then 3·0+4·0+5·0+6·1+7·0+8·1 = 14; 14 mod 11 = 3.
    [Fact]
    public void Ten_at_the_first_try_takes_the_second_weights()
    {
        Assert.True(Iin.TryRead("000101000003", out var iin));

        Assert.True(iin.CheckDigitFits);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12345678901")]
    [InlineData("12345678901a")]
    [InlineData("٠١٢٣٤٥٦٧٨٩٠١")]
    public void Anything_but_twelve_digits_is_none(string? text) => Assert.False(Iin.TryRead(text, out _));
}
