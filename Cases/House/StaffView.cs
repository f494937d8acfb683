namespace Pana.Cases;

/// <summary>An organisation's posts against the norms for the recipients it has now.</summary>
/// <param name="Recipients">Open cases, children too (p27, A-36).</param>
/// <param name="Children">The children among them.</param>
/// <param name="StudyGroups">Study groups, as the head says.</param>
/// <param name="Lines">Post by post, in the order of Appendix 3.</param>
public sealed record StaffView(int Recipients, int Children, int StudyGroups, IReadOnlyList<StaffLine> Lines)
{
    /// <summary>The most recipients that Appendix 3 has norms for.</summary>
    public const int MostRegulated = 50;

    /// <summary>Whether the appendix has norms for so many recipients at all.</summary>
    public bool IsRegulated => Recipients <= MostRegulated;
}
