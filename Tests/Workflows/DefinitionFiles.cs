using Pana.Engine;

namespace Pana.Tests.Workflows;

/// <summary>The definitions that are shipped.</summary>
internal static class DefinitionFiles
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "Workflows", "Definitions");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static WorkflowDefinition Parse(string name) => WorkflowDefinition.Parse(Text(name));
}
