using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;
using CaseVault = Pana.Cases.Vault;

namespace Pana.Tests.Cases.Tasks;

public abstract class UserTasksTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task A_completed_task_keeps_its_answers_sealed_writes_the_vault_and_ends_its_workflow()
    {
        var task = await World.AskAsync();

        var done = await World.CompleteAsync(World.Social, task, ("violence.interviewNotes", "Құпия әңгіме"));

        Assert.Equal(UserTaskState.Completed, done.State);
        Assert.Equal(World.Social.UserId, done.CompletedById);
        Assert.Equal("Құпия әңгіме", await World.AsAsync(World.Social, scope => scope.GetRequiredService<CaseVault>().GetAsync(task.CaseId, "violence.interviewNotes")));
        var answers = await World.AsAsync(World.Social, scope => scope.GetRequiredService<UserTasks>().LoadAnswersAsync(task.Id));
        Assert.Equal("Құпия әңгіме", answers!.Text("violence.interviewNotes"));
        var stored = await World.ReadAsync(db => db.SealedAnswers.SingleAsync(row => row.TaskId == task.Id));
        Assert.DoesNotContain("Құпия", Encoding.UTF8.GetString(stored.Sealed), StringComparison.Ordinal);
        var instance = await World.ReadAsync(db => db.WorkflowInstances.SingleAsync(row => row.Id == task.WorkflowInstanceId));
        Assert.NotNull(instance.FinishedAt);
        Assert.DoesNotContain("Құпия", instance.State, StringComparison.Ordinal);
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "task.completed" && entry.Subject == task.Id.ToString())));
    }

    [Fact]
    public async Task The_clock_of_the_obligation_gives_the_due_time()
    {
        var task = await World.AskAsync();

        var clock = await World.ReadAsync(db => db.Clocks.SingleAsync(one => one.CaseId == task.CaseId && one.ObligationId == "p28.1"));
        Assert.Equal(clock.Id, task.ClockId);
        Assert.Equal(clock.DueAt, task.DueAt);
    }

    [Fact]
    public async Task The_second_to_answer_is_told_who_was_first_and_when()
    {
        var task = await World.AskAsync();
        await World.CompleteAsync(World.Social, task);

        var lost = await Assert.ThrowsAsync<TaskAlreadyCompletedException>(() => World.CompleteAsync(World.Staff(Role.SocialWorkSpecialist), task));

        Assert.Equal(World.Social.DisplayName, lost.By);
        Assert.Equal(World.Time.GetUtcNow(), lost.At);
    }

    [Fact]
    public async Task A_claimed_task_is_its_holder_s_until_the_holder_or_the_head_releases_it()
    {
        var task = await World.AskAsync();
        var colleague = World.Staff(Role.SocialWorkSpecialist);

        var claimed = await World.AsAsync(World.Social, scope => scope.GetRequiredService<UserTasks>().ClaimAsync(task.Id));
        Assert.Equal(World.Social.UserId, claimed.AssigneeId);
        var held = await Assert.ThrowsAsync<TaskHeldException>(() => World.AsAsync(colleague, scope => scope.GetRequiredService<UserTasks>().ClaimAsync(task.Id)));
        Assert.Equal(World.Social.DisplayName, held.By);
        await Assert.ThrowsAsync<TaskHeldException>(() => World.CompleteAsync(colleague, task));
        await Assert.ThrowsAsync<TaskHeldException>(() => World.AsAsync(colleague, scope => scope.GetRequiredService<UserTasks>().ReleaseAsync(task.Id)));

        await World.AsAsync(World.Head, scope => scope.GetRequiredService<UserTasks>().ReleaseAsync(task.Id));
        var again = await World.AsAsync(colleague, scope => scope.GetRequiredService<UserTasks>().ClaimAsync(task.Id));
        Assert.Equal(colleague.UserId, again.AssigneeId);
    }

    [Fact]
    public async Task The_holder_completes_a_page_drawn_before_the_claim()
    {
        var task = await World.AskAsync();
        await World.AsAsync(World.Social, scope => scope.GetRequiredService<UserTasks>().ClaimAsync(task.Id));

        Assert.Equal(UserTaskState.Completed, (await World.CompleteAsync(World.Social, task)).State);
    }

    [Fact]
    public async Task A_page_drawn_before_somebody_claimed_and_released_says_so()
    {
        var task = await World.AskAsync();
        var colleague = World.Staff(Role.SocialWorkSpecialist);
        await World.AsAsync(colleague, scope => scope.GetRequiredService<UserTasks>().ClaimAsync(task.Id));
        await World.AsAsync(colleague, scope => scope.GetRequiredService<UserTasks>().ReleaseAsync(task.Id));

        var changed = await Assert.ThrowsAsync<TaskChangedException>(() => World.CompleteAsync(World.Social, task));

        Assert.Equal(task.Revision + 2, changed.Revision);
    }

    [Fact]
    public async Task Another_role_sees_the_task_at_most_and_another_organisation_not_even_that()
    {
        var task = await World.AskAsync();

        var wrongRole = await Assert.ThrowsAsync<CaseRuleException>(() => World.CompleteAsync(World.Head, task));
        var foreign = await Assert.ThrowsAsync<CaseRuleException>(() => World.CompleteAsync(World.Staff(Role.SocialWorkSpecialist, World.Other), task));

        Assert.Equal("Rule.NotYourTask", wrongRole.Key);
        Assert.Equal("Rule.NoSuchTask", foreign.Key);
    }

    [Fact]
    public async Task A_draft_is_sealed_its_writer_s_own_and_gone_when_the_task_is_done()
    {
        var task = await World.AskAsync();
        var colleague = World.Staff(Role.SocialWorkSpecialist);
        await DraftAsync(World.Social, task, "Біріншісі");
        await DraftAsync(World.Social, task, "Екіншісі");
        await DraftAsync(colleague, task, "Басқасы");

        Assert.Equal("Екіншісі", (await LoadDraftAsync(World.Social, task))!.Text("violence.interviewNotes"));
        var rows = await World.ReadAsync(db => db.TaskDrafts.Where(draft => draft.TaskId == task.Id).ToListAsync());
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain("шісі", Encoding.UTF8.GetString(row.Sealed), StringComparison.Ordinal));

        await World.CompleteAsync(World.Social, task);

        Assert.Null(await LoadDraftAsync(World.Social, task));
        Assert.Equal("Басқасы", (await LoadDraftAsync(colleague, task))!.Text("violence.interviewNotes"));
    }

    [Fact]
    public async Task When_the_procedure_took_another_way_the_task_is_withdrawn_and_nothing_is_stored()
    {
        var file = await World.OpenCaseAsync();
        var task = await World.AsAsync(World.Social, scope => scope.GetRequiredService<UserTasks>().OpenAsync(Some.Task(file, $"gone-{file.Id:N}")));

        var lost = await Assert.ThrowsAsync<TaskAlreadyCompletedException>(() => World.CompleteAsync(World.Social, task));

        Assert.Equal(UserTaskState.Withdrawn, lost.State);
        Assert.False(await World.ReadAsync(db => db.SealedAnswers.AnyAsync(row => row.TaskId == task.Id)));
        Assert.Equal(UserTaskState.Open, (await World.ReadAsync(db => db.UserTasks.SingleAsync(row => row.Id == task.Id))).State);
    }

    [Fact]
    public async Task Withdrawing_by_bookmark_closes_the_open_task_and_leaves_a_done_one_alone()
    {
        var file = await World.OpenCaseAsync();
        var bookmark = $"b-{file.Id:N}";
        var task = await World.AsAsync(World.Social, scope => scope.GetRequiredService<UserTasks>().OpenAsync(Some.Task(file, bookmark)));
        var done = await World.AskAsync();
        await World.CompleteAsync(World.Social, done);

        await World.AsAsync(Actor.System, scope => scope.GetRequiredService<UserTasks>().WithdrawAsync(bookmark));
        await World.AsAsync(Actor.System, scope => scope.GetRequiredService<UserTasks>().WithdrawAsync(done.BookmarkId));

        Assert.Equal(UserTaskState.Withdrawn, (await World.ReadAsync(db => db.UserTasks.SingleAsync(row => row.Id == task.Id))).State);
        Assert.Equal(UserTaskState.Completed, (await World.ReadAsync(db => db.UserTasks.SingleAsync(row => row.Id == done.Id))).State);
    }

    private Task DraftAsync(Actor who, UserTask task, string text) => World.AsAsync(who, scope =>
        scope.GetRequiredService<UserTasks>().SaveDraftAsync(task.Id, FormAnswers.Parse($$"""{"violence.interviewNotes":"{{text}}"}""")));

    private async Task<FormAnswers?> LoadDraftAsync(Actor who, UserTask task) =>
        (await World.AsAsync(who, scope => scope.GetRequiredService<UserTasks>().LoadDraftAsync(task.Id)))?.Answers;
}

public sealed class UserTasksOnSqlite(SqliteTestDatabase database) : UserTasksTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class UserTasksOnPostgres(PostgresTestDatabase database) : UserTasksTests(database), IClassFixture<PostgresTestDatabase>;
