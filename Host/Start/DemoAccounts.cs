using Pana.Cases;

namespace Pana.Portal.Start;

/// <summary>Who can sign in to a fresh Development installation.</summary>
internal static class DemoAccounts
{
    public static readonly Guid OrganisationId = new("0193d9a0-0000-7000-8000-000000000001");
    public static readonly Guid AuthorityId = new("0193d9a0-0000-7000-8000-000000000002");
    public static readonly Guid PoliceId = new("0193d9a0-0000-7000-8000-000000000003");

    /// <summary>User name, name shown, role, and where the person works.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("head", "Айгүл Сейітқызы", Role.Head, OrganisationId, null),
        new("social", "Динара Маратқызы", Role.SocialWorkSpecialist, OrganisationId, null),
        new("psychologist", "Сәуле Ерланқызы", Role.Psychologist, OrganisationId, null),
        new("lawyer", "Арман Қайратұлы", Role.Lawyer, OrganisationId, null),
        new("nurse", "Гүлнар Болатқызы", Role.Nurse, OrganisationId, null),
        new("clerk", "Мадина Асқарқызы", Role.Clerk, OrganisationId, null),
        new("authority", "Ерлан Сапарұлы", Role.AuthorityOfficer, null, AuthorityId),
        new("police", "Бауыржан Нұрланұлы", Role.PoliceRepresentative, null, PoliceId),
        new("designer", "Жанар Тимурқызы", Role.ProcessDesigner, OrganisationId, null),
        new("auditor", "Қанат Әлиұлы", Role.Auditor, OrganisationId, null),
        new("administrator", "Тимур Русланұлы", Role.Administrator, OrganisationId, null),
    ];
}

/// <summary>One account of the demo.</summary>
internal sealed record DemoAccount(string UserName, string DisplayName, Role Role, Guid? OrganisationId, Guid? AgencyId);
