namespace Pana.Cases;

/// <summary>One version of a form, a document, the calendar, the limits or the staffing norms. Its body never changes once it is published.</summary>
public sealed class ContentVersion
{
    /// <summary>Id of the version.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>What it is.</summary>
    public ContentKind Kind { get; set; }

    /// <summary>Which one: a form's id, a paper's kind, <c>kz</c>, <c>limits</c>, <c>staffing</c>.</summary>
    public required string Key { get; set; }

    /// <summary>1 for the first; drafts have the number they will be published with.</summary>
    public int Number { get; set; }

    /// <summary>The first 12 hexadecimal digits of the body's SHA-256; a task keeps the one of its form.</summary>
    public required string Digest { get; set; }

    /// <summary>The whole content as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>First day for which it holds, the organisation's own date; null for always. Only limits have one.</summary>
    public DateOnly? AppliesFrom { get; set; }

    /// <summary>SHA-256 of the file it was imported from; null when a designer wrote it.</summary>
    public string? ImportedHash { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Who changed it last; null for an import.</summary>
    public Guid? ChangedById { get; set; }

    /// <summary>The name, as it was then.</summary>
    public string ChangedByName { get; set; } = "";

    /// <summary>When it was published; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Who published it; null for an import.</summary>
    public Guid? PublishedById { get; set; }

    /// <summary>The name, as it was then.</summary>
    public string? PublishedByName { get; set; }

    /// <summary>Whether it is the newest published one.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>Counts changes; a page sends it back to show what it was looking at.</summary>
    public int Revision { get; set; }

    /// <summary>Not published yet.</summary>
    public bool IsDraft => PublishedAt is null;

    /// <summary>How the audit names it, for example <c>Form/application/2</c>.</summary>
    public string Subject => $"{Kind}/{Key}/{Number}";
}
