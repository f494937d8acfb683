using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Browser;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>A step of the designer's own: drawn, filled in, connected and published by mouse and keyboard, met by staff in the next case and not in the one before.</summary>
public sealed partial class DesignerProofTests
{
    private const string Steps = "steps-to-contract";
    private const string Inform = "Алушыға жазбаша хабарлау";

    [Fact]
    public async Task A_step_drawn_after_the_decision_is_met_by_the_next_case_and_not_by_the_one_before()
    {
        var portal = fixture.Portal;
        var stage = Stage.OverHttp(portal);
        var (before, after) = (new AdmissionStory(stage), new AdmissionStory(stage));
        await before.ArriveAsync();

        await using (var studio = await StudioDesk.SignInAsync(chromium.Browser, portal, height: 1100))
        {
            await studio.OpenFromListAsync("Қабылдау: өтініштен шартқа дейін", await NamesAsync(portal, "admission"));
            await studio.OpenFromListAsync("Шартқа дейінгі қадамдар", await NamesAsync(portal, Steps));
            await studio.SwitchAutosaveOffAsync();
            var step = await studio.DropAsync("Адамдар", "Тапсырма", below: "authority");
            await studio.PickAsync("Нысан", "Шешімді ұйымға жіберу");
            await studio.TickAsync("Әлеуметтік жұмыс маманы");
            await studio.WriteAsync("Атауы (қазақша)", Inform);
            await studio.WriteAsync("Тармақтар", "31", "Enter");
            await studio.TabAsync("Жалпы");
            await studio.WriteAsync("Жазуы", Inform);
            await studio.ConnectAsync("authority", "Done", step, Steps);
            await studio.SaveAsync(Steps, draft => IsDrawn(draft, step));
            var (status, reason) = await studio.PublishAsync();

            Assert.True(status == 200, reason);
            await studio.Page.Locator(".mud-snackbar", new() { HasText = "Процесс жарияланды" }).First.WaitForAsync();
            await studio.PictureAsync("designer-new-step");
            studio.AssertClean();
        }

        var published = (await portal.WithAsync((DefinitionStore store) => store.GetPublishedAsync(Steps, Ct)))!;
        Assert.Equal(2, published.Version);
        await after.ArriveAsync();
        await after.GoOnToDecisionAsync();

        var decided = await portal.WithAsync((CaseDb db) => db.CaseEvents.Where(one => one.Name == "decision.receivedByOrganisation").Select(one => one.CaseId).Distinct().CountAsync(Ct));
        await using var social = await stage.SignInAsync("social");
        var asked = (await social.TasksAsync()).Where(task => task.Title == Inform).ToList();
        Assert.Equal(before.Codes.Count + after.Codes.Count, decided);
        Assert.Equal(after.Codes.Order(), asked.Select(task => task.Code).Order());
        await using var desk = await ChromiumDesk.SignInAsync(chromium.Browser, portal, "social");
        await desk.PictureAsync("/tasks", "designer-new-task");
        await social.AnswerAsync(asked[0].Href, null, ("sentAt", "02.04.2026"), ("sentAt._time", "09:30"), ("sendWay", "courier"));
    }

    /// <summary>The server has the step as it was drawn: form, role, titles, paragraph and the connection from the decision.</summary>
    private static bool IsDrawn(WorkflowDefinition draft, string step)
    {
        var chart = draft.Activities[0];
        return draft.Activities.SingleOrDefault(one => one.Id == step) is { Type: "Pana.UserTask" } drawn
            && drawn.Constant("Form") is "send-decision" && drawn.Constant("Title") is Inform
            && drawn.Constant("Roles") is List<object?> { Count: 1 } roles && roles[0] is "social-work-specialist"
            && drawn.Constant("Paragraphs") is List<object?> { Count: 1 } paragraphs && paragraphs[0] is "31"
            && (string?)drawn.Json["metadata"]?["displayText"] == Inform
            && chart.Connections.Contains(("authority", "Done", step)) && chart.Connections.Contains(("authority", "Done", "granted"));
    }

    private static async Task<IEnumerable<string>> NamesAsync(Support.TestPortal portal, string definitionId) =>
        (await portal.WithAsync((DefinitionStore store) => store.GetPublishedAsync(definitionId, Ct)))!.Root!["activities"]!.AsArray().OfType<JsonObject>()
            .Select(step => (string)step["metadata"]!["displayText"]!);
}
