using Pana.Engine;

namespace Pana.Tests.Support;

/// <summary>The command line of a portal under test or measurement: Development, the repository's workflows, a database and a data folder of its own.</summary>
internal static class PortalArguments
{
    public static string[] Of(DatabaseKind kind, string connectionString, string dataFolder, string password, string address = "http://127.0.0.1:0") =>
    [
        $"--urls={address}",
        $"--Pana:Database={kind}",
        $"--Pana:ConnectionString={connectionString}",
        $"--Pana:DataFolder={dataFolder}",
        $"--Pana:WorkflowsFolder={Path.Combine(Repository.Root, "Workflows")}",
        $"--Pana:DemoPassword={password}",
    ];
}
