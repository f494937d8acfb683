using System.Security.Claims;
using Pana.Portal.Access;

namespace Pana.Portal.Navigation;

/// <summary>The sections of the portal; a user sees those the own roles may open.</summary>
public sealed class Menu
{
    private static readonly MenuItem[] Items =
    [
        new("tasks", "/tasks", "NavTasks", Policy.Tasks),
        new("cases", "/cases", "NavCases", Policy.Cases),
        new("services", "/services", "NavServices", Policy.Cases),
        new("new", "/cases/new", "NavNewCase", Policy.NewCase),
        new("papers", "/papers", "NavPapers", Policy.Papers),
        new("design", "/designer", "NavDesign", Policy.Design),
        new("administration", "/administration", "NavAdministration", Policy.Administration),
        new("calendar", "/calendar", "NavCalendar", Policy.Calendar),
        new("book", "/book", "NavBook", Policy.Book, Minor: true),
        new("house", "/rooms", "NavHouse", Policy.House, Minor: true),
        new("house", "/leisure", "NavHouse", Policy.Registers, Minor: true),
        new("reports", "/reports", "NavReports", Policy.Reports, Minor: true),
        new("installation", "/installation", "NavInstallation", Policy.Administration, Minor: true),
        new("audit", "/audit", "NavAudit", Policy.Audit, Minor: true),
    ];

    /// <summary>The sections open to this user, in the order they are shown. A section with several beginnings has the first that is open.</summary>
    public IEnumerable<MenuItem> For(ClaimsPrincipal user) => Items.Where(item => RolePolicies.Allows(user, item.Policy)).DistinctBy(item => item.Key);

    /// <summary>Where this user's work begins: the first section open to them.</summary>
    public string Start(ClaimsPrincipal user) => For(user).FirstOrDefault()?.Href ?? "/account";
}
