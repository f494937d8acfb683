namespace Pana.Cases;

/// <summary>An entry of the log with what of its sealed part the reader may see.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Giver">Who gave the service, when it was not the recorder.</param>
/// <param name="Note">The note; null when there is none or it is not the reader's.</param>
/// <param name="NoteClosed">There is a note that this reader may not read.</param>
/// <param name="StruckBecause">Why it was struck out.</param>
public sealed record ServiceLine(ServiceEntry Entry, string? Giver, string? Note, bool NoteClosed, string? StruckBecause);
