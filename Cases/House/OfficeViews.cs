namespace Pana.Cases;

/// <summary>An office with its newest passport, opened.</summary>
/// <param name="Office">The office.</param>
/// <param name="Passport">The newest version of its passport.</param>
/// <param name="Given">What stands in it.</param>
public sealed record OfficeLine(Office Office, OfficePassport Passport, FormAnswers Given);

/// <summary>One version of a passport, opened, with the versions there are.</summary>
/// <param name="Office">The office.</param>
/// <param name="Passport">The version.</param>
/// <param name="Given">What stands in it.</param>
/// <param name="Versions">All versions without their words, the newest first.</param>
public sealed record OfficeView(Office Office, OfficePassport Passport, FormAnswers Given, IReadOnlyList<OfficePassport> Versions)
{
    /// <summary>Whether a newer version was drawn up.</summary>
    public bool IsOld => Versions[0].Number != Passport.Number;
}
