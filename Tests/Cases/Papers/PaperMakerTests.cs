using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases;

public sealed class SqlitePaperMakerTests(SqliteTestDatabase database) : PaperMakerTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresPaperMakerTests(PostgresTestDatabase database) : PaperMakerTests(database), IClassFixture<PostgresTestDatabase>;

public abstract class PaperMakerTests : IAsyncLifetime
{
    private static readonly Actor Head = new(Guid.CreateVersion7(), "Ахметова Г. Б.", new HashSet<Role> { Role.Head }, null, null);
    private static readonly Actor Officer = new(Guid.CreateVersion7(), "Оспанов Д. Қ.", new HashSet<Role> { Role.AuthorityOfficer }, null, null);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 4, 3, 6, 0, 0, TimeSpan.Zero));
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private Case _case = null!;

    protected PaperMakerTests(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        database.Require();
        _database = database;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton(database.Source);
        services.AddScoped<DbSession>();
        services.AddCaseDb(database.Kind);
        services.AddCases(options =>
        {
            options.MasterKey = MasterKey.Create();
            options.WorkflowsFolder = Shipped.Workflows;
        });
        _services = services.BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
    }

    private CaseDb Db => _scope.ServiceProvider.GetRequiredService<CaseDb>();

    private PaperMaker Maker => _scope.ServiceProvider.GetRequiredService<PaperMaker>();

    public async ValueTask InitializeAsync()
    {
        await Db.Database.EnsureCreatedAsync(Ct);
        var organisation = new Organisation { NameKk = "«Қамқор» дағдарыс орталығы", NameRu = "Кризисный центр «Қамқор»", NameEn = "Qamqor crisis centre" };
        _case = new Case { Code = "PN-" + Guid.NewGuid().ToString("N")[..6], OrganisationId = organisation.Id, AppliedAt = _clock.GetUtcNow(), CreatedAt = _clock.GetUtcNow() };
        Db.AddRange(organisation, _case);
        await Db.SaveChangesAsync(Ct);
        await PutAsync("person.lastName", "Сейтқалиева");
        await PutAsync("person.firstName", "Әсем");
        await PutAsync("paper.contractDate", "2026-04-03");
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_contract_prints_the_person_the_date_and_the_last_day()
    {
        var paper = await MakeAsync(_case, "contract", "kk");

        var html = await ReadAsync(paper);
        Assert.Equal(PaperState.Draft, paper.State);
        Assert.Contains("Сейтқалиева Әсем", html, StringComparison.Ordinal);
        Assert.Contains("2026 жылғы \"3\" сәуір", html, StringComparison.Ordinal);
        Assert.Contains("2026 жылғы \"3\" қазан", html, StringComparison.Ordinal);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(html)), paper.Sha256);
    }

    [Fact]
    public async Task Making_again_makes_the_next_version_and_leaves_the_first_as_it_was()
    {
        var first = await MakeAsync(_case, "contract", "kk");
        var bytes = first.Sealed;

        var second = await MakeAsync(_case, "contract", "kk", new JsonObject { ["paper.contractNumber"] = "12" });

        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(bytes, first.Sealed);
        Assert.Equal(1, (await MakeAsync(_case, "contract", "ru")).Version);
    }

    [Fact]
    public async Task The_last_required_signature_freezes_the_bytes_and_nothing_changes_them_after()
    {
        var paper = await MakeAsync(_case, "contract", "kk");
        var draft = await ReadAsync(paper);

        await SignAsync(paper, "head", Head);
        Assert.Equal(PaperState.Draft, paper.State);
        await SignAsync(paper, "recipient", Head);
        var frozen = await ReadAsync(paper);

        Assert.Equal(PaperState.Signed, paper.State);
        Assert.Equal(_clock.GetUtcNow(), paper.FrozenAt);
        Assert.Contains("Ахметова Г. Б., ұйым басшысы, 03.04.2026", frozen, StringComparison.Ordinal);
        Assert.Contains("Сейтқалиева Әсем, 03.04.2026", frozen, StringComparison.Ordinal);
        Assert.Equal(WithoutSignatures(draft), WithoutSignatures(frozen));
        await PutAsync("person.lastName", "Басқа");
        Assert.Equal(frozen, await ReadAsync(paper));
        var error = await Assert.ThrowsAsync<PaperException>(() => SignAsync(paper, "head", Officer));
        Assert.Contains("was frozen on 2026-04-03", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipients_name_is_not_stored_beside_the_signature()
    {
        var paper = await MakeAsync(_case, "contract", "kk");

        await SignAsync(paper, "recipient", Head);

        Assert.Equal(_case.Code, paper.Signatures.Single().SignerName);
    }

    [Fact]
    public async Task A_sheet_is_complete_with_all_its_groups_and_prints_a_dissent()
    {
        var paper = await MakeAsync(_case, "assessment-sheet", "ru");

        foreach (var group in new[] { "specialist-social", "specialist-psychologist", "police" })
        {
            await SignAsync(paper, group, Head);
        }

        Assert.False(Maker.IsComplete(paper));
        await SignAsync(paper, "authority", Officer, dissent: "Не согласен с <3.1>");
        Assert.True(paper.Signatures[^1].Dissents);
        Assert.Equal(PaperState.Signed, paper.State);
        Assert.Contains("Особое мнение:</b> Не согласен с &lt;3.1&gt;", await ReadAsync(paper), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_twice_changes_nothing_and_a_stranger_group_is_named()
    {
        var paper = await MakeAsync(_case, "contract", "kk");
        await SignAsync(paper, "head", Head);
        var once = paper.Sealed;

        await SignAsync(paper, "head", Head);

        Assert.Equal(once, paper.Sealed);
        Assert.Single(paper.Signatures);
        var error = await Assert.ThrowsAsync<PaperException>(() => SignAsync(paper, "neighbour", Head));
        Assert.Contains("Its groups: head, recipient", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_child_the_legal_representative_signs()
    {
        var child = new Case
        {
            Code = "PN-" + Guid.NewGuid().ToString("N")[..6],
            OrganisationId = _case.OrganisationId,
            IsChild = true,
            RepresentativeCaseId = _case.Id,
            AppliedAt = _clock.GetUtcNow(),
            CreatedAt = _clock.GetUtcNow(),
        };
        Db.Add(child);
        await Db.SaveChangesAsync(Ct);
        var paper = await MakeAsync(child, "contract", "kk");

        await SignAsync(paper, "recipient", Head);

        var html = await ReadAsync(paper);
        Assert.Contains("Заңды өкілі: Сейтқалиева Әсем", html, StringComparison.Ordinal);
        Assert.Contains("Сейтқалиева Әсем, 03.04.2026", html, StringComparison.Ordinal);
        Assert.Contains(child.Code, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_changed_outside_are_noticed()
    {
        var paper = await MakeAsync(_case, "contract", "kk");
        paper.Sha256 = SHA256.HashData("other"u8);

        var error = await Assert.ThrowsAsync<PaperException>(() => ReadAsync(paper));

        Assert.Contains("restore it from a backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_and_signing_are_in_the_audit_trail_without_a_name()
    {
        var paper = await MakeAsync(_case, "contract", "kk");
        await SignAsync(paper, "head", Head);

        var entries = await Db.AuditEntries.Where(entry => entry.CaseId == _case.Id).ToListAsync(Ct);

        Assert.Contains(entries, entry => entry is { Action: "paper.made", Subject: "contract/kk/1" });
        Assert.Contains(entries, entry => entry is { Action: "paper.signed" });
        Assert.DoesNotContain(entries, entry => (entry.Subject + entry.Detail).Contains("Сейтқалиева", StringComparison.Ordinal));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<Paper> MakeAsync(Case file, string kind, string language, JsonObject? extra = null) => Maker.MakeAsync(file, kind, language, extra, Ct);

    private Task<Paper> SignAsync(Paper paper, string group, Actor signer, string? dissent = null) => Maker.SignAsync(paper, group, signer, dissent, null, Ct);

    private Task<string> ReadAsync(Paper paper) => Maker.ReadAsync(paper, Ct);

    private async Task PutAsync(string key, string value)
    {
        await _scope.ServiceProvider.GetRequiredService<Vault>().PutAsync(_case.Id, key, value, Ct);
        await Db.SaveChangesAsync(Ct);
    }

    private static string WithoutSignatures(string html) => System.Text.RegularExpressions.Regex.Replace(
        html, "<!--signatures (\\w+)-->.*?<!--/signatures \\1-->", "", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(5));
}
