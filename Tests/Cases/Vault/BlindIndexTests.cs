using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Vaulting;

public abstract class BlindIndexTests(TestDatabase database) : CaseTests(database)
{
    [Theory]
    [InlineData("+7 701 234-56-78")]
    [InlineData("8 (701) 234 56 78")]
    [InlineData("77012345678")]
    public async Task A_phone_is_found_however_it_is_written(string typed)
    {
        var file = await World.OpenCaseAsync(Some.Application(("person.phone", "8 701 2345678")));

        Assert.Equal([file.Id], await World.AsAsync(World.Social, scope => scope.GetRequiredService<BlindIndex>().FindByPhoneAsync(typed)));
    }

    [Theory]
    [InlineData("ӘЛІМҚЫЗЫ")]
    [InlineData("сергеева анна")]
    [InlineData("Анна Әлімқызы")]
    [InlineData("семенова-сергеева")]
    [InlineData("СЕМЁНОВА")]
    public async Task A_name_is_found_by_its_words_in_any_order_and_case(string words)
    {
        var file = await World.OpenCaseAsync(Some.Application(
            ("person.lastName", "Семёнова-Сергеева"), ("person.firstName", "Анна"), ("person.patronymic", "Әлімқызы")));

        Assert.Equal([file.Id], await FindAsync(World.Social, words));
    }

    [Theory]
    [InlineData("Әлимқызы")]
    [InlineData("Алімқызы")]
    [InlineData("Анна Петрова")]
    [InlineData("Ан")]
    [InlineData(" ")]
    public async Task Letters_that_differ_in_Kazakh_stay_different_and_half_words_find_nothing(string words)
    {
        await World.OpenCaseAsync(Some.Application(("person.firstName", "Анна"), ("person.patronymic", "Әлімқызы")));

        Assert.Empty(await FindAsync(World.Social, words));
    }

    [Fact]
    public async Task Search_sees_what_the_searcher_may_see_and_nothing_of_another_organisation()
    {
        var file = await World.OpenCaseAsync(Some.Application(("person.iin", "900101450123")));

        Assert.Equal([file.Id], await FindIinAsync(World.Head));
        Assert.Empty(await FindIinAsync(World.Psychologist));
        Assert.Empty(await FindIinAsync(World.Staff(Role.Head, World.Other)));
        Assert.Empty(await FindIinAsync(World.Officer));
        Assert.Empty(await FindIinAsync(World.Staff(Role.Clerk)));
    }

    [Fact]
    public async Task A_corrected_value_is_found_and_the_wrong_one_no_longer()
    {
        var file = await World.OpenCaseAsync(Some.Application(("person.firstName", "Айгул")));

        await World.AsAsync(World.Social, scope => scope.GetRequiredService<Pana.Cases.Vault>().PutAsync(file.Id, "person.firstName", "Айгүл"));

        Assert.Empty(await FindAsync(World.Social, "Айгул"));
        Assert.Equal([file.Id], await FindAsync(World.Social, "Айгүл"));
    }

    private Task<IReadOnlyList<Guid>> FindAsync(Actor who, string words) =>
        World.AsAsync(who, scope => scope.GetRequiredService<BlindIndex>().FindByNameTokensAsync(words));

    private Task<IReadOnlyList<Guid>> FindIinAsync(Actor who) =>
        World.AsAsync(who, scope => scope.GetRequiredService<BlindIndex>().FindByIinAsync("900101 450123"));
}

public sealed class BlindIndexOnSqlite(SqliteTestDatabase database) : BlindIndexTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class BlindIndexOnPostgres(PostgresTestDatabase database) : BlindIndexTests(database), IClassFixture<PostgresTestDatabase>;
