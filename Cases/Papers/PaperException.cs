namespace Pana.Cases;

/// <summary>A paper cannot be made, signed or changed; the message says why and what to do.</summary>
public sealed class PaperException(LocalizedText words, Exception? cause = null) : InvalidOperationException(words.En, cause)
{
    /// <summary>A reason that only English tells: it concerns files, not people.</summary>
    public PaperException(string message, Exception? cause = null)
        : this(LocalizedText.Same(message), cause)
    {
    }

    /// <summary>The message in three languages.</summary>
    public LocalizedText Words { get; } = words;
}
