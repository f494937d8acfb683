using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Activities.OneStep;

namespace Pana.Tests.Activities;

public sealed class UserTaskTests(SqliteTestDatabase database) : CaseFixture(database)
{
    [Fact]
    public async Task It_opens_a_task_with_form_roles_paragraphs_and_the_clock_of_its_obligation()
    {
        await World.RunStepsAsync(File, Interview());

        var task = Assert.Single(await World.TasksAsync(File));
        var clock = await World.ClockAsync(File, "p28.1");
        Assert.Equal("identification-interview", task.FormId);
        Assert.Equal(["social-work-specialist"], task.Roles);
        Assert.Equal(["29"], task.Paragraphs);
        Assert.Equal(World.Organisation.Id, task.OrganisationId);
        Assert.Equal(clock.Id, task.ClockId);
        Assert.Equal(clock.DueAt, task.DueAt);
        Assert.Equal("Әңгіме", task.Title.Kk);
    }

    [Fact]
    public async Task Without_a_title_it_takes_the_form_s_in_three_languages()
    {
        await World.RunStepsAsync(File, Step("Pana.UserTask", ("form", "portal-entry"), ("roles", new[] { "head" }), ("paragraphs", new[] { "34" }), ("outcomes", new[] { "Done" })));

        var task = Assert.Single(await World.TasksAsync(File));
        Assert.NotEqual(task.Title.Kk, task.Title.En);
    }

    [Fact]
    public async Task Only_kept_facts_and_never_the_other_answers_leave_it()
    {
        var started = await World.RunStepsAsync(File, Interview(), Output("Facts"), Step("Pana.UserTask", ("form", "portal-entry"), ("roles", new[] { "head" }), ("paragraphs", new[] { "34" }), ("outcomes", new[] { "Done" })));

        await World.AnswerAsync(World.Social, File, "identification-interview", ("violence.interviewNotes", "Құпия сөз"), ("answeredBy", "self"));

        var state = await World.ReadAsync(async db => (await db.WorkflowInstances.FindAsync(started.InstanceId))!.State);
        Assert.Contains("interviewedAt", state, StringComparison.Ordinal);
        Assert.DoesNotContain("answeredBy", state, StringComparison.Ordinal);
        Assert.DoesNotContain("Құпия", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_its_instance_withdraws_the_task()
    {
        var started = await World.RunStepsAsync(File, Interview());

        await World.CancelAsync(started.InstanceId);

        Assert.Equal(UserTaskState.Withdrawn, Assert.Single(await World.TasksAsync(File)).State);
    }

    [Fact]
    public async Task An_agency_sees_the_papers_of_its_task_only_while_the_task_is_open()
    {
        await World.RunStepsAsync(
            File,
            Step("Pana.MakePaper", ("kind", "assessment-sheet"), ("language", "kk"), ("paragraphs", new[] { "29" })),
            Step("Pana.UserTask", ("form", "sign-sheet"), ("roles", new[] { "police-representative" }), ("party", "police"), ("papers", new[] { "assessment-sheet" }), ("paragraphs", new[] { "29" }), ("outcomes", new[] { "Done" })));
        Assert.Equal(["assessment-sheet"], await World.SeenByAsync(World.Policeman, File));

        await World.AnswerAsync(World.Policeman, File, "sign-sheet");

        Assert.Empty(await World.SeenByAsync(World.Policeman, File));
    }

    [Fact]
    public async Task A_workflow_that_runs_for_no_case_is_told_what_is_missing()
    {
        var failure = await Assert.ThrowsAsync<WorkflowFaultedException>(() => World.RunStepsAsync(Guid.Empty, Interview()));

        Assert.Contains("which does not exist", failure.ToString(), StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Interview() => Step(
        "Pana.UserTask",
        ("form", "identification-interview"),
        ("roles", new[] { "social-work-specialist" }),
        ("title", "Әңгіме"),
        ("paragraphs", new[] { "29" }),
        ("obligation", "p28.1"),
        ("keepFacts", new[] { "interviewedAt" }),
        ("outcomes", new[] { "Done" }),
        ("facts", To("v-facts")),
        ("taskId", To("v-task")));
}
