using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Keeps an application while it is being typed, for the one who types it.</summary>
public sealed class ApplicationDrafts(CaseDb db, DbSession session, CurrentActor actor, Vault vault, TimeProvider time)
{
    private const string Purpose = "application-draft";

    /// <summary>What the acting person had typed and when it was saved, or null.</summary>
    public async Task<(FormAnswers Answers, DateTimeOffset SavedAt)?> LoadAsync(Guid? earlierCaseId, CancellationToken ct = default)
    {
        if (await FindAsync(earlierCaseId, ct) is not { } draft)
        {
            return null;
        }

        return (await vault.OpenAnswersAsync(draft.OrganisationId, Purpose, draft.Id, draft.Sealed, ct), draft.SavedAt);
    }

    /// <summary>Keeps what is typed so far.</summary>
    public Task SaveAsync(FormAnswers answers, Guid? earlierCaseId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return session.InTransactionAsync(async token =>
        {
            var draft = await FindAsync(earlierCaseId, token);
            if (draft is null)
            {
                draft = new ApplicationDraft { OrganisationId = actor.Organisation, UserId = User, EarlierCaseId = earlierCaseId, Sealed = [] };
                db.ApplicationDrafts.Add(draft);
            }

            draft.Sealed = await vault.SealAsync(draft.OrganisationId, Purpose, draft.Id, answers, token);
            draft.SavedAt = time.GetUtcNow();
            await db.SaveChangesAsync(token);
        }, ct);
    }

    /// <summary>Forgets the draft: it was registered, or is not wanted.</summary>
    public Task DiscardAsync(Guid? earlierCaseId, CancellationToken ct = default) => session.InTransactionAsync(async token =>
    {
        if (await FindAsync(earlierCaseId, token) is { } draft)
        {
            db.ApplicationDrafts.Remove(draft);
            await db.SaveChangesAsync(token);
        }
    }, ct);

    private Guid User => actor.Value.UserId ?? throw new InvalidOperationException("An application draft belongs to a person; nobody is acting. Fill CurrentActor first.");

    private Task<ApplicationDraft?> FindAsync(Guid? earlierCaseId, CancellationToken ct)
    {
        var (user, organisation) = (User, actor.Organisation);
        return db.ApplicationDrafts.FirstOrDefaultAsync(
            draft => draft.UserId == user && draft.OrganisationId == organisation && draft.EarlierCaseId == earlierCaseId, ct);
    }
}
