using System.Text;
using Xunit;

namespace Pana.Tests.Support;

public sealed class LeaksTests
{
    private const string Word = "Қанарейқызыева";

    public static TheoryData<string, byte[]> Written => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes($"аты {Word}.") },
        { "UTF-8", Encoding.UTF8.GetBytes(Word.ToUpperInvariant()) },
        { "UTF-16", Encoding.Unicode.GetBytes(Word) },
        { "hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Word))) },
        { "JSON escapes", Encoding.ASCII.GetBytes(System.Text.Json.JsonSerializer.Serialize(Word)) },
        { "Base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("a" + Word + "."))) },
        { "Base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + Word))) },
        { "Base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Word + "xyz"))) },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_word_is_found_however_it_was_written(string shape, byte[] bytes) => Assert.Contains($"{Word} as {shape}", Leaks.Find(bytes, Word));

    [Fact]
    public void Another_word_is_not_found() => Assert.Empty(Leaks.Find(Encoding.UTF8.GetBytes("Қанарейқызы"), Word));
}
