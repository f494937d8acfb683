namespace Pana.Tests;

/// <summary>The checkout the tests run in.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Pana.slnx</c>, found upwards from the test program.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pana.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Expected to run inside a checkout with Pana.slnx above {AppContext.BaseDirectory}; found none. Run the tests from the repository.");
    }
}
