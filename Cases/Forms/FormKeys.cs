namespace Pana.Cases;

/// <summary>What the name of an answer means to the case.</summary>
public static class FormKeys
{
    /// <summary>Answers whose key starts so are also written to the case's vault when the task is completed.</summary>
    public static IReadOnlyList<string> VaultPrefixes { get; } =
        ["person.", "health.", "referral.", "violence.", "psych.", "paper."];

    /// <summary>Values that a form shows beforehand, so that nobody is asked twice; a plan begins with the former one (p19). Opinions and numbers of papers are asked anew.</summary>
    public static IReadOnlyList<string> PrefilledPrefixes { get; } = ["person.", "health.", "referral.", "paper.plan"];

    /// <summary>Is an answer with this key a value of the case's vault?</summary>
    public static bool IsVaultKey(string key) =>
        VaultPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
