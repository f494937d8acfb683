using System.Text.Json;
using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Records an event that a person enters by a form of its own, outside any task: a contraindication, a withdrawal, a police report.</summary>
public sealed class HandRecords(CaseDb db, DbSession session, CurrentActor actor, TaskAnswers answers, Vault vault, CaseLedger ledger)
{
    /// <summary>
    /// Keeps the answers sealed, writes those that are values of the case into the vault, and records the event with the
    /// form's facts, all in one transaction. <see cref="CaseRuleException"/> when the procedure does not allow it now.
    /// </summary>
    public Task<CaseEvent> RecordAsync(
        Case file, string eventName, FormDefinition form, FormAnswers given, DateTimeOffset? occurredAt, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(given);
        return session.InRepeatableTransactionAsync(async token =>
        {
            var kept = await answers.KeepAsync(file.Id, null, form.Id, form.Version, given, token);
            // This form starts empty, so an empty field says nothing about an older value.
            foreach (var (key, value) in form.VaultValuesOf(given).Where(pair => pair.Value.Length > 0))
            {
                await vault.PutAsync(file.Id, key, actor.Value.MayRead(key) ? value : Joined(await vault.GetAsync(file.Id, key, token), value), token);
            }

            var facts = JsonSerializer.SerializeToNode(form.FactsOf(given)) as JsonObject ?? [];
            facts["answers"] = kept.Id.ToString();
            var recorded = await ledger.RecordAsync(file, eventName, occurredAt, facts, token);
            await db.SaveChangesAsync(token);
            return recorded;
        }, ct);
    }

    /// <summary>What a person may not read is not overwritten: a new finding is added to it, a choice to the choices, a text below the text.</summary>
    private static string Joined(string? before, string added)
    {
        if (string.IsNullOrEmpty(before) || before == added)
        {
            return added;
        }

        if (before.StartsWith('[') && added.StartsWith('[') && JsonNode.Parse(before) is JsonArray old && JsonNode.Parse(added) is JsonArray fresh)
        {
            return new JsonArray([.. old.Concat(fresh).Select(node => node?.ToString()).Distinct().Select(text => JsonValue.Create(text))]).ToJsonString();
        }

        return $"{before}\n{added}";
    }
}
