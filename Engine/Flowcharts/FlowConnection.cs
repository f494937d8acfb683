namespace Pana.Engine;

/// <summary>A connection between two activities of a flowchart, by their numbers.</summary>
internal readonly record struct FlowConnection(int Source, string Port, int Target);
