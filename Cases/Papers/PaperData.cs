using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>Collects what papers print: the case, its bodies, and the vault values of the person and of the children.</summary>
internal sealed class PaperData(CaseDb db, Vault vault)
{
    /// <summary>Answer of an order's form: codes of the family's cases that the order names too .</summary>
    private const string OrderNames = "alsoFor";

    /// <summary>The fields of a case in a language; later sources win over earlier ones.</summary>
    public async Task<PaperFields> CollectAsync(Case file, PaperKind kind, string language, JsonObject? extra, CancellationToken ct)
    {
        var organisation = await db.Organisations.SingleAsync(found => found.Id == file.OrganisationId, ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone);
        var person = await vault.GetAllForPaperAsync(file.Id, ct);
        var fields = new PaperFields()
            .SetAll(person)
            .Set("person.fullName", FullName(person))
            .Set("case.code", file.Code)
            .Set("case.wayIn", file.WayIn == WayIn.Referral ? "referral" : "application")
            .Set("case.appliedOn", Iso(LocalDay.Of(file.AppliedAt, zone)))
            .Set("case.policeReport", file.PoliceReport.ToString())
            .Set("case.endingGround", file.EndingGround)
            .Set("organisation.name", organisation.Name.In(language))
            .Set("authority.name", await AgencyNameAsync(file.AuthorisedBodyId ?? organisation.AuthorisedBodyId, language, ct))
            .Set("police.name", await AgencyNameAsync(organisation.InternalAffairsBodyId, language, ct));
        fields["case.isChild"] = file.IsChild;
        fields["case.children"] = await RowsAsync(await ChildrenOfAsync(file, ct), ct);
        if (kind.Fields.Contains("case.orderedWith[]"))
        {
            var named = extra is null ? [] : FormAnswers.FromJson(extra).Chosen(OrderNames);
            fields["case.orderedWith"] = await RowsAsync(await db.Cases.Where(other => other.FamilyId == file.FamilyId && named.Contains(other.Code)).OrderBy(other => other.Code).ToListAsync(ct), ct);
            fields["case.childrenApart"] = await RowsAsync([.. (await ChildrenOfAsync(file, ct)).Where(child => !child.IsOver && !named.Contains(child.Code))], ct);
        }

        if (kind.Fields.Contains("case.monitoring[]"))
        {
            fields["case.monitoring"] = await MonitoringAsync(file, ct);
        }

        if (file.RepresentativeCaseId is { } representative)
        {
            fields.Set("representative.fullName", FullName(await vault.GetAllForPaperAsync(representative, ct)));
        }

        if (extra is not null)
        {
            fields.SetAll(extra);
        }

        var contractOn = file.ContractOn ?? AsDate(fields["paper.contractDate"]);
        return fields
            .Set("contract.date", contractOn is { } day ? Iso(day) : null)
            .Set("contract.endsOn", (file.ContractEndsOn ?? contractOn?.AddMonths(Case.ContractMonths)) is { } end ? Iso(end) : null);
    }

    /// <summary>Who signs for the person: the person, or for a child the legal representative.</summary>
    public async Task<string> SigningPersonAsync(Case file, CancellationToken ct)
    {
        var person = await vault.GetAllForPaperAsync(file.Id, ct);
        if (!file.IsChild)
        {
            return FullName(person);
        }

        return person.TryGetValue("paper.legalRepresentative", out var named) && named.Length > 0 ? named
            : file.RepresentativeCaseId is { } representative ? FullName(await vault.GetAllForPaperAsync(representative, ct))
            : "";
    }

    private async Task<List<Case>> ChildrenOfAsync(Case file, CancellationToken ct) =>
        file.IsChild ? [] : await db.Cases.Where(other => other.RepresentativeCaseId == file.Id).OrderBy(other => other.Code).ToListAsync(ct);

    private async Task<JsonArray> RowsAsync(IEnumerable<Case> people, CancellationToken ct)
    {
        var rows = new JsonArray();
        foreach (var one in people)
        {
            var values = await vault.GetAllForPaperAsync(one.Id, ct);
            rows.Add(new JsonObject
            {
                ["code"] = one.Code,
                ["fullName"] = FullName(values),
                ["birthDate"] = values.GetValueOrDefault("person.birthDate", ""),
                ["documentKind"] = values.GetValueOrDefault("person.documentKind", ""),
                ["contractDate"] = one.ContractOn is { } on ? Iso(on) : "",
            });
        }

        return rows;
    }

    /// <summary>The rows of the journal (appendix 2): every monitoring of the case, oldest first, that of this transaction included.</summary>
    private async Task<JsonArray> MonitoringAsync(Case file, CancellationToken ct)
    {
        await db.SealedAnswers.Where(answers => answers.CaseId == file.Id && answers.FormId == "monitoring").LoadAsync(ct);
        var rows = new JsonArray();
        foreach (var stored in db.SealedAnswers.Local.Where(answers => answers.CaseId == file.Id && answers.FormId == "monitoring").OrderBy(answers => answers.Id).ToList())
        {
            var given = FormAnswers.Parse(Encoding.UTF8.GetString(await vault.OpenAsync(file.Id, "answers", stored.Id, stored.Sealed, ct)));
            var task = stored.TaskId is { } id ? await db.UserTasks.FindAsync([id], ct) : null;
            rows.Add(new JsonObject
            {
                ["better"] = given.Text("better") ?? "",
                ["worse"] = given.Text("worse") ?? "",
                ["kinds"] = new JsonArray([.. given.Chosen("correctKinds").Select(one => JsonValue.Create(one))]),
                ["on"] = given.Text("monitoredOn") ?? "",
                ["who"] = task?.CompletedByName ?? "",
            });
        }

        return rows;
    }

    private async Task<string?> AgencyNameAsync(Guid? agencyId, string language, CancellationToken ct) =>
        agencyId is { } id && await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == id, ct) is { } agency ? agency.Name.In(language) : null;

    private static string FullName(IReadOnlyDictionary<string, string> values) =>
        string.Join(' ', new[] { "person.lastName", "person.firstName", "person.patronymic" }
            .Select(key => values.GetValueOrDefault(key, "")).Where(part => part.Length > 0));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? AsDate(JsonNode? node) =>
        DateOnly.TryParseExact(node?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
