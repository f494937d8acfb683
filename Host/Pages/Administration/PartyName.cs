using Pana.Cases;

namespace Pana.Portal.Pages.Administration;

/// <summary>The name of an organisation or agency in the three languages, as typed.</summary>
public sealed class PartyName
{
    /// <summary>In Kazakh.</summary>
    public string? Kk { get; set; }

    /// <summary>In Russian.</summary>
    public string? Ru { get; set; }

    /// <summary>In English.</summary>
    public string? En { get; set; }

    /// <summary>Set when what was typed came back.</summary>
    internal bool Tried { get; set; }

    /// <summary>All three are there, and none is longer than 300 letters.</summary>
    internal bool IsWhole => Fits(Kk) && Fits(Ru) && Fits(En);

    internal static bool Fits(string? name) => !string.IsNullOrWhiteSpace(name) && name.Length <= 300;

    internal static PartyName Of(LocalizedText name) => new() { Kk = name.Kk, Ru = name.Ru, En = name.En };
}
