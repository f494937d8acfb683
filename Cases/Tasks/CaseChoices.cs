using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>Gives a form what it takes from its case (<see cref="FormSources"/>).</summary>
public sealed class CaseChoices(CaseDb db, CurrentActor actor, Custody custody)
{
    /// <summary>
    /// The form with the family's cases that the order may name too; without any, without the question. What was
    /// <paramref name="chosen"/> stays to be read, whatever became of those cases.
    /// </summary>
    public async Task<FormDefinition> OfferAsync(Guid caseId, FormDefinition form, FormAnswers? chosen = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.TakenFrom(FormSources.Family) is not { } question)
        {
            return form;
        }

        var given = chosen?.Chosen(question.Key) ?? [];
        var offered = await FamilyOrder.NameableAsync(db, actor.Value, caseId, form.Id, ct);
        return form.Choosing(question.Key, [.. given.Select(code => new FormOption(code, new LocalizedText(code, code, code))), .. offered.Where(one => !given.Contains(one.Code)).Select(Option)]);
    }

    /// <summary>Adds the rows that the form shows at first; false when it takes none.</summary>
    public async Task<bool> FillAsync(Guid caseId, FormDefinition form, FormAnswers answers, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        if (form.TakenFrom(FormSources.Custody) is not { } list)
        {
            return false;
        }

        var held = (await custody.ListAsync(caseId, ct)).Where(line => line.Item.ReturnedAt is null).OrderBy(line => line.Item.Id);
        answers[list.Key] = new JsonArray([.. held.Take(list.MaxRows).Select(line => new JsonObject
        {
            ["what"] = line.What,
            ["kind"] = line.Item.Kind.ToString().ToLowerInvariant(),
            ["count"] = line.Count,
        })]);
        return true;
    }

    private static FormOption Option(Case file) => new(file.Code, file.IsChild
        ? new LocalizedText($"{file.Code} (бала)", $"{file.Code} (ребёнок)", $"{file.Code} (child)")
        : new LocalizedText($"{file.Code} (заңды өкілі)", $"{file.Code} (законный представитель)", $"{file.Code} (legal representative)"));
}
