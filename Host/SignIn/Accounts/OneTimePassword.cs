using System.Security.Cryptography;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>A password to be read aloud once: sixteen letters and digits that cannot be taken for each other, 78 bits.</summary>
internal static class OneTimePassword
{
    /// <summary>How long it opens the way to choosing an own one.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(chunk => new string(chunk)));
}
