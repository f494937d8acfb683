namespace Pana.Cases;

/// <summary>What a person's own board of tasks is made of. Narrow with <see cref="Visibility"/> first.</summary>
public static class TaskSights
{
    /// <summary>Of the tasks one may see, those that are one's own to do: given to the actor, or for one of the actor's roles.</summary>
    public static IQueryable<UserTask> AddressedTo(this IQueryable<UserTask> tasks, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var user = actor.UserId;
        var mask = actor.RoleMask;
        return tasks.Where(task => task.AssigneeId == user || (task.RoleMask & mask) != 0);
    }

    /// <summary>Adds the little of the case that a task may show.</summary>
    public static IQueryable<TaskSight> WithCase(this IQueryable<UserTask> tasks, CaseDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return tasks.Join(db.Cases, task => task.CaseId, file => file.Id, (task, file) => new TaskSight
        {
            Task = task,
            Code = file.Code,
            FamilyId = file.FamilyId,
            State = file.State,
            AppliedAt = file.AppliedAt,
            IsChild = file.IsChild,
            Children = file.IsChild ? 0 : db.Cases.Count(other => other.FamilyId == file.FamilyId && other.IsChild),
        });
    }
}
