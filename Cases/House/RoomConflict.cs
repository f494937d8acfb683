namespace Pana.Cases;

/// <summary>What is wrong with who lives where.</summary>
public enum RoomConflict
{
    /// <summary>More people than beds.</summary>
    Overfull,

    /// <summary>A child in another room than the parent, or without one while the parent has (p9 1) 3), p26).</summary>
    FamilyApart,

    /// <summary>Adults of different sex who are no family (p9 1) 3)).</summary>
    MixedSex,
}
