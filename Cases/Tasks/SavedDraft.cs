namespace Pana.Cases;

/// <summary>What a person had typed into a task, and when it was last saved.</summary>
public sealed record SavedDraft(FormAnswers Answers, DateTimeOffset SavedAt);
