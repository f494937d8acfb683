using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.CaseFile;

public sealed class CaseCodeTests
{
    [Fact]
    public void A_code_uses_only_letters_that_are_not_mistaken_for_others()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => CaseCode.Create()).ToList();

        Assert.All(codes, code => Assert.Matches("^PN-[2-9AC-HJKMNP-TW-Z]{4}-[2-9AC-HJKMNP-TW-Z]{2}$", code));
        Assert.DoesNotContain(codes, code => code[3..].Any("01OILUVB".Contains));
    }

    [Fact]
    public void Codes_are_spread_over_the_whole_alphabet_and_do_not_follow_one_another()
    {
        var codes = Enumerable.Range(0, 5000).Select(_ => CaseCode.Create()).ToList();

        Assert.True(codes.Distinct().Count() > 4900);
        for (var place = 3; place < codes[0].Length; place++)
        {
            if (place != 7)
            {
                Assert.Equal(CaseCode.Alphabet.Length, codes.Select(code => code[place]).Distinct().Count());
            }
        }

        Assert.NotEqual(codes.Order(StringComparer.Ordinal), codes);
    }

    [Theory]
    [InlineData("pn-4f7k-92", "PN-4F7K-92")]
    [InlineData(" 4F7K92 ", "PN-4F7K-92")]
    [InlineData("PN 4F7K 92", "PN-4F7K-92")]
    [InlineData("PN-4F7K-9", null)]
    [InlineData("PN-4F7K-0O", null)]
    [InlineData(null, null)]
    public void A_typed_code_is_read_as_it_is_kept(string? typed, string? kept) => Assert.Equal(kept, CaseCode.Normalise(typed));
}
