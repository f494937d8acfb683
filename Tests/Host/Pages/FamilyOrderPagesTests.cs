using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteFamilyOrderPagesTests(SqliteTestDatabase database) : FamilyOrderPagesTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresFamilyOrderPagesTests(PostgresTestDatabase database) : FamilyOrderPagesTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>The head's order for a family and the return of things on their pages (p38–39, A-46).</summary>
public abstract class FamilyOrderPagesTests(TestDatabase database)
{
    [Fact]
    public async Task The_receipt_begins_with_what_is_held_and_the_head_chooses_whom_the_order_names()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        var code = await Applicant.ApplyAsync(social);
        var child = await portal.WithAsync((CaseDb db) => db.Cases.Where(file => file.IsChild && db.Cases.Any(mother => mother.Code == code && mother.FamilyId == file.FamilyId)).Select(file => file.Code).SingleAsync());
        await portal.ToServiceAsync(code, ("s3", "Апталық сұхбат"));
        await portal.ToServiceAsync(child, ("s3", "Ойын терапиясы"));
        await social.SubmitAsync(await social.GetAsync($"/cases/{code}/things"), "Тіркеу", "main form.work", ("what", "Қара сөмке"), ("kind", "valuable"), ("count", "1"));
        await portal.FillAsync(social, await social.GetAsync($"/cases/{code}/record/recipient.requestedCompletion"), ("understood", "true"));

        var order = await head.GetAsync(await portal.TaskAsync(code, "order-completion"));
        Assert.Contains($"{child} (бала)", order.Text, StringComparison.Ordinal);
        await portal.AnswerAsync(head, code, "order-completion", ("decision", "order"), ("alsoFor", child));

        Assert.Equal(
            [CaseState.Completed, CaseState.Completed],
            await portal.WithAsync((CaseDb db) => db.Cases.Where(file => file.Code == code || file.Code == child).Select(file => file.State).ToListAsync()));
        var receipt = await social.GetAsync(await portal.TaskAsync(code, "belongings"));
        Assert.Equal("Қара сөмке", receipt.Document.QuerySelector("input[name='items[0].what']")!.GetAttribute("value"));
        Assert.Equal("valuable", receipt.Document.QuerySelector("select[name='items[0].kind'] option[selected]")!.GetAttribute("value"));
        Assert.DoesNotContain("Қара сөмке", (await social.GetAsync(await portal.TaskAsync(child, "belongings"))).Html, StringComparison.Ordinal);
    }
}
