namespace Pana.Cases;

/// <summary>Positions as papers print them beside a signature when the signer gave none.</summary>
internal static class PaperRoles
{
    private static readonly (Role Role, string Kk, string Ru)[] Positions =
    [
        (Role.Head, "ұйым басшысы", "руководитель организации"),
        (Role.SocialWorkSpecialist, "әлеуметтік жұмыс жөніндегі маман", "специалист по социальной работе"),
        (Role.Psychologist, "психолог", "психолог"),
        (Role.Lawyer, "заңгер", "юрист"),
        (Role.Nurse, "мейіргер", "медицинская сестра"),
        (Role.OtherSpecialist, "ұйым маманы", "специалист организации"),
        (Role.AuthorityOfficer, "уәкілетті органның өкілі", "представитель уполномоченного органа"),
        (Role.PoliceRepresentative, "ішкі істер органының өкілі", "представитель органа внутренних дел"),
    ];

    public static string Of(Actor signer, PaperLanguage language)
    {
        var position = Positions.FirstOrDefault(position => signer.Is(position.Role));
        return (language == PaperLanguage.Russian ? position.Ru : position.Kk) ?? "";
    }
}
