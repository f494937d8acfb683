using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Opens, claims, completes and withdraws what people have to do. Drafts and answers are in <see cref="TaskAnswers"/>.</summary>
public sealed class UserTasks(
    CaseDb db,
    DbSession session,
    CurrentActor actor,
    CaseClocks clocks,
    TaskAnswers answers,
    TaskWaker waker,
    AuditTrail audit,
    TimeProvider time,
    ILogger<UserTasks> log)
{
    /// <summary>Opens a task for a workflow that waits; the clock of its obligation gives the due time.</summary>
    public Task<UserTask> OpenAsync(NewUserTask task, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return session.InTransactionAsync(token => AddAsync(task, token), ct);
    }

    /// <summary>Takes the task for the acting person. <see cref="TaskHeldException"/> when another person has it.</summary>
    public Task<UserTask> ClaimAsync(Guid taskId, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var task = await FindAsync(taskId, token);
            RefuseUnlessAllowed(task);
            var now = time.GetUtcNow();
            var user = actor.Value.UserId;
            var name = actor.Value.DisplayName;
            var taken = await db.UserTasks
                .Where(row => row.Id == taskId && row.State == UserTaskState.Open && (row.AssigneeId == null || row.AssigneeId == user))
                .ExecuteUpdateAsync(
                    row => row.SetProperty(t => t.AssigneeId, user)
                        .SetProperty(t => t.AssigneeName, name)
                        .SetProperty(t => t.ClaimedAt, now)
                        .SetProperty(t => t.Revision, t => t.Revision + 1),
                    token);
            task = await RefreshAsync(task, token);
            if (taken == 0)
            {
                throw Lost(task);
            }

            audit.Note("task.claimed", task.CaseId, task.Id.ToString());
            return task;
        },
        ct);

    /// <summary>Gives a claimed task back to the role; the head may release anybody's.</summary>
    public Task<UserTask> ReleaseAsync(Guid taskId, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var task = await FindAsync(taskId, token);
            if (task.IsHeldFrom(actor.Value) && !actor.Value.Is(Role.Head))
            {
                throw new TaskHeldException(task.Id, task.AssigneeName, task.ClaimedAt);
            }

            await db.UserTasks
                .Where(row => row.Id == taskId && row.State == UserTaskState.Open)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(t => t.AssigneeId, (Guid?)null)
                        .SetProperty(t => t.AssigneeName, (string?)null)
                        .SetProperty(t => t.ClaimedAt, (DateTimeOffset?)null)
                        .SetProperty(t => t.Revision, t => t.Revision + 1),
                    token);
            audit.Note("task.released", task.CaseId, task.Id.ToString());
            return await RefreshAsync(task, token);
        },
        ct);

    /// <summary>Keeps what the acting person has typed so far.</summary>
    public Task SaveDraftAsync(Guid taskId, FormAnswers typed, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var task = await FindAsync(taskId, token);
            RefuseUnlessAllowed(task);
            await answers.SaveDraftAsync(task, typed, token);
        },
        ct);

    /// <summary>What the acting person had typed, or null.</summary>
    public async Task<SavedDraft?> LoadDraftAsync(Guid taskId, CancellationToken ct = default)
    {
        var user = actor.Value.UserId;
        var found = await db.UserTasks.VisibleTo(actor.Value, db).Where(task => task.Id == taskId)
            .Select(task => new { task.CaseId, Draft = db.TaskDrafts.FirstOrDefault(draft => draft.TaskId == task.Id && draft.UserId == user) })
            .SingleOrDefaultAsync(ct)
            ?? throw NoSuchTask(taskId);
        return found.Draft is null ? null : await answers.OpenDraftAsync(found.CaseId, found.Draft, ct);
    }

    /// <summary>The answers with which a task was completed, or null. The caller notes the reading.</summary>
    public async Task<FormAnswers?> LoadAnswersAsync(Guid taskId, CancellationToken ct = default) =>
        await answers.LoadAsync(await FindAsync(taskId, ct), ct);

    /// <summary>
    /// Completes the task and wakes its workflow in one transaction. Of two people at once one wins; the other gets
    /// <see cref="TaskAlreadyCompletedException"/>. <paramref name="expectedRevision"/> is what the page was showing: when the
    /// task has since been claimed by another person, <see cref="TaskHeldException"/>.
    /// </summary>
    public Task<UserTask> CompleteAsync(Guid taskId, string outcome, FormAnswers given, int expectedRevision, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(given);
        return session.InRepeatableTransactionAsync(token => CompleteOnceAsync(taskId, outcome, given, expectedRevision, token), ct);
    }

    /// <summary>Withdraws the task that waits on a bookmark which is gone; nothing happens when there is none or it is done.</summary>
    public Task WithdrawAsync(string bookmarkId, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var task = db.UserTasks.Local.FirstOrDefault(row => row.BookmarkId == bookmarkId)
                ?? await db.UserTasks.SingleOrDefaultAsync(row => row.BookmarkId == bookmarkId, token);
            if (task is not { State: UserTaskState.Open })
            {
                return;
            }

            task.State = UserTaskState.Withdrawn;
            task.CompletedAt = time.GetUtcNow();
            task.Revision++;
            audit.Note("task.withdrawn", task.CaseId, task.Id.ToString());
        },
        ct);

    private async Task<UserTask> AddAsync(NewUserTask wanted, CancellationToken ct)
    {
        var clock = wanted.ObligationId is { } obligation ? await clocks.RunningAsync(wanted.CaseId, obligation, ct) : null;
        var organisation = wanted.AgencyId is null ? wanted.OrganisationId ?? await OrganisationOfAsync(wanted.CaseId, ct) : null;
        var task = db.UserTasks.Add(new UserTask
        {
            CaseId = wanted.CaseId,
            WorkflowInstanceId = wanted.WorkflowInstanceId,
            BookmarkId = wanted.BookmarkId,
            ActivityId = wanted.ActivityId,
            FormId = wanted.FormId,
            FormVersion = wanted.FormVersion,
            Title = wanted.Title,
            Roles = wanted.Roles,
            OrganisationId = organisation,
            AgencyId = wanted.AgencyId,
            AssigneeId = wanted.AssigneeId,
            AssigneeName = wanted.AssigneeName,
            ObligationId = wanted.ObligationId,
            ClockId = clock?.Id,
            DueAt = clock?.DueAt ?? wanted.DueAt,
            Paragraphs = wanted.Paragraphs,
            PaperIds = wanted.PaperIds,
            State = UserTaskState.Open,
            CreatedAt = time.GetUtcNow(),
        }).Entity;
        audit.Note("task.opened", task.CaseId, task.Id.ToString(), new JsonObject { ["form"] = task.FormId });
        CasesLog.TaskOpened(log, task.Id, task.FormId, string.Join(", ", task.Roles));
        return task;
    }

    private async Task<UserTask> CompleteOnceAsync(Guid taskId, string outcome, FormAnswers given, int expectedRevision, CancellationToken ct)
    {
        var task = await FindAsync(taskId, ct);
        RefuseUnlessAllowed(task);
        var now = time.GetUtcNow();
        var user = actor.Value.UserId;
        var name = actor.Value.DisplayName;

        // The one place where a winner is made: the database updates the open row for one of them only.
        var won = await db.UserTasks
            .Where(row => row.Id == taskId && row.State == UserTaskState.Open
                && (row.AssigneeId == user || (row.AssigneeId == null && row.Revision == expectedRevision)))
            .ExecuteUpdateAsync(
                row => row.SetProperty(t => t.State, UserTaskState.Completed)
                    .SetProperty(t => t.CompletedAt, now)
                    .SetProperty(t => t.CompletedById, user)
                    .SetProperty(t => t.CompletedByName, name)
                    .SetProperty(t => t.Outcome, outcome)
                    .SetProperty(t => t.Revision, t => t.Revision + 1),
                ct);
        task = await RefreshAsync(task, ct);
        if (won == 0)
        {
            throw Lost(task);
        }

        var facts = await answers.StoreAsync(task, given, ct);
        audit.Note("task.completed", task.CaseId, task.Id.ToString(), new JsonObject { ["form"] = task.FormId, ["outcome"] = outcome });
        CasesLog.TaskCompleted(log, task.Id, task.FormId, outcome);
        await waker.WakeAsync(task, outcome, facts, ct);
        return task;
    }

    private async Task<UserTask> FindAsync(Guid taskId, CancellationToken ct) =>
        await db.UserTasks.VisibleTo(actor.Value, db).SingleOrDefaultAsync(task => task.Id == taskId, ct)
        ?? throw NoSuchTask(taskId);

    private CaseRuleException NoSuchTask(Guid taskId) => new(
        "Rule.NoSuchTask",
        $"Task {taskId} does not exist for {actor.Value.DisplayName}. Look in the list of tasks.",
        taskId.ToString());

    private async Task<UserTask> RefreshAsync(UserTask task, CancellationToken ct)
    {
        await db.Entry(task).ReloadAsync(ct);
        return task;
    }

    private void RefuseUnlessAllowed(UserTask task)
    {
        if (!task.MayBeDoneBy(actor.Value))
        {
            throw new CaseRuleException(
                "Rule.NotYourTask",
                $"Task {task.Id} is for {string.Join(", ", task.Roles)}, and {actor.Value.DisplayName} is none of them. Ask one of them, or let the head give it to you.",
                string.Join(", ", task.Roles));
        }
    }

    private Exception Lost(UserTask task)
    {
        CasesLog.TaskLost(log, task.Id);
        return task switch
        {
            { State: not UserTaskState.Open } => new TaskAlreadyCompletedException(task.Id, task.State, task.CompletedByName, task.CompletedAt),
            { AssigneeId: not null } => new TaskHeldException(task.Id, task.AssigneeName, task.ClaimedAt),
            _ => new TaskChangedException(task.Id, task.Revision),
        };
    }

    private async Task<Guid?> OrganisationOfAsync(Guid caseId, CancellationToken ct) =>
        db.Cases.Local.FindEntry(caseId)?.Entity.OrganisationId
        ?? await db.Cases.Where(file => file.Id == caseId).Select(file => (Guid?)file.OrganisationId).SingleOrDefaultAsync(ct);
}
