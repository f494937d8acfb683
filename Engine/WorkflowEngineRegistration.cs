using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Pana.Engine;

/// <summary>Adds the engine to an application.</summary>
public static class WorkflowEngineRegistration
{
    /// <summary>
    /// Adds the engine. On SQLite and PostgreSQL the application also registers its <see cref="WorkflowDb"/>, which has
    /// the definitions.
    /// </summary>
    public static IServiceCollection AddWorkflowEngine(this IServiceCollection services, Action<WorkflowEngineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new WorkflowEngineOptions();
        configure(options);
        Validate(options);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new ActivityCatalog(options.ActivityAssemblies));
        services.AddSingleton<IExpressionEvaluator, LiteralEvaluator>();
        services.AddSingleton<IExpressionEvaluator>(new ObjectEvaluator("Object"));
        services.AddSingleton<IExpressionEvaluator>(new ObjectEvaluator("Json"));
        services.AddSingleton<IExpressionEvaluator, VariableEvaluator>();
        services.AddSingleton<IExpressionEvaluator, InputEvaluator>();
        services.AddSingleton<IExpressionEvaluator, OutputEvaluator>();
        services.AddScripting(options.Scripts);
        services.AddSingleton<ExpressionEvaluators>();
        services.AddSingleton<DefinitionCompiler>();
        services.AddSingleton<CompiledWorkflows>();
        services.AddSingleton<EventTriggers>();
        services.AddSingleton<BurstServices>();
        services.AddSingleton<DefinitionTimers>();
        services.AddScoped(s => new DefinitionValidator(s.GetRequiredService<ActivityCatalog>(), s.GetRequiredService<ExpressionEvaluators>(), s.GetServices<IDefinitionCheck>(), options.LooseStepsRefused));
        services.AddScoped<DefinitionUses>();
        services.AddScoped(s => new DefinitionStore(
            s.GetRequiredService<IDefinitionRows>(),
            s.GetRequiredService<DefinitionValidator>(),
            s.GetRequiredService<DefinitionUses>(),
            s.GetRequiredService<EventTriggers>(),
            s.GetRequiredService<DefinitionTimers>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new DefinitionImporter(
            s.GetRequiredService<DefinitionStore>(),
            s.GetRequiredService<IDefinitionRows>(),
            s.GetRequiredService<DefinitionValidator>(),
            s.GetRequiredService<ILogger<DefinitionImporter>>()));
        services.TryAddSingleton<TimerPoller>();
        services.AddScoped(s => new WorkflowRuntime(s.GetRequiredService<BurstServices>(), s, s.GetRequiredService<IWorkflowStore>()));
        if (options.Source is { } source)
        {
            services.AddSqlStore(source);
            services.AddScoped<IDefinitionRows, SqlDefinitionRows>();
            services.AddOutbox();
            services.AddHttpActivities();
            if (options.RunsInBackground)
            {
                services.AddPollers();
            }
        }
        else
        {
            services.AddSingleton<MemoryData>();
            services.AddScoped<IWorkflowStore, MemoryWorkflowStore>();
            services.AddScoped<IDefinitionRows, MemoryDefinitionRows>();
        }

        return services;
    }

    private static void Validate(WorkflowEngineOptions options)
    {
        if (options.Memory == options.Source is not null)
        {
            throw new InvalidOperationException("AddWorkflowEngine needs exactly one of UseSqlite, UsePostgres and UseMemory. Call one of them on the options.");
        }

        if (options.MaxActivitiesPerBurst < 1 || options.MaxNestedWorkflows < 1)
        {
            throw new InvalidOperationException("MaxActivitiesPerBurst and MaxNestedWorkflows must be at least 1. Remove the settings to use the defaults.");
        }

        if (options.OutboxFreshFor <= TimeSpan.Zero || options.OutboxKeptFor <= TimeSpan.Zero)
        {
            throw new InvalidOperationException("OutboxFreshFor and OutboxKeptFor must be longer than nothing. Remove the settings to use the defaults of 7 and 30 days.");
        }
    }
}
