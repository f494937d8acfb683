using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Cases.Tasks;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Content;

public abstract class ContentStoreTests(TestDatabase database) : ContentTests(database)
{
    [Fact]
    public async Task Every_file_becomes_the_first_published_version_once()
    {
        await World.ImportAsync();

        var rows = await World.ReadAsync(db => db.ContentVersions.AsNoTracking().ToListAsync());
        Assert.All(rows, row => Assert.True(row is { Number: 1, IsCurrent: true, ImportedHash: not null }, row.Subject));
        Assert.Equal(Directory.GetFiles(Path.Combine(Repository.Root, "Workflows", "Forms")).Length, rows.Count(row => row.Kind == ContentKind.Form));
        Assert.Equal(["kz", "limits", "staffing"], rows.Where(row => row.Kind is ContentKind.Calendar or ContentKind.Limits or ContentKind.Staffing).Select(row => row.Key).Order());
    }

    [Fact]
    public async Task A_task_keeps_the_form_it_was_opened_with_and_the_next_task_has_the_new_one()
    {
        var before = await World.AskAsync();

        await World.PublishAsync(ContentKind.Form, "identification-interview", form => form["components"]!.AsArray().Insert(0, ContentSteps.Field("violence.newQuestion", "Жаңа сұрақ")));
        var after = await World.AskAsync();

        var forms = World.Of<FormCatalog>();
        Assert.NotEqual(before.FormVersion, after.FormVersion);
        Assert.Null(forms.Get(before.FormId, before.FormVersion).Find("violence.newQuestion"));
        Assert.NotNull(forms.Get(after.FormId, after.FormVersion).Find("violence.newQuestion"));
    }

    [Fact]
    public async Task Answers_to_the_old_form_are_stored_by_the_old_form()
    {
        var task = await World.AskAsync();
        await World.PublishAsync(ContentKind.Form, "identification-interview", Without("violence.interviewNotes"));
        var answers = new FormAnswers();
        answers["violence.interviewNotes"] = "Сұхбат жазбасы";

        await World.AsAsync(World.Social, scope => scope.GetRequiredService<UserTasks>().CompleteAsync(task.Id, "Done", answers, task.Revision));

        var kept = await World.AsAsync(World.Head, scope => scope.GetRequiredService<Pana.Cases.Vault>().GetAsync(task.CaseId, "violence.interviewNotes"));
        Assert.Equal("Сұхбат жазбасы", kept);
    }

    [Fact]
    public async Task Another_host_finds_an_older_version_in_the_database_and_the_newest_when_it_looks()
    {
        var task = await World.AskAsync();
        await World.PublishAsync(ContentKind.Form, "identification-interview", form => form["components"]!.AsArray().Insert(0, ContentSteps.Field("violence.newQuestion", "Жаңа сұрақ")));
        await using var other = await AnotherWorldAsync();
        var forms = other.Of<FormCatalog>();

        await other.AsAsync(Actor.System, scope => scope.GetRequiredService<ContentLibrary>().RefreshAsync());

        Assert.NotNull(forms.Get("identification-interview").Find("violence.newQuestion"));
        Assert.Equal(task.FormVersion, forms.Get("identification-interview", task.FormVersion).Version);
    }

    [Fact]
    public async Task A_version_that_nobody_keeps_gives_the_form_in_use()
    {
        Assert.Equal(World.Of<FormCatalog>().Get("portal-entry"), World.Of<FormCatalog>().Get("portal-entry", "1"));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_draft_may_have_defects_and_publishing_names_them_all()
    {
        var draft = await World.DraftAsync(ContentKind.Form, "portal-entry", form =>
        {
            var field = ContentSteps.Field("note", "Ескерту");
            field["properties"]!["ru"] = "";
            field["conditional"] = new JsonObject { ["hide"] = "=count(x) > 2" };
            form["components"]!.AsArray().Add(field);
        });

        var error = await Assert.ThrowsAsync<ContentDefectsException>(() => PublishAsync(draft));

        Assert.Contains(error.Defects, defect => defect.Message.En.Contains("no ru words", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.Message.En.Contains("Condition", StringComparison.Ordinal));
        Assert.True((await World.ReadAsync(db => db.ContentVersions.SingleAsync(row => row.Id == draft.Id))).IsDraft);
    }

    [Fact]
    public async Task A_button_that_a_workflow_uses_cannot_be_taken_away()
    {
        await World.PublishAsync(form: "identification-interview");
        var draft = await World.DraftAsync(ContentKind.Form, "identification-interview", form =>
            form["components"]!.AsArray().Add(new JsonObject
            {
                ["type"] = "button",
                ["id"] = "Button_other",
                ["label"] = "Басқа",
                ["action"] = "submit",
                ["properties"] = new JsonObject { ["ru"] = "Другое", ["en"] = "Other", ["outcome"] = "Other" },
            }));

        var error = await Assert.ThrowsAsync<ContentDefectsException>(() => PublishAsync(draft));

        Assert.Contains(error.Defects, defect => defect.Message.En.Contains("'Other'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_defect_that_a_workflow_had_before_does_not_hold_up_the_form()
    {
        var definition = await World.PublishAsync(form: "identification-interview");
        // As a newer rule finds it in what was published under an older one.
        await World.ReadAsync(async db =>
        {
            var row = await db.WorkflowDefinitions.SingleAsync(row => row.DefinitionId == definition);
            row.Json = row.Json.Replace("social-work-specialist", "no-such-role", StringComparison.Ordinal);
            return await db.SaveChangesAsync();
        });

        var published = await World.PublishAsync(ContentKind.Form, "identification-interview", form => form["components"]!.AsArray().Insert(0, ContentSteps.Field("person.workplace", "Жұмыс орны")));

        Assert.True(published.IsCurrent);
    }

    [Fact]
    public async Task Two_designers_of_one_draft_are_told()
    {
        var first = await World.DraftAsync(ContentKind.Form, "portal-entry", form => form["properties"]!["en"] = "One");
        await World.DraftAsync(ContentKind.Form, "portal-entry", form => form["properties"]!["en"] = "Two");

        var error = await Assert.ThrowsAsync<ContentChangedException>(() => World.AsAsync(
            ContentSteps.Designer, scope => scope.GetRequiredService<ContentStore>().SaveDraftAsync(ContentKind.Form, "portal-entry", "{}", first.Number, first.Revision)));

        Assert.Equal("Designer", error.By);
        await Assert.ThrowsAsync<ContentChangedException>(() => PublishAsync(first));
    }

    [Fact]
    public async Task A_changed_file_becomes_a_draft_beside_what_a_designer_published()
    {
        await World.PublishAsync(ContentKind.Form, "portal-entry", form => form["properties"]!["en"] = "Designed");
        var folder = Copy();
        var path = Path.Combine(folder, "Forms", "portal-entry.json");
        var form = JsonNode.Parse(File.ReadAllText(path))!;
        form["properties"]!["en"] = "From the file";
        File.WriteAllText(path, form.ToJsonString());
        World.Of<CasesOptions>().WorkflowsFolder = folder;

        await World.ImportAsync();
        await World.ImportAsync();

        var versions = await World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<ContentStore>().VersionsAsync(ContentKind.Form, "portal-entry"));
        Assert.Equal([(3, true, true), (2, false, false), (1, false, true)], versions.Select(version => (version.Number, version.IsDraft, version.ImportedHash is not null)));
        Assert.Equal("Designed", World.Of<FormCatalog>().Get("portal-entry").Title.En);
    }

    [Fact]
    public async Task Every_act_is_in_the_audit_trail()
    {
        await World.PublishAsync(ContentKind.Form, "portal-entry", form => form["properties"]!["en"] = "Audited");

        var notes = await World.ReadAsync(db => db.AuditEntries.Where(note => note.Subject == "Form/portal-entry/2").Select(note => note.Action).ToListAsync());
        Assert.Equal(["content.published", "content.saved"], notes.Distinct().Order());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>")]
    [InlineData("<p onclick=\"x\">a</p>", "onclick")]
    [InlineData("<p style=\"background:url(http://evil)\">a</p>", "style")]
    [InlineData("<scr{{ case.code }}ipt>", "not allowed")]
    [InlineData("<{{ case.code }}>", "begins no tag")]
    [InlineData("<!-- x --><p>", "begins no tag")]
    [InlineData("{{ case.code | raw }}", "raw")]
    [InlineData("{{ person.password }}", "person.password")]
    [InlineData("{% for %}", "line 2")]
    [InlineData("{% include 'secret' %}", "")]
    public async Task An_unsafe_or_broken_template_is_refused_with_its_line(string text, string told)
    {
        var draft = await World.DraftAsync(ContentKind.Document, "decision", document =>
            document["templates"]!["kk"] = "{{ 'authority' | signatures }}\n" + text + "\n");

        var error = await Assert.ThrowsAsync<ContentDefectsException>(() => PublishAsync(draft));

        Assert.Contains(error.Defects, defect => defect.Place == "kk" && defect.ToString().Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_published_document_prints_and_a_signed_paper_keeps_its_text()
    {
        var file = await World.OpenCaseAsync();
        var signed = await World.AsAsync(World.Head, async scope =>
        {
            var maker = scope.GetRequiredService<PaperMaker>();
            return await maker.FreezeAsync(await maker.MakeAsync(file, "decision", "kk"));
        });

        await World.PublishAsync(ContentKind.Document, "decision", document => document["templates"]!["kk"] = "<p>Жаңа мәтін {{ case.code }}</p>{{ 'authority' | signatures }}");

        await World.AsAsync(World.Head, async scope =>
        {
            var maker = scope.GetRequiredService<PaperMaker>();
            Assert.DoesNotContain("Жаңа мәтін", await maker.ReadAsync(signed), StringComparison.Ordinal);
            var next = await maker.MakeAsync(file, "decision", "kk");
            Assert.Contains($"Жаңа мәтін {file.Code}", await maker.ReadAsync(next), StringComparison.Ordinal);
            Assert.NotEqual(signed.TemplateVersion, next.TemplateVersion);
        });
    }

    private static Action<JsonNode> Without(string key) => form =>
    {
        foreach (var holder in Holders(form).ToList())
        {
            foreach (var gone in holder.Where(component => (string?)component!["key"] == key).ToList())
            {
                holder.Remove(gone);
            }
        }
    };

    private static IEnumerable<JsonArray> Holders(JsonNode node) => node["components"] is JsonArray components
        ? components.SelectMany(component => Holders(component!)).Prepend(components)
        : [];

    private static string Copy()
    {
        var from = Path.Combine(Repository.Root, "Workflows");
        var to = Directory.CreateTempSubdirectory("pana-workflows-").FullName;
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        return to;
    }

    private Task<ContentVersion> PublishAsync(ContentVersion draft) => World.AsAsync(
        ContentSteps.Designer, scope => scope.GetRequiredService<ContentStore>().PublishAsync(draft.Kind, draft.Key, draft.Number, draft.Revision));
}

public sealed class ContentStoreOnSqlite(SqliteTestDatabase database) : ContentStoreTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class ContentStoreOnPostgres(PostgresTestDatabase database) : ContentStoreTests(database), IClassFixture<PostgresTestDatabase>;
