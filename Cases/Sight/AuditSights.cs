namespace Pana.Cases;

/// <summary>An audit entry with the code of its case.</summary>
public sealed class AuditSight
{
    /// <summary>The entry.</summary>
    public required AuditEntry Entry { get; init; }

    /// <summary>Code of the case; null for acts that concern none.</summary>
    public string? Code { get; init; }
}

/// <summary>Audit entries by the codes of cases. Narrow with <see cref="Visibility"/> first: an auditor sees codes, never cases.</summary>
public static class AuditSights
{
    /// <summary>Entries of one case.</summary>
    public static IQueryable<AuditEntry> OfCase(this IQueryable<AuditEntry> entries, string code, CaseDb db) =>
        entries.Where(entry => db.Cases.Any(file => file.Id == entry.CaseId && file.Code == code));

    /// <summary>Adds the code of the case.</summary>
    public static IQueryable<AuditSight> WithCode(this IQueryable<AuditEntry> entries, CaseDb db) => entries.Select(entry => new AuditSight
    {
        Entry = entry,
        Code = db.Cases.Where(file => file.Id == entry.CaseId).Select(file => file.Code).FirstOrDefault(),
    });
}
