namespace Pana.Cases;

/// <summary>On what ground a service is given.</summary>
public enum ServiceBasis
{
    /// <summary>Urgent help before anybody is recognised as a victim (p7 2), A-16).</summary>
    Urgent,

    /// <summary>One of the four general services, from recognition until the contract (p15).</summary>
    General,

    /// <summary>Attendance of a day stay (p2).</summary>
    DayStay,

    /// <summary>A service whose kind the approved plan provides for (p18).</summary>
    Plan,

    /// <summary>A service under the contract that no approved plan provides for: recorded as it happened, and marked.</summary>
    OutsidePlan,
}
