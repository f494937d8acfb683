using Pana.Cases;

namespace Pana.Tests.Support;

/// <summary>Things with defaults, so that a test names only what it is about.</summary>
internal static class Some
{
    public static Organisation Organisation(Agency authority, Agency police) => new()
    {
        NameKk = "«Қамқор» дағдарыс орталығы",
        NameRu = "Кризисный центр «Қамқор»",
        NameEn = "Qamqor crisis centre",
        AuthorisedBodyId = authority.Id,
        InternalAffairsBodyId = police.Id,
    };

    public static Agency Agency(AgencyKind kind) => new() { Kind = kind, NameKk = "Орган", NameRu = "Орган", NameEn = "Body" };

    public static Actor Staff(Role role, Guid organisation) => new(Guid.CreateVersion7(), role.ToString(), new HashSet<Role> { role }, organisation, null);

    public static Actor Officer(Role role, Guid agency) => new(Guid.CreateVersion7(), role.ToString(), new HashSet<Role> { role }, null, agency);

    public static Case Case(CaseState state = CaseState.Applied) => new() { Code = CaseCode.Create(), State = state, AppliedAt = DateTimeOffset.UnixEpoch };

    public static NewApplication Application(params (string Key, string Value)[] person) => new()
    {
        Person = person.Length == 0
            ? new Dictionary<string, string> { ["person.lastName"] = "Сынақова", ["person.firstName"] = "Айгүл", ["person.sex"] = "female" }
            : person.ToDictionary(pair => pair.Key, pair => pair.Value),
    };

    public static NewUserTask Task(Case file, string bookmark, params string[] roles) => new()
    {
        CaseId = file.Id,
        WorkflowInstanceId = "instance",
        BookmarkId = bookmark,
        ActivityId = "step",
        FormId = "portal-entry",
        Title = new LocalizedText("Тапсырма", "Задача", "Task"),
        Roles = roles.Length == 0 ? ["social-work-specialist"] : roles,
    };
}
