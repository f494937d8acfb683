namespace Pana.Engine;

/// <summary>A moment that may be missing: PostgreSQL must know the type of a null.</summary>
internal readonly record struct SqlTime(object? Moment);
