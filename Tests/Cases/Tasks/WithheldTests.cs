using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Tasks;

/// <summary>A value that a person may not read is not that person's to overwrite, whatever is posted.</summary>
public abstract class WithheldTests(TestDatabase database) : CaseTests(database)
{
    private const string Card = "registration-card";

    [Fact]
    public async Task What_the_nurse_recorded_stays_when_a_specialist_types_over_it_in_the_card()
    {
        var file = await World.OpenCaseAsync();
        await World.AsAsync(World.Nurse, scope => PutAsync(scope, file, "health.state", "Мейіргер жазды"));
        var task = await World.StartAsync(file, await World.PublishAsync(Card));

        await World.CompleteAsync(World.Social, task, ("person.lastName", "Тегі"), ("person.firstName", "Аты"), ("health.state", "Үстінен жазылды"), ("health.pastDiseases", "Алғаш жазылды"));

        Assert.Equal("Мейіргер жазды", await ReadAsync(file, "health.state"));
        Assert.Equal("Алғаш жазылды", await ReadAsync(file, "health.pastDiseases"));
        var kept = await World.AsAsync(World.Head, scope => scope.GetRequiredService<UserTasks>().LoadAnswersAsync(task.Id));
        Assert.False(kept!.Has("health.state"));
    }

    [Fact]
    public async Task The_nurse_may_change_it()
    {
        var file = await World.OpenCaseAsync();
        await World.AsAsync(World.Nurse, scope => PutAsync(scope, file, "health.state", "Бұрынғы"));
        var task = await World.StartAsync(file, await World.PublishAsync(Card, "nurse"));

        await World.CompleteAsync(World.Nurse, task, ("person.lastName", "Тегі"), ("person.firstName", "Аты"), ("health.state", "Жаңа"));

        Assert.Equal("Жаңа", await ReadAsync(file, "health.state"));
    }

    [Fact]
    public async Task Only_what_is_recorded_and_unreadable_is_withheld()
    {
        var file = await World.OpenCaseAsync();
        await World.AsAsync(World.Nurse, scope => PutAsync(scope, file, "health.state", "Жазылған"));

        var social = await World.AsAsync(World.Social, scope => scope.GetRequiredService<TaskAnswers>().WithheldAsync(file.Id, scope.GetRequiredService<FormCatalog>().Get(Card)));
        var nurse = await World.AsAsync(World.Nurse, scope => scope.GetRequiredService<TaskAnswers>().WithheldAsync(file.Id, scope.GetRequiredService<FormCatalog>().Get(Card)));

        Assert.Equal(["health.state"], social);
        Assert.Empty(nurse);
    }

    private static async Task PutAsync(IServiceProvider scope, Case file, string key, string value)
    {
        await scope.GetRequiredService<Vault>().PutAsync(file.Id, key, value);
        await scope.GetRequiredService<CaseDb>().SaveChangesAsync();
    }

    private Task<string?> ReadAsync(Case file, string key) => World.AsAsync(Actor.System, scope => scope.GetRequiredService<Vault>().GetAsync(file.Id, key));
}

public sealed class WithheldOnSqlite(SqliteTestDatabase database) : WithheldTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class WithheldOnPostgres(PostgresTestDatabase database) : WithheldTests(database), IClassFixture<PostgresTestDatabase>;
