namespace Pana.Cases;

/// <summary>A thing of the register with its words.</summary>
/// <param name="Item">The thing.</param>
/// <param name="Code">Code of the case.</param>
/// <param name="What">What it is.</param>
/// <param name="Count">How many, as written.</param>
/// <param name="Marks">Marks, place of keeping.</param>
public sealed record CustodyLine(CustodyItem Item, string Code, string What, string? Count, string? Marks);
