namespace Pana.Cases;

/// <summary>Finding is authorising: every query for a person passes through here.</summary>
public static class Visibility
{
    private static readonly int Staff = RoleCodes.Mask([Role.Head, Role.SocialWorkSpecialist]);
    private static readonly int Specialists = RoleCodes.Mask([Role.Psychologist, Role.Lawyer, Role.Nurse, Role.OtherSpecialist]);
    private static readonly int Officers = RoleCodes.Mask([Role.AuthorityOfficer, Role.PoliceRepresentative]);

    /// <summary>Cases the actor may open: staff the own organisation's, specialists those with a task for them, agencies none.</summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor, CaseDb db)
    {
        var user = actor.UserId;
        var organisation = actor.OrganisationId;
        var isStaff = (actor.RoleMask & Staff) != 0;
        var special = actor.RoleMask & Specialists;
        if (user is null || organisation is null || (!isStaff && special == 0))
        {
            return cases.Where(_ => false);
        }

        var own = cases.Where(file => file.OrganisationId == organisation
            && !db.CaseExclusions.Any(hidden => hidden.CaseId == file.Id && hidden.UserId == user));
        return isStaff
            ? own
            : own.Where(file => db.UserTasks.Any(task => task.CaseId == file.Id
                && ((task.OrganisationId == organisation && (task.RoleMask & special) != 0) || task.AssigneeId == user)));
    }

    /// <summary>Tasks for one of the actor's roles at the actor's party, or given to the actor.</summary>
    public static IQueryable<UserTask> VisibleTo(this IQueryable<UserTask> tasks, Actor actor, CaseDb db)
    {
        var user = actor.UserId;
        var organisation = actor.OrganisationId;
        var agency = actor.AgencyId;
        var inside = actor.RoleMask & (Staff | Specialists);
        var outside = actor.RoleMask & Officers;
        if (user is null || (inside | outside) == 0)
        {
            return tasks.Where(_ => false);
        }

        var seesAll = organisation is not null && (actor.RoleMask & Staff) != 0;
        return tasks.Where(task =>
            ((organisation != null && task.OrganisationId == organisation
                    && (seesAll || (task.RoleMask & inside) != 0 || task.AssigneeId == user))
                || (agency != null && task.AgencyId == agency && (task.RoleMask & outside) != 0))
            && !db.CaseExclusions.Any(hidden => hidden.CaseId == task.CaseId && hidden.UserId == user));
    }

    /// <summary>Papers of the cases the actor may open, if their kind is not for other roles only, and papers shared with the actor's agency and not recalled.</summary>
    public static IQueryable<Paper> VisibleTo(this IQueryable<Paper> papers, Actor actor, CaseDb db)
    {
        var user = actor.UserId;
        var agency = (actor.RoleMask & Officers) != 0 ? actor.AgencyId : null;
        var cases = db.Cases.VisibleTo(actor, db);
        var roles = actor.RoleMask;
        return agency is null
            ? papers.Where(paper => (paper.ReaderMask == 0 || (paper.ReaderMask & roles) != 0) && cases.Any(file => file.Id == paper.CaseId))
            : papers.Where(paper => db.PaperShares.Any(share => share.PaperId == paper.Id && share.AgencyId == agency && share.RecalledAt == null)
                && !db.CaseExclusions.Any(hidden => hidden.CaseId == paper.CaseId && hidden.UserId == user));
    }

    /// <summary>Services given in the cases the actor may open.</summary>
    public static IQueryable<ServiceEntry> VisibleTo(this IQueryable<ServiceEntry> entries, Actor actor, CaseDb db)
    {
        var cases = db.Cases.VisibleTo(actor, db);
        return entries.Where(entry => cases.Any(file => file.Id == entry.CaseId));
    }

    /// <summary>Audit entries of the own organisation, for its auditor and its head.</summary>
    public static IQueryable<AuditEntry> VisibleTo(this IQueryable<AuditEntry> entries, Actor actor, CaseDb db)
    {
        var organisation = actor.OrganisationId;
        var user = actor.UserId;
        return user is not null && organisation is not null && (actor.Is(Role.Auditor) || actor.Is(Role.Head))
            // A definition is everybody's procedure, so what is done to it is seen by the auditors of all.
            ? entries.Where(entry => (entry.OrganisationId == organisation || (entry.CaseId == null && entry.Action.StartsWith("definition.")))
                && !db.CaseExclusions.Any(hidden => hidden.CaseId == entry.CaseId && hidden.UserId == user))
            : entries.Where(_ => false);
    }
}
