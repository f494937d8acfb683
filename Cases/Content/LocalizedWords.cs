namespace Pana.Cases;

/// <summary>Asks whether words are there in all three languages.</summary>
internal static class LocalizedWords
{
    public static bool AreWhole(LocalizedText? text) =>
        text is not null && !string.IsNullOrWhiteSpace(text.Kk) && !string.IsNullOrWhiteSpace(text.Ru) && !string.IsNullOrWhiteSpace(text.En);
}
