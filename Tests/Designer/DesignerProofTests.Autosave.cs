using Pana.Engine;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>The studio saves while its user works on, and takes its drawing from the answer: what was filled in meanwhile must stay.</summary>
public sealed partial class DesignerProofTests
{
    [Fact]
    public async Task A_field_filled_in_while_the_save_before_is_on_its_way_is_not_put_back()
    {
        var portal = fixture.Portal;
        await using var studio = await StudioDesk.SignInAsync(chromium.Browser, portal);
        var (sent, filledIn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await studio.EditAsync("hospital-stay");
        await studio.ChooseStepAsync("back");
        await studio.Page.RouteAsync(
            Saves,
            async route =>
            {
                sent.TrySetResult();
                await filledIn.Task;
                await route.ContinueAsync();
            });

        await studio.WriteAsync("Атауы (орысша)", "First");
        await sent.Task.WaitAsync(TimeSpan.FromMinutes(3), Ct);
        await studio.Page.RunAndWaitForResponseAsync(
            async () =>
            {
                await studio.WriteAsync("Атауы (ағылшынша)", "Second");
                filledIn.SetResult();
            },
            answer => StudioDesk.IsSave(answer) && answer.Ok && answer.Request.PostData!.Contains("Second", StringComparison.Ordinal));
        var draft = (await portal.WithAsync((DefinitionStore store) => store.GetLatestAsync("hospital-stay", Ct)))!;
        var back = draft.Activities.Single(step => step.Id == "back");

        Assert.Equal(("First", "Second"), (back.Constant("TitleRu"), back.Constant("TitleEn")));
        studio.AssertClean();
    }
}
