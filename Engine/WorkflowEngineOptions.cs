using System.Reflection;

namespace Pana.Engine;

/// <summary>Settings of the engine.</summary>
public sealed partial class WorkflowEngineOptions
{
    internal List<Assembly> ActivityAssemblies { get; } = [];

    internal bool Memory { get; private set; }

    /// <summary>The folder whose definitions are imported at start; null imports none.</summary>
    public string? DefinitionsFolder { get; set; }

    /// <summary>How many activities one burst may begin before it is stopped as a loop without a wait. Default 10,000.</summary>
    public int MaxActivitiesPerBurst { get; set; } = 10_000;

    /// <summary>How deep workflows may execute one another. Default 32.</summary>
    public int MaxNestedWorkflows { get; set; } = 32;

    /// <summary>Whether a step that nothing leads to keeps a definition from being published. Elsa lets it lie there unrun. Default true.</summary>
    public bool LooseStepsRefused { get; set; } = true;

    /// <summary>What workflows may do over HTTP; nothing by default.</summary>
    public HttpActivitiesOptions Http { get; } = new();

    /// <summary>What scripts and templates of a definition may use up.</summary>
    public ScriptLimits Scripts { get; set; } = new();

    /// <summary>Whether due timers fire and the outbox is sent in the background of this process. Default true.</summary>
    public bool RunsInBackground { get; set; } = true;

    /// <summary>How long a message may wait for a first attempt, as when no sender is configured for its kind. Default 7 days; older ones expire.</summary>
    public TimeSpan OutboxFreshFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a sent or expired message is kept in the outbox. Default 30 days. The journal is kept apart.</summary>
    public TimeSpan OutboxKeptFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Offers the activities of an assembly.</summary>
    public void AddActivitiesFrom(Assembly assembly) => ActivityAssemblies.Add(assembly);

    /// <summary>Keeps everything in memory: for rehearsal and tests.</summary>
    public void UseMemory() => Memory = true;
}
