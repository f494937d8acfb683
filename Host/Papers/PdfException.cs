namespace Pana.Portal.Papers;

/// <summary>A paper could not be printed to PDF; the message says why and what to do.</summary>
public sealed class PdfException(string message) : InvalidOperationException(message);
