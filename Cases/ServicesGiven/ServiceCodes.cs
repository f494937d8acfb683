namespace Pana.Cases;

/// <summary>
/// Codes of services as the form of the log offers them: <c>urgent</c> (p7 2)), <c>g1</c>–<c>g4</c> (p15), <c>day</c> (p2),
/// and <c>s1_1</c>–<c>s8_9</c>, kind and number of paragraph 24.
/// </summary>
public static class ServiceCodes
{
    /// <summary>Urgent help before recognition.</summary>
    public const string Urgent = "urgent";

    /// <summary>Attendance of a day stay.</summary>
    public const string DayStay = "day";

    /// <summary>The kind of a service of paragraph 24, for example <c>s3</c>; null for the others.</summary>
    public static string? KindOf(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.Length > 2 && service[0] == 's' && service[2] == '_' ? service[..2] : null;
    }

    /// <summary>Is it one of the general services of paragraph 15?</summary>
    public static bool IsGeneral(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.Length == 2 && service[0] == 'g';
    }

    /// <summary>The vault key whose readers may read the note of such a service: medical for nurse and head, psychological for psychologist and head.</summary>
    public static string NoteKey(string service) => KindOf(service) switch
    {
        "s2" => "health.service",
        "s3" => "psych.service",
        _ => service == "g2" ? "health.service" : "service",
    };

    /// <summary>What may be offered for a case now; which day it is for is checked when it is recorded.</summary>
    public static bool Concerns(string service, Case file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return service == DayStay || (KindOf(service) is null ? service != Urgent || file.ContractOn is null : file.ContractOn is not null);
    }

    /// <summary>The specialist whose work services of a kind are, unless the plan names another: nurse, psychologist, lawyer, otherwise the social-work specialist.</summary>
    public static Role SpecialistOf(string kind) => kind switch
    {
        "s2" => Role.Nurse,
        "s3" => Role.Psychologist,
        "s8" => Role.Lawyer,
        _ => Role.SocialWorkSpecialist,
    };
}
