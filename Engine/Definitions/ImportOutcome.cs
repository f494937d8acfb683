namespace Pana.Engine;

/// <summary>What became of a definition file.</summary>
public enum ImportOutcome
{
    /// <summary>It is what was imported before.</summary>
    Unchanged,

    /// <summary>It was new or newer, and is published.</summary>
    Published,

    /// <summary>A designer had changed the definition; the file is a draft beside it.</summary>
    DraftBesideEdited,
}
