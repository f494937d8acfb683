using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Sight;

public abstract class VisibilityTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task Head_and_social_work_specialist_see_every_case_of_their_organisation_and_no_other()
    {
        var own = await World.OpenCaseAsync();
        var foreign = await World.OpenCaseAsync(who: World.Staff(Role.Head, World.Other));

        Assert.Equal([own.Id], await CasesAsync(World.Head));
        Assert.Equal([own.Id], await CasesAsync(World.Social));
        Assert.Equal([foreign.Id], await CasesAsync(World.Staff(Role.Head, World.Other)));
    }

    [Theory]
    [InlineData(Role.Psychologist, "psychologist")]
    [InlineData(Role.Lawyer, "lawyer")]
    [InlineData(Role.Nurse, "nurse")]
    [InlineData(Role.OtherSpecialist, "other-specialist")]
    public async Task A_specialist_sees_a_case_once_a_task_was_opened_for_the_role(Role role, string code)
    {
        var file = await World.OpenCaseAsync();
        var other = await World.OpenCaseAsync();
        var specialist = World.Staff(role);
        Assert.Empty(await CasesAsync(specialist));

        await OpenTaskAsync(file, null, code);
        await OpenTaskAsync(other, null, "head");

        Assert.Equal([file.Id], await CasesAsync(specialist));
        Assert.Empty(await CasesAsync(World.Staff(role, World.Other)));
    }

    [Theory]
    [InlineData(Role.Clerk)]
    [InlineData(Role.ProcessDesigner)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Roles_without_case_content_see_no_case_no_task_and_no_paper(Role role)
    {
        var file = await World.OpenCaseAsync();
        await OpenTaskAsync(file, null, "social-work-specialist");
        await AddPaperAsync(file);
        var actor = World.Staff(role);

        Assert.Empty(await CasesAsync(actor));
        Assert.Empty(await TasksAsync(actor));
        Assert.Empty(await PapersAsync(actor));
    }

    [Fact]
    public async Task An_officer_sees_the_tasks_of_the_agency_and_role_and_no_case()
    {
        var file = await World.OpenCaseAsync();
        var task = await OpenTaskAsync(file, World.Authority.Id, "authority-officer");
        await OpenTaskAsync(file, null, "social-work-specialist");

        Assert.Equal([task.Id], await TasksAsync(World.Officer));
        Assert.Empty(await CasesAsync(World.Officer));
        Assert.Empty(await TasksAsync(World.Policeman));
        Assert.Empty(await TasksAsync(Some.Officer(Role.AuthorityOfficer, World.Police.Id)));
    }

    [Fact]
    public async Task A_paper_is_seen_by_an_agency_from_sending_to_recall()
    {
        var file = await World.OpenCaseAsync();
        var paper = await AddPaperAsync(file);
        var hidden = await AddPaperAsync(file);
        Assert.Empty(await PapersAsync(World.Officer));

        await World.AsAsync(World.Social, scope => scope.GetRequiredService<Packets>().ShareAsync(file.Id, [paper], World.Authority.Id));
        Assert.Equal([paper], await PapersAsync(World.Officer));
        Assert.Empty(await PapersAsync(World.Policeman));
        Assert.Equal(new[] { paper, hidden }.Order(), await PapersAsync(World.Social));

        await World.AsAsync(World.Officer, scope => scope.GetRequiredService<Packets>().ReceiveAsync(file.Id, World.Authority.Id));
        Assert.NotNull((await World.ReadAsync(db => db.PaperShares.SingleAsync(share => share.PaperId == paper))).ReceivedAt);

        await World.AsAsync(World.Social, scope => scope.GetRequiredService<Packets>().RecallAsync(file.Id, [paper], World.Authority.Id));
        Assert.Empty(await PapersAsync(World.Officer));
    }

    [Fact]
    public async Task A_paper_for_some_roles_is_seen_by_them_and_by_the_agency_it_was_sent_to()
    {
        var file = await World.OpenCaseAsync();
        await OpenTaskAsync(file, null, "psychologist");
        await OpenTaskAsync(file, null, "nurse");
        var medical = await AddPaperAsync(file, new PaperKind { Kind = "medical", Fields = ["person.lastName", "health.state"] }.ReaderMask);
        var card = await AddPaperAsync(file, new PaperKind { Kind = "card", Fields = ["health.state"], Readers = ["head", "social-work-specialist"] }.ReaderMask);
        var plain = await AddPaperAsync(file, new PaperKind { Kind = "plain", Fields = ["person.lastName"] }.ReaderMask);

        Assert.Equal(new[] { medical, plain }.Order(), await PapersAsync(World.Staff(Role.Nurse)));
        Assert.Equal([plain], await PapersAsync(World.Psychologist));
        Assert.Equal(new[] { card, plain }.Order(), await PapersAsync(World.Social));
        Assert.Equal(new[] { medical, card, plain }.Order(), await PapersAsync(World.Head));

        await World.AsAsync(World.Social, scope => scope.GetRequiredService<Packets>().ShareAsync(file.Id, [medical], World.Authority.Id));
        Assert.Equal([medical], await PapersAsync(World.Officer));
    }

    [Fact]
    public async Task A_paper_of_another_case_cannot_be_slipped_into_a_packet()
    {
        var file = await World.OpenCaseAsync();
        var paper = await AddPaperAsync(await World.OpenCaseAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            World.AsAsync(World.Social, scope => scope.GetRequiredService<Packets>().ShareAsync(file.Id, [paper], World.Authority.Id)));
    }

    [Fact]
    public async Task An_exclusion_hides_case_tasks_papers_and_audit()
    {
        var file = await World.OpenCaseAsync();
        await OpenTaskAsync(file, null, "head");
        await AddPaperAsync(file);
        await World.ReadAsync(db =>
        {
            db.CaseExclusions.Add(new CaseExclusion { CaseId = file.Id, UserId = World.Head.UserId!.Value, CreatedAt = World.Time.GetUtcNow() });
            return db.SaveChangesAsync();
        });

        Assert.Empty(await CasesAsync(World.Head));
        Assert.Empty(await TasksAsync(World.Head));
        Assert.Empty(await PapersAsync(World.Head));
        Assert.DoesNotContain(file.Id, await AuditAsync(World.Head));
        Assert.Equal([file.Id], await CasesAsync(World.Social));
    }

    [Fact]
    public async Task An_auditor_reads_the_audit_of_the_own_organisation_only()
    {
        var own = await World.OpenCaseAsync();
        var foreign = await World.OpenCaseAsync(who: World.Staff(Role.Head, World.Other));

        var seen = await AuditAsync(World.Auditor);

        Assert.Contains(own.Id, seen);
        Assert.DoesNotContain(foreign.Id, seen);
        Assert.Empty(await AuditAsync(World.Social));
    }

    [Fact]
    public async Task What_an_agency_reads_is_noted_where_the_case_is_kept()
    {
        var file = await World.OpenCaseAsync();

        await World.AsAsync(World.Officer, async scope =>
        {
            scope.GetRequiredService<AuditTrail>().Note("paper.viewed", file.Id, file.Code);
            await scope.GetRequiredService<CaseDb>().SaveChangesAsync();
        });

        var entry = await World.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.CaseId == file.Id && one.Action == "paper.viewed"));
        Assert.Equal(World.Organisation.Id, entry.OrganisationId);
        Assert.Equal(World.Officer.UserId, entry.ActorId);
    }

    private Task<UserTask> OpenTaskAsync(Case file, Guid? agency, string role) => World.AsAsync(Actor.System, scope =>
        scope.GetRequiredService<UserTasks>().OpenAsync(Some.Task(file, Guid.NewGuid().ToString("N"), role) with { AgencyId = agency }));

    private Task<Guid> AddPaperAsync(Case file, int readers = 0) => World.ReadAsync(async db =>
    {
        var paper = new Paper { CaseId = file.Id, Kind = $"kind-{Guid.NewGuid():N}", ReaderMask = readers, Language = "kk", TemplateVersion = "1", Sealed = [1], Sha256 = [1], CreatedAt = World.Time.GetUtcNow() };
        db.Papers.Add(paper);
        await db.SaveChangesAsync();
        return paper.Id;
    });

    private Task<List<Guid>> CasesAsync(Actor who) => World.ReadAsync(db => db.Cases.VisibleTo(who, db).Select(file => file.Id).ToListAsync());

    private Task<List<Guid>> TasksAsync(Actor who) => World.ReadAsync(db => db.UserTasks.VisibleTo(who, db).Select(task => task.Id).ToListAsync());

    private Task<List<Guid>> PapersAsync(Actor who) => World.ReadAsync(async db =>
        (await db.Papers.VisibleTo(who, db).Select(paper => paper.Id).ToListAsync()).Order().ToList());

    private Task<List<Guid?>> AuditAsync(Actor who) => World.ReadAsync(db => db.AuditEntries.VisibleTo(who, db).Select(entry => entry.CaseId).Distinct().ToListAsync());
}

public sealed class VisibilityOnSqlite(SqliteTestDatabase database) : VisibilityTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class VisibilityOnPostgres(PostgresTestDatabase database) : VisibilityTests(database), IClassFixture<PostgresTestDatabase>;
