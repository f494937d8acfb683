namespace Pana.Cases;

/// <summary>Who may do a task, and who may see it only.</summary>
public sealed partial class UserTask
{
    /// <summary>Whether the actor belongs to the task's party and has one of its roles, or was given it.</summary>
    public bool MayBeDoneBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var inParty = AgencyId is { } agency
            ? actor.AgencyId == agency
            : OrganisationId is { } organisation && actor.OrganisationId == organisation;
        return actor.UserId is { } user && inParty && ((actor.RoleMask & RoleMask) != 0 || AssigneeId == user);
    }

    /// <summary>Whether somebody other than the actor holds it.</summary>
    public bool IsHeldFrom(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return AssigneeId is { } holder && holder != actor.UserId;
    }
}
