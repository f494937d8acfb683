using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>One order of the head for several cases of a family .</summary>
public abstract partial class ExitTests
{
    [Fact]
    public async Task One_order_ends_the_cases_that_the_head_names_in_it_and_no_other()
    {
        World.At("2026-06-11 09:00");
        var family = await World.ApplyAsync(PoliceReport.Filed, "2017-05-05", "2019-05-05");
        foreach (var one in family)
        {
            await World.ToContractAsync(one);
            await World.ToServiceAsync(one);
        }

        await World.RecordAsync(World.Social, family[0], "recipient.requestedCompletion");
        var (mother, named, apart) = (family[0], await World.CaseAsync(family[1]), await World.CaseAsync(family[2]));
        await World.AnswerAsync(World.Head, mother, "order-completion", ("paper.orderNumber", "18-ж"), ("alsoFor", named.Code));

        Assert.Equal(
            [CaseState.Completed, CaseState.Completed, CaseState.InService],
            [(await World.CaseAsync(mother)).State, (await World.CaseAsync(named.Id)).State, (await World.CaseAsync(apart.Id)).State]);
        var orders = (await World.PapersAsync(mother)).Concat(await World.PapersAsync(named.Id)).Where(paper => paper.Kind == "head-order").ToList();
        Assert.Equal(2, orders.Count);
        foreach (var order in orders)
        {
            var text = await World.TextOfAsync(order);
            Assert.Equal(PaperState.Signed, order.State);
            Assert.Contains("18-ж", text, StringComparison.Ordinal);
            Assert.Contains("05.05.2017", text, StringComparison.Ordinal);
            Assert.Contains(ProcedureWorld.Canary, text, StringComparison.Ordinal);
        }

        Assert.Contains("бөлек шешім", await World.TextOfAsync(orders[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("head-order", (await World.PapersAsync(apart.Id)).Select(paper => paper.Kind));
        await World.GiveBackAsync(named.Id);
        await World.AnswerAsync(World.Head, named.Id, "resocialised", ("resocialised", "yes"));
        Assert.Equal(CaseState.Closed, (await World.CaseAsync(named.Id)).State);
        Assert.Empty(await World.IncidentsAsync(named.Id));
    }

    [Fact]
    public async Task A_ground_that_is_about_one_person_names_no_other_case_unless_that_case_has_it_too()
    {
        World.At("2026-06-11 09:00");
        var (alone, together) = (await FamilyAsync(), await FamilyAsync());
        foreach (var one in new[] { alone[0], together[0], together[1] })
        {
            await World.RecordAsync(World.Social, one, "insultOrNonPerformance.established");
        }

        foreach (var family in new[] { alone, together })
        {
            await World.AnswerAsync(World.Head, family[0], "order-expulsion", ("alsoFor", (await World.CaseAsync(family[1])).Code));
        }

        Assert.Equal([CaseState.Expelled, CaseState.InService], [(await World.CaseAsync(alone[0])).State, (await World.CaseAsync(alone[1])).State]);
        Assert.Equal([CaseState.Expelled, CaseState.Expelled], [(await World.CaseAsync(together[0])).State, (await World.CaseAsync(together[1])).State]);

        async Task<IReadOnlyList<Guid>> FamilyAsync()
        {
            var family = await World.ApplyAsync(PoliceReport.Filed, "2010-05-05");
            foreach (var one in family)
            {
                await World.ToContractAsync(one);
                await World.ToServiceAsync(one);
            }

            return family;
        }
    }

    [Fact]
    public async Task A_case_that_is_none_of_the_family_cannot_be_named_even_by_a_forged_answer()
    {
        var stranger = (await World.ApplyAsync())[0];
        await World.RecordAsync(World.Social, _file, "recipient.requestedCompletion");
        var code = (await World.CaseAsync(stranger)).Code;

        var refused = await Assert.ThrowsAsync<CaseRuleException>(() => World.AsAsync(World.Head, async scope =>
        {
            var task = (await World.TasksAsync(_file)).Single(task => task is { FormId: "order-completion", State: UserTaskState.Open });
            var answers = FormAnswers.Parse($$"""{"decision":"order","orderedOn":"2026-06-10","alsoFor":["{{code}}"]}""");
            await scope.GetRequiredService<FamilyOrder>().CompleteAsync(task.Id, scope.GetRequiredService<FormCatalog>().Get("order-completion"), "Done", answers, task.Revision);
        }));

        Assert.Equal("Rule.NotInThisOrder", refused.Key);
        Assert.Equal(CaseState.TerminationPending, (await World.CaseAsync(_file)).State);
        Assert.Equal(CaseState.Applied, (await World.CaseAsync(stranger)).State);
    }

    [Fact]
    public async Task Where_a_family_goes_is_said_once_and_stands_in_each_ones_order()
    {
        const string refuge = "«Үміт» дағдарыс орталығы";
        World.At("2026-06-11 09:00");
        var family = await World.ApplyAsync(PoliceReport.Filed, "2017-05-05");
        foreach (var one in family)
        {
            await World.ToContractAsync(one);
        }

        await World.RecordByFormAsync(World.Social, family[0], "transfer.proposed", "record-transfer", ("transferKind", "stay"), ("paper.transferTo", refuge));
        await World.AnswerAsync(World.Head, family[0], "order-transfer", ("alsoFor", (await World.CaseAsync(family[1])).Code));

        Assert.Equal(CaseState.SentOrTransferred, (await World.CaseAsync(family[1])).State);
        Assert.Contains(refuge, await World.TextOfAsync((await World.PapersAsync(family[1])).Last(paper => paper.Kind == "head-order")), StringComparison.Ordinal);
    }
}
