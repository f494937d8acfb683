namespace Pana.Cases;

/// <summary>Sealed bytes cannot be opened: changed, from another row or case, or the key is destroyed.</summary>
public sealed class VaultException(string message, Exception? cause = null) : InvalidOperationException(message, cause);
