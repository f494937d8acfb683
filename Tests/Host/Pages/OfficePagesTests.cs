using System.Net;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteOfficePagesTests(SqliteTestDatabase database) : OfficePagesTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresOfficePagesTests(PostgresTestDatabase database) : OfficePagesTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Passports of specialised offices on their pages, without a script.</summary>
public abstract class OfficePagesTests(TestDatabase database)
{
    [Fact]
    public async Task A_passport_is_filled_read_by_the_specialist_and_drawn_up_anew()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        using var psychologist = await portal.SignInAsync("psychologist");

        var wrong = await social.SubmitAsync(await social.GetAsync("/offices/new"), "Сақтау", "main form.work", ("name", "Психолог кабинеті"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var saved = await portal.FillAsync(social, wrong, ("equipment", "Кушетка, 1 дана"));
        Assert.Contains("Паспорт сақталды", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Кушетка, 1 дана", saved.Text, StringComparison.Ordinal);
        var address = saved.Url.AbsolutePath;
        Assert.Contains("Психолог кабинеті", (await psychologist.GetAsync("/offices")).Text, StringComparison.Ordinal);
        var read = await psychologist.GetAsync(address);
        Assert.Null(read.Document.QuerySelector($"main a[href='{address}/edit']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await psychologist.PostAsync($"{address}?handler=Close", read)).Status);

        var (mine, theirs) = (await social.GetAsync($"{address}/edit"), await head.GetAsync($"{address}/edit"));
        Assert.Contains("2-нұсқа", (await social.SubmitAsync(mine, "Сақтау", "main form.work", ("equipment", "Кушетка, 2 дана"))).Text, StringComparison.Ordinal);
        var late = await head.SubmitAsync(theirs, "Сақтау", "main form.work", ("equipment", "Кушетка, 3 дана"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("3 дана", late.Html, StringComparison.Ordinal);
        Assert.Contains("3-нұсқа", (await head.SubmitAsync(late, "Сақтау", "main form.work")).Text, StringComparison.Ordinal);
        Assert.Contains("1 дана", (await social.GetAsync($"{address}?version=1")).Text, StringComparison.Ordinal);
        Assert.Contains("Жабылған кабинеттер", (await head.PostAsync($"{address}?handler=Close", late)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"{address}/edit")).Status);
    }
}
