namespace Pana.Engine;

/// <summary>An instance as it must be after the burst; the revision expected in the database, or null to insert.</summary>
internal sealed record InstanceChange(StoredInstance Instance, int? ExpectedRevision);
