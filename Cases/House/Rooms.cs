using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Rooms and beds: capacity, who is where, and what does not fit (p9 1) 3)). A recipient leaves the bed when the case is over.</summary>
public sealed class Rooms(CaseDb db, DbSession session, CurrentActor actor, Vault vault, AuditTrail audit, TimeProvider time) : ICaseEventListener
{
    // More than an organisation of Appendix 3 can have, by far.
    private const int Most = 500;

    /// <summary>The acting person's organisation as it is now. Only cases the person may open are named.</summary>
    public async Task<HouseView> NowAsync(CancellationToken ct = default)
    {
        var organisation = actor.Value.OrganisationId;
        var rooms = await db.Rooms.AsNoTracking().Where(room => room.OrganisationId == organisation && room.ClosedAt == null).ToListAsync(ct);
        var roomers = (await db.Cases.AsNoTracking().VisibleTo(actor.Value, db)
                .Where(file => !Case.OverStates.Contains(file.State))
                .OrderBy(file => file.Id).Take(Most)
                .Select(file => new
                {
                    file.Id,
                    file.FamilyId,
                    file.Code,
                    file.IsChild,
                    file.State,
                    file.RepresentativeCaseId,
                    Stay = db.BedStays.Where(stay => stay.CaseId == file.Id && stay.Until == null).Select(stay => new { stay.RoomId, stay.Since }).FirstOrDefault(),
                })
                .ToListAsync(ct))
            .ConvertAll(file => (Roomer: new Roomer(file.Id, file.FamilyId, file.Code, file.IsChild, file.State, file.Stay?.RoomId, file.Stay?.Since), file.RepresentativeCaseId));
        var adults = roomers.Where(one => one.Roomer is { IsChild: false, RoomId: not null }).Select(one => one.Roomer.CaseId).ToList();
        var sexes = (await vault.GetManyAsync(adults, ["person.sex"], ct)).ToDictionary(values => values.Key, values => values.First().Value);
        var apart = roomers.Where(one => one.Roomer.IsChild)
            .Select(one => (Child: one.Roomer, Parent: roomers.Find(other => other.Roomer.CaseId == one.RepresentativeCaseId).Roomer))
            .Where(pair => pair.Parent?.RoomId is { } room && pair.Child.RoomId != room)
            .ToList();
        var views = rooms.OrderBy(room => room.Name, StringComparer.CurrentCulture).Select(room =>
        {
            var inside = roomers.Where(one => one.Roomer.RoomId == room.Id).Select(one => one.Roomer).ToList();
            return new RoomView(room, inside, [.. Conflicts(room, inside, sexes, apart)]);
        });
        return new HouseView([.. views], [.. roomers.Where(one => one.Roomer.RoomId is null).Select(one => one.Roomer)], apart);
    }

    /// <summary>Adds a room, or renames one and counts its beds anew.</summary>
    public Task SaveAsync(Guid? id, string name, int beds, CancellationToken ct = default)
    {
        var organisation = actor.Organisation;
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var room = id is { } known
                    ? await FindAsync(known, organisation, token)
                    : db.Rooms.Add(new Room { OrganisationId = organisation, Name = name }).Entity;
                (room.Name, room.Beds) = (name, beds);
                audit.NoteFor(organisation, "room.saved", room.Id.ToString(), new JsonObject { ["beds"] = beds });
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    /// <summary>Gives a room up. False while somebody is in it.</summary>
    public Task<bool> CloseAsync(Guid id, CancellationToken ct = default)
    {
        var organisation = actor.Organisation;
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var room = await FindAsync(id, organisation, token);
                if (await db.BedStays.AnyAsync(stay => stay.RoomId == id && stay.Until == null, token))
                {
                    return false;
                }

                room.ClosedAt = time.GetUtcNow();
                audit.NoteFor(organisation, "room.closed", room.Id.ToString());
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    /// <summary>Places a recipient in a room, or in none; the stay before ends. <see cref="CaseRuleException"/> when the case is over or the room is not the organisation's.</summary>
    public Task PlaceAsync(Case file, Guid? roomId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                if (file.IsOver)
                {
                    throw new CaseRuleException("Rule.CaseIsOver", $"Case {file.Code} is over; nobody can be placed in a room by it.", file.Code);
                }

                if (roomId is { } wanted)
                {
                    await FindAsync(wanted, file.OrganisationId, token);
                }

                await LeaveAsync(file.Id, token);
                if (roomId is { } room)
                {
                    db.BedStays.Add(new BedStay { RoomId = room, CaseId = file.Id, Since = time.GetUtcNow(), PlacedById = actor.Value.UserId });
                }

                audit.Note(roomId is null ? "room.left" : "room.placed", file.Id, file.Code, roomId is null ? null : new JsonObject { ["room"] = roomId.ToString() });
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    /// <inheritdoc />
    public async Task RecordedAsync(Case file, CaseEvent recorded, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.IsOver)
        {
            await LeaveAsync(file.Id, ct);
        }
    }

    private static IEnumerable<RoomConflict> Conflicts(Room room, List<Roomer> inside, Dictionary<Guid, string> sexes, List<(Roomer Child, Roomer Parent)> apart)
    {
        if (inside.Count > room.Beds)
        {
            yield return RoomConflict.Overfull;
        }

        if (apart.Exists(pair => pair.Child.RoomId == room.Id || pair.Parent.RoomId == room.Id))
        {
            yield return RoomConflict.FamilyApart;
        }

        var adults = inside.Where(one => !one.IsChild).ToList();
        if (adults.Exists(one => adults.Exists(other => other.FamilyId != one.FamilyId
            && sexes.TryGetValue(one.CaseId, out var sex) && sexes.TryGetValue(other.CaseId, out var another) && sex != another)))
        {
            yield return RoomConflict.MixedSex;
        }
    }

    private async Task LeaveAsync(Guid caseId, CancellationToken ct)
    {
        foreach (var stay in await db.BedStays.Where(stay => stay.CaseId == caseId && stay.Until == null).ToListAsync(ct))
        {
            stay.Until = time.GetUtcNow();
        }
    }

    private async Task<Room> FindAsync(Guid id, Guid organisation, CancellationToken ct) =>
        await db.Rooms.SingleOrDefaultAsync(room => room.Id == id && room.OrganisationId == organisation && room.ClosedAt == null, ct)
        ?? throw new CaseRuleException("Rule.NoSuchRoom", $"Room {id} is not one of the organisation's, or was given up. Choose one of the list.");
}
