using Pana.Tests;

namespace Pana.Tests.Browser;

/// <summary>Where pictures of pages go: <c>docs/pictures</c> when PANA_PICTURES is set, else a folder that is thrown away.</summary>
internal static class Pictures
{
    public static string Folder { get; } = Make();

    private static string Make() =>
        Environment.GetEnvironmentVariable("PANA_PICTURES") is { Length: > 0 }
            ? Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "pictures")).FullName
            : Directory.CreateTempSubdirectory("pana-pictures-").FullName;
}
