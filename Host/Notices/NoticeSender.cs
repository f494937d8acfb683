using Microsoft.EntityFrameworkCore;
using Pana.Activities;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.Notices;

/// <summary>
/// Turns a notice to a party into one letter for each of its people who may know of the case. The letters' keys come
/// from the notice's id, so that a repetition adds none.
/// </summary>
internal sealed class NoticeSender(IdentityDb accounts, CaseDb cases, DbSession session, Outbox outbox, ILogger<NoticeSender> logger) : IOutboxSender
{
    public string Kind => Notify.OutboxKind;

    public async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        var notice = Notice.Read(message.Body);
        var people = await accounts.Users.AsNoTracking()
            .Where(a => a.DisabledAt == null && (notice.Agency != null ? a.AgencyId == notice.Agency : a.OrganisationId == notice.Organisation))
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
        var letters = 0;
        await session.InTransactionAsync(
            async token =>
            {
                foreach (var person in people.Where(p => !string.IsNullOrEmpty(p.Email)))
                {
                    if (await MayKnowAsync(person, notice, token))
                    {
                        await outbox.AddAsync(
                            Letter.OutboxKind, new Letter(person.Id, notice.Code).Write(), message.CorrelationId, $"{message.Id}:{person.Id:N}", token);
                        letters++;
                    }
                }
            },
            ct);
        if (letters == 0)
        {
            PortalLog.NoticeForNobody(logger, message.Id);
        }
    }

    /// <summary>Staff who may open the case; of an agency its officers, who have no case pages. Never one from whom it is hidden.</summary>
    private async Task<bool> MayKnowAsync(Account person, Notice notice, CancellationToken ct)
    {
        var actor = person.ToActor();
        if (notice.Agency is null)
        {
            return await cases.Cases.VisibleTo(actor, cases).AnyAsync(file => file.Code == notice.Code, ct);
        }

        return (actor.Is(Role.AuthorityOfficer) || actor.Is(Role.PoliceRepresentative))
            && !await cases.CaseExclusions.AnyAsync(
                hidden => hidden.UserId == person.Id && cases.Cases.Any(file => file.Id == hidden.CaseId && file.Code == notice.Code), ct);
    }
}
