namespace Pana.Cases;

/// <summary>An evaluation with its words and who made it.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Words">What was found.</param>
/// <param name="Agency">The authorised body; null for the organisation's head.</param>
public sealed record QualityLine(QualityEvaluation Evaluation, string Words, LocalizedText? Agency);
