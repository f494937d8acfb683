namespace Pana.Cases;

/// <summary>What the case file needs from the host. Checked when the services are first asked for.</summary>
public sealed class CasesOptions
{
    /// <summary>The key that wraps the key of every case; kept outside the database.</summary>
    public MasterKey? MasterKey { get; set; }

    /// <summary>The folder with <c>Calendar</c>, <c>Obligations</c>, <c>Texts</c>, <c>Coverage</c>, <c>Forms</c> and <c>Documents</c>.</summary>
    public string WorkflowsFolder { get; set; } = Path.Combine(AppContext.BaseDirectory, "Workflows");
}
