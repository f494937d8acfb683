namespace Pana.Cases;

/// <summary>How a norm is carried out.</summary>
public enum CoverageState
{
    /// <summary>By what this program has.</summary>
    Carried,

    /// <summary>By people: no program can do it. Carriers, if any, help them.</summary>
    InHands,

    /// <summary>By nothing yet, or not wholly, although a program could.</summary>
    Open,
}
