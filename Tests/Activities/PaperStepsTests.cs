using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Activities.OneStep;

namespace Pana.Tests.Activities;

public sealed class PaperStepsTests(SqliteTestDatabase database) : CaseFixture(database)
{
    [Fact]
    public async Task MakePaper_makes_a_draft_and_again_the_next_version()
    {
        await World.RunStepsAsync(File, Make("assessment-sheet"), Make("assessment-sheet"));

        var papers = await World.PapersAsync(File);
        Assert.Equal([1, 2], papers.Select(paper => paper.Version).Order());
        Assert.Equal([PaperState.Superseded, PaperState.Draft], papers.OrderBy(paper => paper.Version).Select(paper => paper.State));
    }

    [Fact]
    public async Task SignPaper_signs_for_the_one_who_answered_and_keeps_a_dissent()
    {
        await World.RunStepsAsync(
            File,
            Make("assessment-sheet"),
            Step("Pana.UserTask", ("form", "sign-sheet"), ("roles", new[] { "psychologist" }), ("paragraphs", new[] { "29" }), ("outcomes", new[] { "Done" }), ("taskId", To("v-task"))),
            Step("Pana.SignPaper", ("kind", "assessment-sheet"), ("group", "specialist-psychologist"), ("task", From("Task"))));

        await World.AnswerAsync(World.Psychologist, File, "sign-sheet", ("opinion", "dissent"), ("dissentText", "Басқа пікір"));

        var signature = Assert.Single((await World.PapersAsync(File)).Single().Signatures);
        Assert.Equal(World.Psychologist.UserId, signature.SignerId);
        Assert.True(signature.Dissents);
    }

    [Fact]
    public async Task SharePapers_shows_the_kinds_to_one_agency_alone()
    {
        await World.RunStepsAsync(File, Make("application"), Make("assessment-sheet"), Step("Pana.SharePapers", ("kinds", new[] { "application" }), ("party", "authority"), ("paragraphs", new[] { "30" })));

        Assert.Equal(["application"], await World.SeenByAsync(World.Officer, File));
        Assert.Empty(await World.SeenByAsync(World.Policeman, File));
    }

    [Fact]
    public async Task SharePapers_names_the_paper_that_was_never_made()
    {
        var failure = await Assert.ThrowsAsync<WorkflowFaultedException>(() =>
            World.RunStepsAsync(File, Step("Pana.SharePapers", ("kinds", new[] { "application" }), ("party", "authority"), ("paragraphs", new[] { "30" }))));

        Assert.Contains("Draw a Pana.MakePaper step before it", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InformPolice_freezes_the_information_shows_it_to_the_police_and_records_it()
    {
        await World.RunStepsAsync(File, Make("police-information"), Step("Pana.InformPolice", ("paragraphs", new[] { "35" })));

        Assert.Equal(["police-information"], await World.SeenByAsync(World.Policeman, File));
        Assert.Empty(await World.SeenByAsync(World.Officer, File));
        Assert.Contains("police.informed", await World.EventsAsync(File));
        Assert.Equal(PoliceReport.InformedByOrganisation, (await World.CaseAsync(File)).PoliceReport);
    }

    [Fact]
    public async Task RefuseServices_gives_every_paper_of_the_refusal_frozen()
    {
        await World.RunStepsAsync(File, Step("Pana.RefuseServices", ("kinds", new[] { "refusal", "healthcare-referral" }), ("language", "kk"), ("paragraphs", new[] { "13" })));

        var papers = await World.PapersAsync(File);
        Assert.Equal(["healthcare-referral", "refusal"], papers.Select(paper => paper.Kind).Order());
        Assert.All(papers, paper => Assert.Equal(PaperState.Signed, paper.State));
    }

    private static System.Text.Json.Nodes.JsonObject Make(string kind) => Step("Pana.MakePaper", ("kind", kind), ("language", "kk"), ("paragraphs", new[] { "29" }));
}
