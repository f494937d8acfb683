using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;

namespace Pana.Tests.Support;

/// <summary>A plan as the form keeps it when it is drafted.</summary>
internal static class PlanDrafts
{
    public static async Task DraftPlanAsync(this IServiceProvider scope, Guid caseId, params (string Kind, string Words)[] measures)
    {
        var form = scope.GetRequiredService<FormCatalog>().Get(PlanMeasures.PlanForm);
        var rows = new JsonArray([.. measures.Select(one => new JsonObject { ["kind"] = one.Kind, ["measure"] = one.Words, ["volume"] = "Аптасына бір рет", ["due"] = "2026-10-03" })]);
        var answers = FormAnswers.FromJson(new JsonObject { ["paper.planItems"] = rows });
        await scope.GetRequiredService<TaskAnswers>().KeepAsync(caseId, null, form.Id, form.Version, answers, default);
        await scope.GetRequiredService<CaseDb>().SaveChangesAsync();
    }
}
