namespace Pana.Benchmarks;

/// <summary>How far a family is played: that many answers, or to the end and beyond it until the case is closed.</summary>
internal sealed record FamilyPlan(int Answers, bool HasChild, bool Recognised = true, bool IsClosed = false)
{
    /// <summary>Time between two acts: of open cases so little that some of their limits still run when the last is played.</summary>
    public TimeSpan Pace => IsClosed ? TimeSpan.FromHours(2) : TimeSpan.FromMinutes(15);

    public static IReadOnlyList<FamilyPlan> Open { get; } =
        [.. new[] { 0, 1, 2, 3, 5, 7, 9, 11, 13, 16, 20 }.SelectMany(answers => new[] { new FamilyPlan(answers, false), new FamilyPlan(answers * 2, true) })];

    public static IReadOnlyList<FamilyPlan> Closed { get; } =
        [new(100, false, IsClosed: true), new(100, true, IsClosed: true), new(100, false, Recognised: false), new(100, false, IsClosed: true)];
}
