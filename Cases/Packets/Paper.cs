namespace Pana.Cases;

/// <summary>A document of the case, sealed in the vault. A signed one never changes; rendering again makes a new version.</summary>
public sealed class Paper
{
    /// <summary>Id of the paper.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>For example <c>application</c>, <c>assessment-sheet</c>, <c>contract</c>.</summary>
    public required string Kind { get; set; }

    /// <summary><c>kk</c> or <c>ru</c>.</summary>
    public required string Language { get; set; }

    /// <summary>1 for the first rendering of its kind and language in the case.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Version of the template it was made with.</summary>
    public required string TemplateVersion { get; set; }

    /// <summary>Mask of the roles of the organisation that may open it (<see cref="PaperKind.ReaderMask"/> when it was made); 0 for everybody who may open the case.</summary>
    public int ReaderMask { get; set; }

    /// <summary>Draft or signed.</summary>
    public PaperState State { get; set; }

    /// <summary>The bytes, encrypted under the case's key (purpose <c>paper</c>, row id = <see cref="Id"/>).</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>SHA-256 of the bytes before sealing.</summary>
    public required byte[] Sha256 { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was frozen.</summary>
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>Signatures so far.</summary>
    public List<PaperSignature> Signatures { get; set; } = [];
}
