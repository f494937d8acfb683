using System.Security.Cryptography;
using System.Text;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.Vaulting;

public sealed class SealingTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly Guid Owner = Guid.CreateVersion7();
    private static readonly Guid Row = Guid.CreateVersion7();

    [Fact]
    public void What_was_sealed_opens_and_looks_different_each_time()
    {
        var first = Seal("Айгүл");
        var second = Seal("Айгүл");

        Assert.Equal("Айгүл", Encoding.UTF8.GetString(Sealing.Open(Key, first, Owner, "person.firstName", Row)));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_change_of_any_byte_is_noticed()
    {
        var box = Seal("Айгүл");

        for (var place = 0; place < box.Length; place++)
        {
            var changed = box.ToArray();
            changed[place] ^= 1;
            Assert.Throws<VaultException>(() => Sealing.Open(Key, changed, Owner, "person.firstName", Row));
        }
    }

    [Fact]
    public void A_box_of_another_case_purpose_row_or_key_does_not_open()
    {
        var box = Seal("Айгүл");

        Assert.Throws<VaultException>(() => Sealing.Open(Key, box, Guid.CreateVersion7(), "person.firstName", Row));
        Assert.Throws<VaultException>(() => Sealing.Open(Key, box, Owner, "person.lastName", Row));
        Assert.Throws<VaultException>(() => Sealing.Open(Key, box, Owner, "person.firstName", Guid.CreateVersion7()));
        Assert.Throws<VaultException>(() => Sealing.Open(RandomNumberGenerator.GetBytes(32), box, Owner, "person.firstName", Row));
    }

    [Fact]
    public void A_box_cut_short_is_refused() =>
        Assert.Throws<VaultException>(() => Sealing.Open(Key, new byte[5], Owner, "person.firstName", Row));

    private static byte[] Seal(string text) => Sealing.Seal(Key, Encoding.UTF8.GetBytes(text), Owner, "person.firstName", Row);
}
