namespace Pana.Cases;

/// <summary>A paper cannot be made, signed or changed; the message says why and what to do.</summary>
public sealed class PaperException(string message, Exception? cause = null) : InvalidOperationException(message, cause);
