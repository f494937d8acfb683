namespace Pana.Portal.Start;

/// <summary>The settings do not allow a start; holds every defect at once.</summary>
public sealed class StartRefusedException(string environment, IReadOnlyList<string> defects)
    : Exception($"Pana does not start in {environment}: {defects.Count} setting(s) need attention.{string.Concat(defects.Select(d => $"{Environment.NewLine}  - {d}"))}")
{
    /// <summary>What is missing or wrong, each with how to give it.</summary>
    public IReadOnlyList<string> Defects { get; } = defects;
}
