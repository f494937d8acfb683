namespace Pana.Cases;

/// <summary>Whether a day is worked and why. <see cref="Source"/> is the act that says so; null for an ordinary weekday or weekend.</summary>
public sealed record DayInfo(DateOnly Date, bool IsOff, LocalizedText Reason, LocalizedText? Source);
