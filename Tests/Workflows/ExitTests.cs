using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>Grounds to end, the head's order, the return of things, the closed case (p36–40, T31–T43).</summary>
public abstract partial class ExitTests(TestDatabase database) : ProcedureTests(database, "2026-04-03 09:00")
{
    private Guid _file;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _file = (await World.ApplyAsync())[0];
        await World.ToContractAsync(_file);
        await World.RegisterAsync(_file);
        World.At("2026-04-09 10:00");
        await World.ToServiceAsync(_file);
        World.At("2026-06-10 14:00");
    }

    [Theory]
    [InlineData("recipient.requestedCompletion", "40-тармағының 1) тармақшасына", "жазбаша өтініші")]
    [InlineData("contract.terminated", "40-тармағының 2) тармақшасына", "шарттың бұзылуы")]
    [InlineData("contract.fulfilledEarly", "40-тармағының 3) тармақшасына", "шарт талаптарының мерзімінен бұрын орындалуы")]
    [InlineData("plan.fulfilledEarly", "40-тармағының 4) тармақшасына", "жеке жұмыс жоспары іс-шараларының")]
    public async Task Each_ground_of_completion_leads_by_the_order_and_the_return_of_things_to_the_closed_case(string ground, string paragraph, string words)
    {
        await World.RecordAsync(World.Social, _file, ground);
        Assert.Equal(CaseState.TerminationPending, (await World.CaseAsync(_file)).State);

        await World.AnswerAsync(World.Head, _file, "order-completion", ("paper.orderNumber", "17-ж"), ("paper.orderReason", "Бұйрық сөзі"));

        Assert.Equal(CaseState.Completed, (await World.CaseAsync(_file)).State);
        Assert.Equal(["belongings", "resocialised"], await World.OpenFormsAsync(_file));
        var order = await OrderAsync();
        Assert.Contains(paragraph, order, StringComparison.Ordinal);
        Assert.Contains(words, order, StringComparison.Ordinal);
        Assert.Contains("қызметтер көрсету аяқталсын", order, StringComparison.Ordinal);
        Assert.Contains(ProcedureWorld.Canary, order, StringComparison.Ordinal);
        Assert.DoesNotContain("шығарылсын", order, StringComparison.Ordinal);

        await World.AnswerAsync(World.Head, _file, "resocialised", ("resocialised", "yes"), ("resocialisedWhy", "Жұмысқа тұрды"));
        await GiveBackAsync();
        Assert.Equal(CaseState.Closed, (await World.CaseAsync(_file)).State);
        Assert.Equal("yes", (string?)(await MarkAsync()).Data!["code"]);
        await NothingIsLeftAsync(_file);
    }

    [Fact]
    public async Task The_things_are_handed_over_against_a_signed_receipt()
    {
        await World.RecordAsync(World.Social, _file, "recipient.requestedCompletion");
        await World.AnswerAsync(World.Head, _file, "order-completion", ("paper.orderNumber", "17-ж"));

        await GiveBackAsync();

        var receipt = await PaperAsync("belongings-receipt");
        var text = await World.TextOfAsync(receipt);
        Assert.Equal(PaperState.Signed, receipt.State);
        Assert.Equal(["recipient", "specialist"], receipt.Signatures.Select(signature => signature.Group));
        Assert.Contains("Қысқы күртеше", text, StringComparison.Ordinal);
        Assert.Contains("17-ж", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Things_of_one_who_is_not_there_are_kept_and_the_case_stays_open_until_they_are_given()
    {
        await World.RecordAsync(World.Social, _file, "contract.terminated");
        await World.AnswerAsync(World.Head, _file, "order-completion");

        await World.PressAsync(World.Social, _file, "belongings", "Kept", ("receivedBy", "nobody"));
        Assert.Equal(CaseState.Completed, (await World.CaseAsync(_file)).State);
        Assert.Contains("belongings", await World.OpenFormsAsync(_file));
        Assert.Contains("belongings.kept", await World.EventsAsync(_file));

        World.At("2026-09-01 10:00");
        await World.PressAsync(World.Social, _file, "belongings", "Returned", ("receivedBy", "proxy"), ("receiptSigned", "refused"));
        Assert.Equal(CaseState.Closed, (await World.CaseAsync(_file)).State);
        Assert.Equal(["specialist"], (await PaperAsync("belongings-receipt")).Signatures.Select(signature => signature.Group));
    }

    [Fact]
    public async Task The_third_violation_is_counted_and_the_fourth_is_a_ground_for_expulsion()
    {
        for (var time = 1; time <= 3; time++)
        {
            await World.RecordAsync(World.Social, _file, "violation.recorded");
            Assert.Equal(CaseState.InService, (await World.CaseAsync(_file)).State);
            Assert.DoesNotContain("order-expulsion", await World.OpenFormsAsync(_file));
        }

        await World.RecordAsync(World.Social, _file, "violation.recorded");
        await World.AnswerAsync(World.Head, _file, "order-expulsion");

        Assert.Equal(CaseState.Expelled, (await World.CaseAsync(_file)).State);
        var order = await OrderAsync();
        Assert.Contains("37-тармағының 1) тармақшасына", order, StringComparison.Ordinal);
        Assert.Contains("шарт бұзыла отырып ұйымнан шығарылсын", order, StringComparison.Ordinal);
        await GiveBackAndCloseAsync("no");
    }

    [Fact]
    public async Task The_head_may_find_that_there_was_no_ground_and_services_go_on()
    {
        await World.RecordAsync(World.Social, _file, "insultOrNonPerformance.established");
        await World.AnswerAsync(World.Head, _file, "order-expulsion", ("decision", "decline"), ("paper.orderReason", "Дәлел жоқ"));

        var file = await World.CaseAsync(_file);
        Assert.Equal(CaseState.InService, file.State);
        Assert.Null(file.Ending);
        Assert.Null(file.EndingGround);
        Assert.DoesNotContain("head-order", (await World.PapersAsync(_file)).Select(paper => paper.Kind));
        Assert.Empty(await World.OpenFormsAsync(_file)); // the next monitoring is three months away
        Assert.Contains("service", await World.RunningAsync(_file));
        Assert.DoesNotContain("expulsion", await World.RunningAsync(_file));

        await World.RecordAsync(World.Social, _file, "insultOrNonPerformance.established");
        await World.AnswerAsync(World.Head, _file, "order-expulsion");
        Assert.Contains("37-тармағының 3) тармақшасына", await OrderAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contraindication_under_the_contract_ends_it_only_by_the_head_who_names_the_item_of_paragraph_13()
    {
        await World.RecordAsync(World.Nurse, _file, "contraindication.found");
        Assert.Equal(CaseState.TerminationPending, (await World.CaseAsync(_file)).State);

        await World.AnswerAsync(World.Head, _file, "order-cessation", ("health.contraindications", "p13_2"));

        Assert.Equal(CaseState.Ceased, (await World.CaseAsync(_file)).State);
        var order = await OrderAsync();
        Assert.Contains("13 және 36-тармақтарына", order, StringComparison.Ordinal);
        Assert.Contains("13-тармақтың 2) тармақшасы", order, StringComparison.Ordinal);
        Assert.Contains("көрсету тоқтатылсын", order, StringComparison.Ordinal);
        Assert.Equal(["belongings", "healthcare-referral"], await World.OpenFormsAsync(_file));
        await World.AnswerAsync(World.Nurse, _file, "healthcare-referral");
        await GiveBackAndCloseAsync("no");
    }

    [Fact]
    public async Task From_hospital_a_declined_cessation_leads_back_to_the_suspension()
    {
        await World.RecordAsync(World.Social, _file, "healthcareStay.started");
        await World.RecordAsync(World.Nurse, _file, "contraindication.found");
        await World.AnswerAsync(World.Head, _file, "order-cessation", ("decision", "decline"));
        Assert.Equal(CaseState.Suspended, (await World.CaseAsync(_file)).State);

        World.At("2026-06-20 10:00");
        await World.AnswerAsync(World.Nurse, _file, "hospital-return");

        Assert.Equal(CaseState.InService, (await World.CaseAsync(_file)).State);
    }

    [Fact]
    public async Task A_transfer_names_where_to_in_the_order_only()
    {
        const string refuge = "«Үміт» дағдарыс орталығы";
        await RecordAsync("transfer.proposed", "record-transfer", ("transferKind", "stay"), ("paper.transferTo", refuge));
        await World.AnswerAsync(World.Head, _file, "order-transfer");

        Assert.Equal(CaseState.SentOrTransferred, (await World.CaseAsync(_file)).State);
        var order = await OrderAsync();
        Assert.Contains(refuge, order, StringComparison.Ordinal);
        Assert.Contains("уақытша болу және тұру ұйымына", order, StringComparison.Ordinal);
        var engine = await World.EverythingOfTheEngineAsync();
        Assert.DoesNotContain("Үміт", engine, StringComparison.Ordinal);
        Assert.DoesNotContain(ProcedureWorld.Canary, engine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_order_is_possible_without_a_ground()
    {
        var told = await Assert.ThrowsAsync<CaseRuleException>(() => World.RecordAsync(World.Head, _file, "headOrder.signed"));

        Assert.Equal("Rule.NotInState", told.Key);
    }

    private async Task GiveBackAndCloseAsync(string resocialised)
    {
        await GiveBackAsync();
        await World.AnswerAsync(World.Head, _file, "resocialised", ("resocialised", resocialised));
        Assert.Equal(CaseState.Closed, (await World.CaseAsync(_file)).State);
        await NothingIsLeftAsync(_file);
    }

    private async Task<string> OrderAsync() => await World.TextOfAsync(await PaperAsync("head-order"));

    private async Task<Paper> PaperAsync(string kind) => (await World.PapersAsync(_file)).Last(paper => paper.Kind == kind);

    private Task<CaseEvent> MarkAsync() => World.EventAsync(_file, "resocialisation.marked");

    private Task GiveBackAsync() => World.GiveBackAsync(_file);

    private Task RecordAsync(string eventName, string form, params (string Key, string Value)[] given) => World.RecordByFormAsync(World.Social, _file, eventName, form, given);
}

public sealed class ExitOnSqlite(SqliteTestDatabase database) : ExitTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class ExitOnPostgres(PostgresTestDatabase database) : ExitTests(database), IClassFixture<PostgresTestDatabase>;
