using System.Text;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteCanaryTests(SqliteTestDatabase database) : CanaryTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresCanaryTests(PostgresTestDatabase database) : CanaryTests(database), IClassFixture<PostgresTestDatabase>
{
    [Fact]
    public async Task The_search_would_find_a_word_in_any_table_and_in_a_large_object()
    {
        database.Require();
        const string Row = "Жолдағысөз";
        const string Large = "Үлкеннысандағысөз";
        await using var session = database.NewSession();
        await session.Connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = session.Connection.CreateCommand();
        command.CommandText = $"CREATE SCHEMA side; CREATE TABLE side.pocket AS SELECT convert_to('{Row}', 'UTF8') AS bytes; SELECT lo_from_bytea(0, convert_to('{Large}', 'UTF8'))";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var all = await WholeDatabase.ReadAsync(database, TestContext.Current.CancellationToken);
        command.CommandText = "DROP SCHEMA side CASCADE; SELECT lo_unlink(oid) FROM pg_largeobject_metadata";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal([$"{Row} as UTF-8", $"{Row} as hexadecimal"], Leaks.Find(all, Row));
        Assert.Equal([$"{Large} as UTF-8", $"{Large} as hexadecimal"], Leaks.Find(all, Large));
    }
}

/// <summary>What is typed of a person stands nowhere in the database in the clear, and in no log line.</summary>
public abstract class CanaryTests(TestDatabase database)
{
    [Fact]
    public async Task What_is_typed_of_a_person_is_in_no_table_and_no_log()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var browser = await portal.SignInAsync("social");

        var code = await Applicant.ApplyAsync(browser);
        var draft = await browser.GetAsync("/cases/new");
        await browser.SubmitAsync(draft, "Жобаны сақтау", "main form.work", ("person.lastName", Applicant.LastName), ("person.phone", Applicant.Phone));
        var list = await browser.GetAsync("/cases");
        await browser.SubmitAsync(list, form: "main form.searchbar", fields: [("q", $"{Applicant.FirstName} {Applicant.LastName}")]);
        var shown = await browser.SubmitAsync(await browser.GetAsync($"/cases/{code}"), form: "form.reveal");
        Assert.Contains(Applicant.LastName, shown.Text, StringComparison.Ordinal);

        var all = await WholeDatabase.ReadAsync(database, TestContext.Current.CancellationToken);
        var log = Encoding.UTF8.GetBytes(string.Join('\n', portal.Log.Lines));
        Assert.NotEmpty(Leaks.Find(all, code));
        Assert.NotEmpty(Leaks.Find(log, code));
        Assert.All(Applicant.Canaries, canary =>
        {
            Assert.Empty(Leaks.Find(all, canary));
            Assert.Empty(Leaks.Find(log, canary));
        });
    }
}
