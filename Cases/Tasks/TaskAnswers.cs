using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>Drafts and answers of tasks, always sealed; and what of them belongs to the vault or may route a workflow.</summary>
public sealed class TaskAnswers(CaseDb db, CurrentActor actor, Vault vault, FormCatalog forms, TimeProvider time)
{
    internal const string AnswersPurpose = "answers";
    private const string DraftPurpose = "draft";

    internal async Task SaveDraftAsync(UserTask task, FormAnswers typed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (actor.Value.UserId is not { } user)
        {
            return;
        }

        var draft = await FindDraftAsync(task.Id, user, ct)
            ?? db.TaskDrafts.Add(new TaskDraft { TaskId = task.Id, UserId = user, Sealed = [] }).Entity;
        draft.Sealed = await vault.SealAsync(task.CaseId, DraftPurpose, draft.Id, typed, ct);
        draft.SavedAt = time.GetUtcNow();
    }

    internal async Task<SavedDraft> OpenDraftAsync(Guid caseId, TaskDraft draft, CancellationToken ct) =>
        new(await vault.OpenAnswersAsync(caseId, DraftPurpose, draft.Id, draft.Sealed, ct), draft.SavedAt);

    /// <summary>The answers of a completed task, those of this transaction included; null when there are none. For steps of the procedure: no right is asked.</summary>
    public async Task<FormAnswers?> LoadAsync(UserTask task, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var stored = db.SealedAnswers.Local.FirstOrDefault(row => row.TaskId == task.Id)
            ?? await db.SealedAnswers.AsNoTracking().FirstOrDefaultAsync(row => row.TaskId == task.Id, ct);
        return stored is null ? null : await OpenAsync(stored, ct);
    }

    /// <summary>
    /// Questions of a form that the acting person must not answer: the case already holds a value which the person may not
    /// read. It is neither shown nor overwritten; what somebody else recorded stays.
    /// </summary>
    public async Task<IReadOnlySet<string>> WithheldAsync(Guid caseId, FormDefinition form, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        // What a paper prints is asked anew for each paper (an authority's second decision), so it is the asked person's own.
        var unreadable = form.All()
            .Where(component => component.VaultKey is { } key && !key.StartsWith("paper.", StringComparison.Ordinal) && !actor.Value.MayRead(key))
            .ToList();
        if (unreadable.Count == 0)
        {
            return new HashSet<string>();
        }

        var stored = await vault.StoredKeysAsync(caseId, ct);
        return unreadable.Where(component => stored.Contains(component.VaultKey!)).Select(component => component.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Seals the answers, writes the vault values among them, drops the winner's draft; returns the facts for the workflow.</summary>
    internal async Task<IReadOnlyDictionary<string, object?>> StoreAsync(UserTask task, FormAnswers given, CancellationToken ct)
    {
        var form = forms.Contains(task.FormId) ? forms.Get(task.FormId, task.FormVersion) : null;
        if (form is not null)
        {
            given = given.Without(await WithheldAsync(task.CaseId, form, ct));
        }

        await KeepAsync(task.CaseId, task.Id, task.FormId, task.FormVersion, given, ct);
        if (actor.Value.UserId is { } user && await FindDraftAsync(task.Id, user, ct) is { } draft)
        {
            db.TaskDrafts.Remove(draft);
        }

        if (form is null)
        {
            return new Dictionary<string, object?>();
        }

        // Who may not read a value was shown an empty field: leaving it empty must not remove what a colleague wrote.
        var values = form.VaultValuesOf(given).Where(pair => pair.Value.Length > 0 || actor.Value.MayRead(pair.Key));
        await vault.PutAllAsync(task.CaseId, values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value), ct);
        return form.FactsOf(given);
    }

    internal Task<FormAnswers> OpenAsync(SealedAnswers kept, CancellationToken ct) => vault.OpenAnswersAsync(kept.CaseId, AnswersPurpose, kept.Id, kept.Sealed, ct);

    /// <summary>
    /// Keeps answers sealed. Those of no task are kept under the mark of the form they were sent by, which is what keeps a
    /// form sent twice from being recorded twice: <see cref="CaseRuleException"/> for the second.
    /// </summary>
    internal async Task<SealedAnswers> KeepAsync(Guid caseId, Guid? taskId, string formId, string formVersion, FormAnswers given, CancellationToken ct)
    {
        var row = new SealedAnswers
        {
            CaseId = caseId,
            TaskId = taskId,
            FormId = formId,
            FormVersion = formVersion,
            Sealed = [],
            CreatedAt = time.GetUtcNow(),
            ActorId = actor.Value.UserId,
        };
        if (taskId is null)
        {
            row.Id = await SentForms.KeyAsync(given, mark => db.SealedAnswers.AnyAsync(kept => kept.Id == mark, ct));
        }

        row.Sealed = await vault.SealAsync(caseId, AnswersPurpose, row.Id, given, ct);
        db.SealedAnswers.Add(row);
        if (taskId is null)
        {
            await SentForms.SaveAsync(db, ct);
        }

        return row;
    }

    private Task<TaskDraft?> FindDraftAsync(Guid taskId, Guid user, CancellationToken ct) =>
        db.TaskDrafts.SingleOrDefaultAsync(draft => draft.TaskId == taskId && draft.UserId == user, ct);
}
