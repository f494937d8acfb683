namespace Pana.Cases;

/// <summary>A paper with the code of its case and without its content.</summary>
public sealed record PaperSight(Guid Id, Guid CaseId, string Code, string Kind, string Language, int Version, PaperState State, DateTimeOffset CreatedAt);

/// <summary>Papers with the codes of their cases. Narrow with <see cref="Visibility"/> first: an officer sees papers, never cases.</summary>
public static class PaperSights
{
    /// <summary>Adds the code of the case; the sealed content stays in the database.</summary>
    public static IQueryable<PaperSight> WithCode(this IQueryable<Paper> papers, CaseDb db) =>
        papers.Join(db.Cases, paper => paper.CaseId, file => file.Id, (paper, file) =>
            new PaperSight(paper.Id, paper.CaseId, file.Code, paper.Kind, paper.Language, paper.Version, paper.State, paper.CreatedAt));
}
