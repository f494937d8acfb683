using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.CaseFile;

public sealed class TransitionsTests
{
    private static readonly EventCatalog Events = EventCatalog.Load(Path.Combine(Repository.Root, "Workflows", "Texts"));

    [Fact]
    public void The_table_holds_every_transition_from_T01_to_T44()
    {
        var ids = Transitions.Table.Select(row => row.Id).Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(1, 44).Select(number => $"T{number:00}"), ids);
    }

    [Fact]
    public void Every_event_of_the_table_has_its_texts() =>
        Assert.All(Transitions.Table, row => Assert.NotNull(Events.Find(row.Event)));

    [Fact]
    public void No_event_leads_to_two_places_from_one_state()
    {
        var doubled = Transitions.Table
            .SelectMany(row => row.From.Select(state => (row.Event, state)))
            .GroupBy(pair => pair)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Assert.Empty(doubled);
    }

    [Fact]
    public void From_a_final_state_no_event_leads_on()
    {
        CaseState[] final = [CaseState.RefusedNotVictim, CaseState.Closed, CaseState.Withdrawn];

        Assert.All(final, state => Assert.All(
            Transitions.Table.Where(row => row.From.Contains(state)),
            row => Assert.Equal(state, row.To(Some.Case(state)))));
    }

    [Theory]
    [InlineData("absence.exceededLimit", CaseState.AbsentWithoutNotice, CaseState.Expelled)]
    [InlineData("contraindication.found", CaseState.InService, CaseState.Ceased)]
    [InlineData("recipient.requestedCompletion", CaseState.InService, CaseState.Completed)]
    [InlineData("transfer.proposed", CaseState.InService, CaseState.SentOrTransferred)]
    public void The_order_of_the_head_ends_the_case_as_its_ground_demands(string ground, CaseState from, CaseState end)
    {
        var file = Some.Case(from);

        Move(file, ground, "headOrder.signed");

        Assert.Equal(end, file.State);
    }

    [Fact]
    public void The_fourth_violation_leads_to_expulsion_and_the_third_does_not()
    {
        var file = Some.Case(CaseState.InService);

        Move(file, "violation.recorded", "violation.recorded", "violation.recorded");
        Assert.Equal(CaseState.InService, file.State);

        Move(file, "violation.recorded");
        Assert.Equal(CaseState.TerminationPending, file.State);
        Assert.Equal(CaseEnding.Expulsion, file.Ending);
    }

    [Theory]
    [InlineData(CaseState.AssessmentPending)]
    [InlineData(CaseState.InService)]
    public void After_hospital_or_absence_the_case_returns_to_where_it_was(CaseState before)
    {
        var hospital = Some.Case(before);
        var absent = Some.Case(before);

        Move(hospital, "healthcareStay.started", "contract.extended", "healthcareStay.ended");
        Move(absent, "recipient.leftWithoutNotice", "recipient.returned");

        Assert.Equal(before, hospital.State);
        Assert.Equal(before, absent.State);
        Assert.Null(hospital.ReturnState);
    }

    private static void Move(Case file, params string[] events)
    {
        foreach (var name in events)
        {
            var fact = new CaseEvent { Name = name, ActorName = "Pana", OccurredAt = DateTimeOffset.UnixEpoch };
            file.Move(Transitions.Find(name, file.State)!, fact, new DateOnly(2026, 4, 1), monthEndsDayBefore: false);
        }
    }
}
