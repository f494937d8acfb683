namespace Pana.Cases;

/// <summary>A recipient as the plan of rooms shows one: by code.</summary>
public sealed record Roomer(Guid CaseId, Guid FamilyId, string Code, bool IsChild, CaseState State, Guid? RoomId, DateTimeOffset? Since);

/// <summary>A room with who is in it and what is wrong.</summary>
public sealed record RoomView(Room Room, IReadOnlyList<Roomer> Roomers, IReadOnlyList<RoomConflict> Conflicts)
{
    /// <summary>Beds that nobody has; never negative.</summary>
    public int Free => Math.Max(0, Room.Beds - Roomers.Count);
}

/// <summary>All rooms of an organisation, who has none, and whose families are apart.</summary>
public sealed record HouseView(IReadOnlyList<RoomView> Rooms, IReadOnlyList<Roomer> Unplaced, IReadOnlyList<(Roomer Child, Roomer Parent)> Apart)
{
    /// <summary>Beds of all rooms.</summary>
    public int Beds => Rooms.Sum(room => room.Room.Beds);

    /// <summary>People in all rooms.</summary>
    public int Taken => Rooms.Sum(room => room.Roomers.Count);
}
