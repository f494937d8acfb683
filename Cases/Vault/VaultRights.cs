namespace Pana.Cases;

/// <summary>Which roles may read which part of the vault: health for nurse and head, psychological notes for psychologist and head.</summary>
public static class VaultRights
{
    private static readonly int Health = RoleCodes.Mask([Role.Head, Role.Nurse]);
    private static readonly int Psychological = RoleCodes.Mask([Role.Head, Role.Psychologist]);
    private static readonly int Personal =
        RoleCodes.Mask([Role.Head, Role.SocialWorkSpecialist, Role.Psychologist, Role.Lawyer, Role.Nurse, Role.OtherSpecialist]);

    /// <summary>Whether the reader may see a value of this key. Agencies, clerks, designers, auditors and administrators see none.</summary>
    public static bool MayRead(this Actor reader, string key)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(key);
        return (reader.RoleMask & ReadersOf(key)) != 0;
    }

    /// <summary>The roles that may read all of the keys, as a mask; 0 when none of them is closed to a specialist.</summary>
    internal static int ReadersOf(IEnumerable<string> keys)
    {
        var closed = keys.Select(ReadersOf).Where(readers => readers != Personal).ToList();
        return closed.Count == 0 ? 0 : closed.Aggregate((all, readers) => all & readers);
    }

    private static int ReadersOf(string key) =>
        key.StartsWith("health.", StringComparison.Ordinal) ? Health
        : key.StartsWith("psych.", StringComparison.Ordinal) ? Psychological
        : Personal;
}
