using Pana.Cases;

namespace Pana.Tests.Cases;

/// <summary>The forms and papers of the repository, read once.</summary>
internal static class Shipped
{
    public static string Workflows { get; } = Path.Combine(Repository.Root, "Workflows");

    public static FormCatalog Forms { get; } = FormCatalog.Load(Workflows);

    public static PaperTemplates Papers { get; } = PaperTemplates.Load(Workflows);
}
