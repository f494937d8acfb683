using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>Notes who did or saw what, in the same transaction as the act. After noting a read, save the context.</summary>
public sealed class AuditTrail(CaseDb db, CurrentActor actor, TimeProvider time)
{
    /// <summary>Adds an entry to the context. <paramref name="subject"/> and <paramref name="detail"/> hold codes and ids only.</summary>
    public void Note(string action, Guid? caseId, string subject, JsonObject? detail = null) =>
        Add(OrganisationOf(caseId), action, caseId, subject, detail);

    /// <summary>Notes an act on something outside any case, such as an account, in the stream of the organisation it belongs to.</summary>
    public void NoteFor(Guid? organisationId, string action, string subject, JsonObject? detail = null) =>
        Add(organisationId ?? actor.Value.OrganisationId, action, null, subject, detail);

    private void Add(Guid? organisationId, string action, Guid? caseId, string subject, JsonObject? detail) =>
        db.AuditEntries.Add(new AuditEntry
        {
            OrganisationId = organisationId,
            At = time.GetUtcNow(),
            ActorId = actor.Value.UserId,
            ActorName = actor.Value.DisplayName,
            Action = action,
            CaseId = caseId,
            Subject = subject,
            Detail = detail,
        });

    /// <summary>The stream is the case's organisation, so that an agency's reading shows up where the case is kept.</summary>
    private Guid? OrganisationOf(Guid? caseId)
    {
        if (caseId is not { } id)
        {
            return actor.Value.OrganisationId;
        }

        return db.Cases.Local.FindEntry(id)?.Entity.OrganisationId
            ?? db.Cases.Where(file => file.Id == id).Select(file => (Guid?)file.OrganisationId).FirstOrDefault()
            ?? actor.Value.OrganisationId;
    }
}
