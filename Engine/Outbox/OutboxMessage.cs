namespace Pana.Engine;

/// <summary>
/// Something that leaves the database. <see cref="Id"/> stays the same at every attempt, so that a receiver can
/// ignore a repetition; <see cref="Body"/> holds ids and codes, personal data is looked up when it is sent.
/// </summary>
public sealed record OutboxMessage(string Id, string Kind, string Body)
{
    public string? CorrelationId { get; init; }
}
