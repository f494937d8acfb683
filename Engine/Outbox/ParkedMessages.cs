namespace Pana.Engine;

/// <summary>Messages of one kind that wait because nothing registered delivers it.</summary>
public sealed record ParkedMessages(string Kind, long Count);
