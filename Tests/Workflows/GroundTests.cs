using Pana.Cases;
using Pana.Tests.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>The ground of paragraph 5 is chosen with the recognition and kept with it; there is no third conclusion .</summary>
public abstract class GroundTests(TestDatabase database) : ProcedureTests(database, "2026-03-30 09:00")
{
    [Theory]
    [InlineData("threat")]
    [InlineData("both")]
    public async Task The_ground_chosen_on_the_sheet_stands_with_the_recognition(string ground)
    {
        var file = (await World.ApplyAsync())[0];
        await World.AnswerAsync(World.Social, file, "identification-interview");

        await World.AnswerAsync(World.Social, file, "assessment-sheet", ("conclusion", "recognised"), ("ground", ground));
        foreach (var signer in new[] { World.Social, World.Psychologist, World.Officer, World.Policeman })
        {
            await World.AnswerAsync(signer, file, "sign-sheet");
        }

        Assert.Equal(ground, RecipientGround.Of((await World.EventAsync(file, RecipientGround.RecordedWith)).Data));
        Assert.Equal(CaseState.Recognised, (await World.CaseAsync(file)).State);
    }

    [Fact]
    public void The_sheet_asks_for_a_ground_only_where_the_person_is_recognised()
    {
        var sheet = Shipped.Forms.Get("assessment-sheet");

        Assert.Contains("ground", FormJson.Validate(sheet, ("conclusion", "recognised")).Errors.Keys);
        var refused = FormJson.Validate(sheet, ("conclusion", "notRecognised"), ("ground", "threat"));
        Assert.DoesNotContain("ground", refused.Errors.Keys);
        Assert.False(refused.Answers.Has("ground"));
        Assert.Equal(RecipientGround.All, sheet.Find("ground")!.Options.Select(option => option.Value));
    }
}

public sealed class GroundOnSqlite(SqliteTestDatabase database) : GroundTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class GroundOnPostgres(PostgresTestDatabase database) : GroundTests(database), IClassFixture<PostgresTestDatabase>;
