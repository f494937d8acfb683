using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Activities;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteAccessTests(SqliteTestDatabase database) : AccessTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresAccessTests(PostgresTestDatabase database) : AccessTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Every work page × every role × own and other organisation's case. Pages are discovered: a new one without a row here fails.</summary>
public abstract class AccessTests(TestDatabase database)
{
    private static readonly string[] Users =
        ["head", "social", "psychologist", "lawyer", "nurse", "clerk", "authority", "police", "designer", "auditor", "administrator"];

    private static readonly string[] Staff = ["head", "social"];
    private static readonly string[] Shelter = ["head", "social", "psychologist", "lawyer", "nurse"];

    // Who sees the own organisation's case in these tests: staff, and those for whom the procedure opened a task in it.
    private static readonly string[] OnTheCase = ["head", "social", "psychologist", "nurse"];

    private static readonly string[] Interviewers = ["head", "social", "psychologist"];

    /// <summary>Page → who gets it by GET with an own object (or none). Everybody else gets 403 or 404, and everybody 404 with a foreign one.</summary>
    private static readonly Dictionary<string, string[]> Rows = new()
    {
        ["tasks"] = [.. Shelter, "clerk", "authority", "police"],
        ["tasks/{id:guid}"] = Interviewers,
        ["tasks/{id:guid}/claim"] = Interviewers,
        ["tasks/{id:guid}/release"] = Interviewers,
        ["tasks/{id:guid}/draft"] = Interviewers,
        ["cases"] = Shelter,
        ["cases/new"] = Staff,
        ["cases/new/draft"] = Staff,
        ["cases/new/discard"] = Staff,
        ["cases/{code}"] = OnTheCase,
        ["cases/{code}/person"] = OnTheCase,
        ["cases/{code}/viewers"] = OnTheCase,
        ["cases/{code}/record/{eventName}"] = Staff,
        ["cases/{code}/services"] = OnTheCase,
        ["cases/{code}/services/{entry:guid}"] = OnTheCase,
        ["cases/{code}/things"] = OnTheCase,
        ["services"] = Shelter,
        ["rooms"] = Staff,
        ["things"] = Staff,
        ["staff"] = ["head"],
        ["offices"] = Shelter,
        ["offices/new"] = Staff,
        ["offices/{office:guid}"] = Shelter,
        ["offices/{office:guid}/edit"] = Staff,
        ["leisure"] = Shelter,
        ["leisure/{period}"] = Shelter,
        ["leisure/{period}/draft"] = Staff,
        ["reports"] = ["head", "authority", "auditor"],
        // The authority gets it once the organisation has sent it a case.
        ["reports/evaluation/{quarter}/{organisation:guid}"] = ["head"],
        ["book"] = Shelter,
        ["book/new"] = Shelter,
        ["book/print"] = Shelter,
        ["book/review/{month}"] = Shelter,
        ["papers"] = [.. Shelter, "authority", "police"],
        ["papers/{id:guid}"] = OnTheCase,
        ["papers/{id:guid}/content"] = OnTheCase,
        ["papers/{id:guid}/pdf"] = OnTheCase,
        ["calendar"] = Users,
        ["audit"] = ["head", "auditor"],
        ["administration"] = ["administrator"],
        ["administration/account/{id:guid?}"] = ["administrator"],
        ["administration/organisation/{id:guid?}"] = ["administrator"],
        ["administration/agency/{id:guid?}"] = ["administrator"],
        ["installation"] = ["administrator"],
        ["demo/clock"] = Users,
    };

    [Fact]
    public async Task Every_page_opens_to_those_who_may_and_hides_the_rest()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        var own = await ObjectsOfAsync(portal, await Applicant.ApplyAsync(social));
        var foreign = await ObjectsOfAsync(portal, await ForeignCaseAsync(portal));
        var pages = Pages(portal);
        Assert.Empty(pages.Except(Rows.Keys));
        List<string> wrong = [];

        foreach (var user in Users)
        {
            using var browser = await portal.SignInAsync(user);
            foreach (var page in pages.Where(page => !page.EndsWith("/pdf", StringComparison.Ordinal)))
            {
                var got = await browser.GetAsync(own.Fill(page));
                var allowed = Rows[page].Contains(user);
                if (allowed != (got.Status == HttpStatusCode.OK) || (!allowed && got.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound)))
                {
                    wrong.Add($"{user} {page} own: {(int)got.Status} {got.Url.PathAndQuery}");
                }

                Inspect(got, $"{user} {page}", wrong);
                if (page.Contains('{', StringComparison.Ordinal) && !page.Contains('?', StringComparison.Ordinal))
                {
                    var other = await browser.GetAsync(foreign.Fill(page));
                    if (other.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden) || (allowed && other.Status != HttpStatusCode.NotFound))
                    {
                        wrong.Add($"{user} {page} foreign: {(int)other.Status} {other.Url.PathAndQuery}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Posting_to_another_organisations_case_finds_nothing()
    {
        await using var portal = await TestPortal.StartAsync(database);
        var foreign = await ObjectsOfAsync(portal, await ForeignCaseAsync(portal));
        using var head = await portal.SignInAsync("head");
        var token = await head.GetAsync("/cases/new");
        foreach (var page in Pages(portal).Where(page => page.Contains('{', StringComparison.Ordinal) && !page.Contains('?', StringComparison.Ordinal)))
        {
            var got = await head.PostAsync(foreign.Fill(page), token, ("understood", "true"));

            Assert.True(got.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest, $"{page}: {(int)got.Status}");
            Assert.DoesNotContain("Бөтенова", got.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_signed_out_visitor_is_led_to_sign_in_from_every_page()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var browser = portal.Open();
        foreach (var page in Pages(portal))
        {
            var got = await browser.GetAsync(new Objects("PN-0000-00", Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "2026-02", Guid.NewGuid(), "2026", Guid.NewGuid()).Fill(page));

            Assert.StartsWith("/account/login", got.Url.AbsolutePath, StringComparison.Ordinal);
        }
    }

    // No script or style stands in a page without the nonce, and none in an attribute; the window's title is the same everywhere.
    private static void Inspect(PortalPage page, string where, List<string> wrong)
    {
        if (page.Url.AbsolutePath.EndsWith("/content", StringComparison.Ordinal))
        {
            return;
        }

        var inline = page.Document.QuerySelectorAll("script:not([src]), [style]").Length
            + page.Document.All.Count(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        if (inline > 0)
        {
            wrong.Add($"{where}: {inline} inline scripts or styles");
        }

        if (page.Document.Title != "Жұмыс тақтасы")
        {
            wrong.Add($"{where}: title '{page.Document.Title}'");
        }
    }

    private static List<string> Pages(TestPortal portal) =>
    [
        .. portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath is { } path
                && new[] { "Tasks", "Cases", "Papers", "Calendar", "Audit", "Administration", "Installation", "ServicesGiven", "Book", "House", "Reports", "Demo" }.Any(folder => path.StartsWith($"/Pages/{folder}/", StringComparison.Ordinal)))
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal),
    ];

    private sealed record Objects(string Code, Guid Task, Guid Paper, Guid Entry, string Month, Guid Office, string Period, Guid Organisation)
    {
        public string Fill(string page) => "/" + page
            .Replace("{id:guid}", (page.StartsWith("papers", StringComparison.Ordinal) ? Paper : Task).ToString(), StringComparison.Ordinal)
            .Replace("/{id:guid?}", "", StringComparison.Ordinal)
            .Replace("{entry:guid}", Entry.ToString(), StringComparison.Ordinal)
            .Replace("{month}", Month, StringComparison.Ordinal)
            .Replace("{office:guid}", Office.ToString(), StringComparison.Ordinal)
            .Replace("{quarter}", "2025-Q4", StringComparison.Ordinal)
            .Replace("{organisation:guid}", Organisation.ToString(), StringComparison.Ordinal)
            .Replace("{period}", Period, StringComparison.Ordinal)
            .Replace("{code}", Code, StringComparison.Ordinal)
            .Replace("{eventName}", "contraindication.found", StringComparison.Ordinal);
    }

    private static async Task<Objects> ObjectsOfAsync(TestPortal portal, string code)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<CaseDb>();
        var file = await db.Cases.SingleAsync(file => file.Code == code);
        var task = await db.UserTasks.FirstAsync(task => task.CaseId == file.Id && task.FormId == "identification-interview");
        var paper = await db.Papers.FirstAsync(paper => paper.CaseId == file.Id);
        var entry = db.ServiceEntries.Add(new ServiceEntry { CaseId = file.Id, OrganisationId = file.OrganisationId, Service = "urgent", At = file.AppliedAt, Minutes = 5, RecordedByName = "Маман" }).Entity;
        var own = file.OrganisationId == Pana.Portal.Start.DemoAccounts.OrganisationId;
        var review = db.BookReviews.Add(new BookReview { OrganisationId = file.OrganisationId, Month = new DateOnly(own ? 2025 : 2024, 6, 1), OpenedAt = file.AppliedAt }).Entity;
        await db.SaveChangesAsync();
        services.GetRequiredService<CurrentActor>().Value = new Actor(Guid.NewGuid(), "Маман", new HashSet<Role> { Role.SocialWorkSpecialist }, file.OrganisationId, null);
        var (forms, period) = (services.GetRequiredService<FormCatalog>(), PlanPeriod.Parse(own ? "2026" : "2024")!.Value);
        var office = await services.GetRequiredService<Offices>().OpenAsync(forms.Get(Offices.Form), FormAnswers.Parse("""{"name":"Кабинет"}"""));
        await services.GetRequiredService<LeisurePlans>().SaveAsync(period, null, 0, forms.Get(LeisurePlans.Form), FormAnswers.Parse("""{"activities":[{"what":"Наурыз"}]}"""), send: true);
        return new Objects(code, task.Id, paper.Id, entry.Id, $"{review.Month:yyyy-MM}", office.Id, period.ToString(), file.OrganisationId);
    }

    private static async Task<string> ForeignCaseAsync(TestPortal portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<CaseDb>();
        var agencies = await db.Agencies.ToListAsync();
        var other = new Organisation
        {
            NameKk = "Бөтен ұйым",
            NameRu = "Чужая организация",
            NameEn = "Another organisation",
            Kind = OrganisationKind.Shelter,
            AuthorisedBodyId = agencies.First(agency => agency.Kind == AgencyKind.AuthorisedBody).Id,
            InternalAffairsBodyId = agencies.First(agency => agency.Kind == AgencyKind.InternalAffairs).Id,
        };
        db.Organisations.Add(other);
        await db.SaveChangesAsync();
        services.GetRequiredService<CurrentActor>().Value = new Actor(Guid.NewGuid(), "Бөтен маман", new HashSet<Role> { Role.SocialWorkSpecialist }, other.Id, null);
        var cases = await services.GetRequiredService<Intake>().OpenAsync(new NewApplication
        {
            PoliceReport = PoliceReport.Refused,
            Person = new Dictionary<string, string> { ["person.lastName"] = "Бөтенова", ["person.firstName"] = "Жат" },
        });
        await services.GetRequiredService<AdmissionStarter>().StartAsync(cases);
        return cases[0].Code;
    }
}
