using System.Reflection;
using Xunit;

namespace Pana.Tests;

/// <summary>Dependencies run one way: Engine ← Cases ← Activities ← Host, Engine ← Cases ← Designer ← Host.</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string, string[]> Projects => new()
    {
        { "Pana.Engine", [] },
        { "Pana.Cases", ["Pana.Engine"] },
        { "Pana.Activities", ["Pana.Engine", "Pana.Cases"] },
        { "Pana.Designer", ["Pana.Engine", "Pana.Cases"] },
    };

    [Theory, MemberData(nameof(Projects))]
    public void A_project_uses_only_what_stands_to_its_left(string project, string[] allowed)
    {
        var assembly = Assembly.Load(project);

        var used = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Pana.", StringComparison.Ordinal));

        Assert.Empty(used.Except(allowed));
    }

    [Fact]
    public void Folders_are_named_for_what_the_system_does()
    {
        string[] refused = ["Contracts", "Services", "Models", "Enums", "Helpers", "Managers", "Utils", "Common"];

        var found = Directory.EnumerateDirectories(Repository.Root, "*", SearchOption.AllDirectories)
            .Where(d => !d.Contains("/obj", StringComparison.Ordinal) && !d.Contains("/bin", StringComparison.Ordinal)
                && !d.Contains("node_modules", StringComparison.Ordinal) && !d.Contains("/.git", StringComparison.Ordinal))
            .Where(d => refused.Contains(Path.GetFileName(d)));

        Assert.Empty(found);
    }
}
