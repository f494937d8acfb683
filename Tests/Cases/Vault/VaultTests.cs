using System.Data;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using CaseVault = Pana.Cases.Vault;

namespace Pana.Tests.Cases.Vaulting;

public abstract class VaultTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task A_value_is_kept_replaced_and_removed()
    {
        var file = await World.OpenCaseAsync();

        await PutAsync(file, "person.address", "Абай даңғылы, 1");
        Assert.Equal("Абай даңғылы, 1", await GetAsync(file, "person.address"));

        await PutAsync(file, "person.address", "Сәтбаев көшесі, 2");
        Assert.Equal("Сәтбаев көшесі, 2", await GetAsync(file, "person.address"));

        await PutAsync(file, "person.address", null);
        Assert.Null(await GetAsync(file, "person.address"));
    }

    [Fact]
    public async Task Health_is_for_nurse_and_head_and_psychological_notes_for_psychologist_and_head()
    {
        var file = await World.OpenCaseAsync(Some.Application(("person.lastName", "Сынақова"), ("health.diagnosis", "А"), ("psych.notes", "Б")));

        Assert.Equal(["health.diagnosis", "person.lastName", "psych.notes"], await KeysAsync(file, World.Head));
        Assert.Equal(["health.diagnosis", "person.lastName"], await KeysAsync(file, World.Nurse));
        Assert.Equal(["person.lastName", "psych.notes"], await KeysAsync(file, World.Psychologist));
        Assert.Equal(["person.lastName"], await KeysAsync(file, World.Social));
        Assert.Empty(await KeysAsync(file, World.Officer));
        Assert.Empty(await KeysAsync(file, World.Auditor));
    }

    [Fact]
    public async Task A_row_changed_behind_our_back_does_not_open()
    {
        var file = await World.OpenCaseAsync();
        await World.ReadAsync(async db =>
        {
            var row = await db.VaultValues.SingleAsync(value => value.OwnerId == file.Id && value.Key == "person.lastName");
            row.Sealed = [.. row.Sealed[..^1], (byte)(row.Sealed[^1] ^ 1)];
            return await db.SaveChangesAsync();
        });

        var refusal = await Assert.ThrowsAsync<VaultException>(() => GetAsync(file, "person.lastName"));

        Assert.Contains("does not open", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_moved_to_another_case_does_not_open()
    {
        var file = await World.OpenCaseAsync();
        var other = await World.OpenCaseAsync(Some.Application(("person.phone", "+77010000000")));
        await World.ReadAsync(async db =>
        {
            var row = await db.VaultValues.SingleAsync(value => value.OwnerId == file.Id && value.Key == "person.lastName");
            row.OwnerId = other.Id;
            return await db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<VaultException>(() => GetAsync(other, "person.lastName"));
    }

    [Fact]
    public async Task A_destroyed_key_takes_the_person_with_it_and_is_never_made_again()
    {
        var file = await World.OpenCaseAsync(Some.Application(("person.lastName", "Сынақова"), ("person.iin", "900101450123")));

        await World.AsAsync(World.Head, scope => scope.GetRequiredService<CaseVault>().DestroyAsync(file.Id));

        var refusal = await Assert.ThrowsAsync<VaultException>(() => GetAsync(file, "person.lastName"));
        Assert.Contains("was destroyed", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<VaultException>(() => PutAsync(file, "person.phone", "+77010000000"));
        Assert.Empty(await World.AsAsync(World.Head, scope => scope.GetRequiredService<BlindIndex>().FindByIinAsync("900101450123")));
        Assert.Empty((await World.ReadAsync(db => db.VaultKeys.SingleAsync(key => key.OwnerId == file.Id))).Wrapped);
    }

    [Fact]
    public async Task A_key_made_in_a_transaction_that_failed_is_not_used_again()
    {
        var owner = Guid.CreateVersion7();

        await World.AsAsync(World.Head, async scope =>
        {
            var vault = scope.GetRequiredService<CaseVault>();
            await Assert.ThrowsAsync<InvalidOperationException>(() => scope.GetRequiredService<DbSession>().InTransactionAsync(
                async token =>
            {
                await vault.PutAsync(owner, "organisation.address", "А", token);
                throw new InvalidOperationException("Stop here.");
            }, TestContext.Current.CancellationToken));
            await vault.PutAsync(owner, "organisation.address", "Б");
        });

        Assert.Equal("Б", await World.AsAsync(World.Head, scope => scope.GetRequiredService<CaseVault>().GetAsync(owner, "organisation.address")));
    }

    [Fact]
    public async Task No_table_holds_a_person_in_the_clear()
    {
        const string canary = "Жасырынқызы";
        await World.OpenCaseAsync(
            Some.Application(("person.lastName", canary), ("person.iin", "910202450456"), ("person.address", canary), ("person.phone", "+77017654321"))
            with
            { Answers = FormAnswers.Parse($$"""{"person.lastName":"{{canary}}"}""") });

        var found = await World.AsAsync(Actor.System, scope => SearchAsync(scope.GetRequiredService<CaseDb>(), canary, "910202450456", "77017654321"));

        Assert.Empty(found);
    }

    /// <summary>Reads every column of every table, as text and as bytes.</summary>
    private static async Task<List<string>> SearchAsync(CaseDb db, params string[] canaries)
    {
        List<string> found = [];
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.Default);
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var value = reader.GetValue(column);
                    var text = value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value.ToString()!;
                    found.AddRange(canaries.Where(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase)).Select(canary => $"{table}.{reader.GetName(column)}: {canary}"));
                }
            }
        }

        return found;
    }

    private Task PutAsync(Case file, string key, string? value) =>
        World.AsAsync(World.Head, scope => scope.GetRequiredService<CaseVault>().PutAsync(file.Id, key, value));

    private Task<string?> GetAsync(Case file, string key) =>
        World.AsAsync(World.Head, scope => scope.GetRequiredService<CaseVault>().GetAsync(file.Id, key));

    private Task<IReadOnlyList<string>> KeysAsync(Case file, Actor reader) => World.AsAsync<IReadOnlyList<string>>(reader, async scope =>
        [.. (await scope.GetRequiredService<CaseVault>().GetAllAsync(file.Id, reader)).Keys.Order(StringComparer.Ordinal)]);
}

public sealed class VaultOnSqlite(SqliteTestDatabase database) : VaultTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class VaultOnPostgres(PostgresTestDatabase database) : VaultTests(database), IClassFixture<PostgresTestDatabase>;
