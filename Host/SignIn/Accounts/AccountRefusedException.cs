namespace Pana.Portal.SignIn.Accounts;

/// <summary>The account store refused an act; holds its reasons, for example <c>DuplicateUserName</c> or <c>ConcurrencyFailure</c>.</summary>
public sealed class AccountRefusedException(IReadOnlyList<string> reasons)
    : Exception($"The account was not written: {string.Join(", ", reasons)}. Expected a free user name and an account nobody else changed meanwhile; load it again and repeat.")
{
    /// <summary>Identity's codes of the reasons.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
