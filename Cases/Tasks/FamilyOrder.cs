using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// Completes a task whose form may name other cases of the family: one order of the head for all of them (A-46). No case is
/// ever closed by another's order unless the head has named it.
/// </summary>
public sealed class FamilyOrder(CaseDb db, DbSession session, CurrentActor actor, UserTasks tasks, CaseLedger ledger, Vault vault)
{
    /// <summary>Grounds that hold for a whole family at once; the others are about one person (p36, p37).</summary>
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "recipient.requestedCompletion", "contract.terminated", "contract.fulfilledEarly", "plan.fulfilledEarly", "transfer.proposed",
    };

    /// <summary>
    /// Completes the task; for every case that its answers name, records the same ground, unless the case waits for such an
    /// order already, and completes its task of the same form with the same answers, all in one transaction. Errors as
    /// <see cref="UserTasks.CompleteAsync"/>; <see cref="CaseRuleException"/> when a case cannot be named.
    /// </summary>
    public Task<UserTask> CompleteAsync(Guid taskId, FormDefinition form, string outcome, FormAnswers given, int expectedRevision, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(given);
        var question = form.TakenFrom(FormSources.Family);
        return question is null || given.Chosen(question.Key).Count == 0
            ? tasks.CompleteAsync(taskId, outcome, given, expectedRevision, ct)
            : session.InRepeatableTransactionAsync(token => CompleteAllAsync(taskId, question.Key, outcome, given, expectedRevision, token), ct);
    }

    /// <summary>The family's other cases that an order given by a form of this id may name now.</summary>
    internal static async Task<IReadOnlyList<Case>> NameableAsync(CaseDb db, Actor actor, Guid caseId, string formId, CancellationToken ct)
    {
        var visible = db.Cases.AsNoTracking().VisibleTo(actor, db);
        if (await visible.SingleOrDefaultAsync(file => file.Id == caseId, ct) is not { } own)
        {
            return [];
        }

        var family = await visible.Where(file => file.FamilyId == own.FamilyId && file.Id != own.Id && file.ContractOn != null).OrderBy(file => file.Code).ToListAsync(ct);
        var ids = family.Select(file => file.Id).ToList();
        var waiting = await db.UserTasks.Where(task => ids.Contains(task.CaseId) && task.State == UserTaskState.Open && task.FormId == formId).Select(task => task.CaseId).ToListAsync(ct);
        return [.. family.Where(file => (waiting.Contains(file.Id) && file.EndingGround == own.EndingGround) || (file.State != CaseState.TerminationPending && MayShare(own.EndingGround, file.State)))];
    }

    private static bool MayShare(string? ground, CaseState state) => ground is not null && Shared.Contains(ground) && Transitions.Find(ground, state) is not null;

    private async Task<UserTask> CompleteAllAsync(Guid taskId, string key, string outcome, FormAnswers given, int expectedRevision, CancellationToken ct)
    {
        var named = given.Chosen(key);
        var first = await db.UserTasks.VisibleTo(actor.Value, db).Where(task => task.Id == taskId).Select(task => new { task.CaseId, task.FormId }).SingleOrDefaultAsync(ct);
        var nameable = first is null ? [] : await NameableAsync(db, actor.Value, first.CaseId, first.FormId, ct);
        if (named.FirstOrDefault(code => nameable.All(file => file.Code != code)) is { } stranger && first is not null)
        {
            throw new CaseRuleException(
                "Rule.NotInThisOrder",
                $"Case {stranger} cannot be named in this order: it is not of the family, or its state does not allow it. Possible: {string.Join(", ", nameable.Select(file => file.Code))}.",
                stranger);
        }

        var done = await tasks.CompleteAsync(taskId, outcome, given, expectedRevision, ct);
        var own = await db.Cases.SingleAsync(file => file.Id == done.CaseId, ct);
        foreach (var code in named)
        {
            var answers = FormAnswers.FromJson(given.ToJson());
            answers[key] = new JsonArray([.. named.Where(other => other != code).Prepend(own.Code).Select(other => JsonValue.Create(other))]);
            await CompleteForAsync(own, code, done, outcome, answers, ct);
        }

        return done;
    }

    private async Task CompleteForAsync(Case own, string code, UserTask first, string outcome, FormAnswers answers, CancellationToken ct)
    {
        var file = await db.Cases.SingleAsync(other => other.Code == code, ct);
        if (file.State != CaseState.TerminationPending)
        {
            await CopyAsync(own.Id, file.Id, ct);
            await ledger.RecordAsync(file, own.EndingGround!, data: new JsonObject { ["orderOf"] = own.Code }, ct: ct);
            await db.SaveChangesAsync(ct);
        }

        var theirs = await db.UserTasks.AsNoTracking().SingleOrDefaultAsync(task => task.CaseId == file.Id && task.State == UserTaskState.Open && task.FormId == first.FormId, ct)
            ?? throw new CaseRuleException(
                "Rule.NotInThisOrder",
                $"Case {file.Code} cannot be named in this order: its procedure opened no task '{first.FormId}' for {own.EndingGround}. Order its ending by itself.",
                file.Code);
        await tasks.CompleteAsync(theirs.Id, outcome, answers, theirs.Revision, ct);
    }

    // Where the person goes was said once, with the ground.
    private async Task CopyAsync(Guid from, Guid to, CancellationToken ct)
    {
        foreach (var key in (string[])["paper.transferKind", "paper.transferTo"])
        {
            if (await vault.GetAsync(from, key, ct) is { Length: > 0 } value)
            {
                await vault.PutAsync(to, key, value, ct);
            }
        }
    }
}
