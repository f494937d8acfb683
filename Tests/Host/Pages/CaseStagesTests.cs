using Pana.Cases;
using Pana.Portal.Pages.Cases;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class CaseStagesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 20, 9, 0, 0, TimeSpan.FromHours(5));

    [Fact]
    public void A_closed_stay_shows_services_done_and_the_plan_by_its_first_approval()
    {
        var marks = Of(CaseState.Closed, "application.submitted", "victim.recognised", "decision.receivedByOrganisation", "contract.concluded", "plan.approved", "plan.approved", "headOrder.signed", "belongings.returned");

        Assert.Equal(["done", "done", "done", "done", "done", "done", "now"], marks.Select(mark => mark.Css));
        Assert.Equal(Start.AddDays(4), marks[4].At);
        Assert.Null(marks[5].At);
        Assert.Equal(Start.AddDays(7), marks[6].At);
    }

    [Theory]
    [InlineData(CaseState.RefusedNotVictim, "done done ahead ahead ahead ahead now", "application.submitted", "victim.notRecognised")]
    [InlineData(CaseState.TerminationPending, "done done done done ahead ahead now", "application.submitted", "victim.recognised", "decision.receivedByOrganisation", "contract.concluded")]
    [InlineData(CaseState.InService, "done done done done done now ahead", "application.submitted", "victim.recognised", "decision.receivedByOrganisation", "contract.concluded", "plan.approved")]
    public void What_was_not_reached_is_not_done(CaseState state, string expected, params string[] history) =>
        Assert.Equal(expected, string.Join(' ', Of(state, history).Select(mark => mark.Css)));

    private static List<StageMark> Of(CaseState state, params string[] history) =>
        [.. CaseStages.Of(state, [.. history.Select((name, day) => new CaseEvent { CaseId = Guid.Empty, Name = name, OccurredAt = Start.AddDays(day), RecordedAt = Start.AddDays(day), ActorName = "" })])];
}
