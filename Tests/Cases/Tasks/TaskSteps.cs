using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Activities;
using Pana.Tests.Support;
using Pana.Tests.Workflows;

namespace Pana.Tests.Cases.Tasks;

/// <summary>A workflow of one user task, for tests of the task itself.</summary>
internal static class TaskSteps
{
    /// <summary>Publishes a workflow that asks one form of a role and gives its facts as output.</summary>
    public static Task<string> PublishAsync(this CaseWorld world, string form = "identification-interview", string role = "social-work-specialist", string obligation = "p28.1") =>
        world.AsAsync(world.Social, async scope =>
        {
            var ask = OneStep.Step("Pana.UserTask", ("form", form), ("roles", new[] { role }), ("paragraphs", new[] { "29" }), ("obligation", obligation), ("outcomes", new[] { "Done" }));
            ask["facts"] = OneStep.To("v-facts");
            var definition = OneStep.Definition($"one-task-{Guid.NewGuid():N}", ask, OneStep.Output("Facts"));
            var store = scope.GetRequiredService<DefinitionStore>();
            await store.SaveDraftAsync(definition.ToJsonString());
            await store.PublishAsync(definition["definitionId"]!.ToString());
            return definition["definitionId"]!.ToString();
        });

    /// <summary>Starts the workflow for a case; the task it opens.</summary>
    public static async Task<UserTask> StartAsync(this CaseWorld world, Case file, string definition)
    {
        var started = await world.AsAsync(world.Social, scope => scope.GetRequiredService<WorkflowRuntime>().StartAsync(
            new StartWorkflow(definition) { CorrelationId = file.CorrelationId, Input = new Dictionary<string, object?> { ["IsChild"] = false } }));
        return await world.ReadAsync(db => db.UserTasks.AsNoTracking().SingleAsync(task => task.WorkflowInstanceId == started.InstanceId));
    }

    public static async Task<UserTask> AskAsync(this CaseWorld world) =>
        await world.StartAsync(await world.OpenCaseAsync(), await world.PublishAsync());

    /// <summary>Answers with what is given; the rest is filled as the form demands.</summary>
    public static Task<UserTask> CompleteAsync(this CaseWorld world, Actor who, UserTask task, params (string Key, string Value)[] given) =>
        world.AsAsync(who, scope =>
        {
            var form = scope.GetRequiredService<FormCatalog>().Get(task.FormId);
            return scope.GetRequiredService<UserTasks>().CompleteAsync(task.Id, form.Outcomes[0], new FormFiller(world.Time).Fill(form, given), task.Revision);
        });
}
