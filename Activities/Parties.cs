namespace Pana.Activities;

/// <summary>Who a step is for: the organisation that keeps the case, the authorised body (p31) or the internal affairs body (p29, p35).</summary>
public static class Parties
{
    /// <summary>The temporary stay and residence organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>The authorised body of the case.</summary>
    public const string Authority = "authority";

    /// <summary>The internal affairs body of the organisation's district.</summary>
    public const string Police = "police";

    /// <summary>All three.</summary>
    public static IReadOnlyList<string> All { get; } = [Organisation, Authority, Police];
}
