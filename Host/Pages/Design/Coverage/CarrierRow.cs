using Pana.Cases;

namespace Pana.Portal.Pages.Design.Coverage;

/// <summary>One carrier in words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it is called, in the reader's language where it has words in it.</param>
/// <param name="Language">The language of the text when it is not the reader's; null otherwise.</param>
/// <param name="Code">The workflow of a step, the address of a page; empty for everything else.</param>
/// <param name="Path">Where it is changed; null for events and pages.</param>
/// <param name="IsLost">Whether it is in use no more.</param>
internal sealed record CarrierRow(CarrierKind Kind, string Text, string? Language, string Code, string? Path, bool IsLost);
