using System.Security.Claims;
using Pana.Cases;

namespace Pana.Portal.Access;

/// <summary>Tells the case file who acts in this request.</summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            current.Value = ToActor(context.User);
        }

        return next(context);
    }

    /// <summary>The person of a session. A role the portal does not know gives no right.</summary>
    internal static Actor ToActor(ClaimsPrincipal user)
    {
        var roles = new HashSet<Role>();
        foreach (var claim in user.FindAll(PanaClaims.Role))
        {
            if (RoleCodes.TryParse(claim.Value, out var role))
            {
                roles.Add(role);
            }
        }

        return new Actor(
            Id(user, PanaClaims.Subject), user.FindFirstValue(PanaClaims.Name) ?? "", roles, Id(user, PanaClaims.Organisation), Id(user, PanaClaims.Agency));
    }

    private static Guid? Id(ClaimsPrincipal user, string type) => Guid.TryParse(user.FindFirstValue(type), out var id) ? id : null;
}
