using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.Vaulting;

public sealed class MasterKeyTests
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("pana-key-").FullName, "inner", "master.key");

    [Fact]
    public void The_first_start_creates_a_file_that_only_the_owner_reads_and_the_second_reads_it()
    {
        var first = MasterKey.LoadOrCreate(_path);
        var second = MasterKey.LoadOrCreate(_path);

        Assert.Equal(first.Bytes.ToArray(), second.Bytes.ToArray());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_path));
        }
    }

    [Fact]
    public void Production_says_which_file_is_missing()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => MasterKey.Load(_path));

        Assert.Contains(_path, missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_key_of_another_length_is_refused_with_the_way_to_make_one(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => MasterKey.FromBase64(text));

        Assert.Contains("openssl rand -base64 32", refusal.Message, StringComparison.Ordinal);
    }
}
