namespace Pana.Engine;

/// <summary>What runs after an answer with this status code.</summary>
public sealed record HttpStatusCodeCase(int StatusCode, Activity? Activity);
