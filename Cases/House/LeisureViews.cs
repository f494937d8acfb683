namespace Pana.Cases;

/// <summary>An activity of a plan with the days on which it was held.</summary>
/// <param name="Mark">Names the row without saying it: an unchanged activity keeps its held days in the next version.</param>
/// <param name="What">The activity.</param>
/// <param name="When">A date, or a period such as «every Tuesday».</param>
/// <param name="Responsible">The post that answers for it.</param>
/// <param name="Place">Where.</param>
/// <param name="Whom">For whom: a group, never a name.</param>
/// <param name="Held">Days on which it was held, struck ones among them, the earliest first.</param>
public sealed record LeisureRow(string Mark, string What, string When, string Responsible, string Place, string Whom, IReadOnlyList<LeisureHeld> Held);

/// <summary>One version of a plan, opened, with the versions there are.</summary>
/// <param name="Period">For when.</param>
/// <param name="Version">The version.</param>
/// <param name="Given">What stands in it.</param>
/// <param name="Rows">Its activities in order.</param>
/// <param name="Versions">All versions, the newest first.</param>
public sealed record LeisureView(PlanPeriod Period, LeisureVersion Version, FormAnswers Given, IReadOnlyList<LeisureRow> Rows, IReadOnlyList<LeisureVersion> Versions)
{
    /// <summary>The version in force: the newest approved one; null before the first approval.</summary>
    public LeisureVersion? InForce => Versions.FirstOrDefault(version => version.ApprovedAt is not null);

    /// <summary>The version being written or waiting for the head; null when there is none.</summary>
    public LeisureVersion? Draft => Versions.FirstOrDefault(version => version.ApprovedAt is null);
}

/// <summary>A plan as the list shows it.</summary>
/// <param name="Period">For when.</param>
/// <param name="InForce">The newest approved version; null before the first approval.</param>
/// <param name="Draft">The version being written or waiting; null when there is none.</param>
/// <param name="Activities">How many activities the version in force has, or else the draft.</param>
/// <param name="Held">How many of them were held at least once.</param>
public sealed record LeisureLine(PlanPeriod Period, LeisureVersion? InForce, LeisureVersion? Draft, int Activities, int Held);
