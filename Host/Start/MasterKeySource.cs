using System.Security.Cryptography;
using Pana.Cases;

namespace Pana.Portal.Start;

/// <summary>Where the master key comes from: the settings, or in Development a file of the data folder made on first start.</summary>
internal static class MasterKeySource
{
    public static MasterKey Read(PortalOptions options, DataFolder data)
    {
        if (options.MasterKey is { } text)
        {
            return MasterKey.FromBase64(text.Trim());
        }

        return options.MasterKeyFile is { } file
            ? MasterKey.Load(file)
            : MasterKey.FromBase64(data.Secret("master.key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
    }
}
