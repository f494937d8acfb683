namespace Pana.Cases;

/// <summary>One table of a report.</summary>
/// <param name="Key">What it counts: <c>stages</c>, <c>grounds</c>, <c>limits</c>, <c>services</c>, <c>outcomes</c>, <c>refusals</c>, <c>contracts</c>, <c>quality</c>.</param>
/// <param name="Rows">Its rows in order.</param>
public sealed record ReportTable(string Key, IReadOnlyList<ReportRow> Rows);

/// <summary>A row: what is counted, and how many; null is hidden because few people are in it (<see cref="SmallCells"/>).</summary>
/// <param name="Key">A stage, an obligation with <c>:late</c> or <c>:met</c>, a ground of paragraph 5, a kind of service, an event name, <c>ended</c>, <c>yes</c> or <c>no</c>.</param>
/// <param name="Count">People, or limits for <c>limits</c>.</param>
/// <param name="Services">Services given, for <c>services</c>; hidden with the people.</param>
public sealed record ReportRow(string Key, int? Count, int? Services = null);
