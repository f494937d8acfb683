using System.Security.Cryptography;

namespace Pana.Portal.Security;

/// <summary>The one-time value that lets this response's own scripts and styles run.</summary>
public static class NonceExtensions
{
    private static readonly object Key = new();

    /// <summary>This request's nonce: 128 random bits, the same for every call within the request.</summary>
    public static string Nonce(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[Key] is not string nonce)
        {
            context.Items[Key] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        }

        return nonce;
    }
}
