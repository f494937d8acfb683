using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Pana.Engine;

/// <summary>Registers what the engine needs on SQLite and PostgreSQL.</summary>
internal static class SqlStoreRegistration
{
    public static void AddSqlStore(this IServiceCollection services, DatabaseSource source)
    {
        services.AddSingleton(source);
        services.AddScoped<DbSession>();
        services.AddScoped<IWorkflowStore>(source.Kind == DatabaseKind.Postgres
            ? s => new PostgresWorkflowStore(s.GetRequiredService<DbSession>(), s.GetRequiredService<TimeProvider>())
            : s => new SqliteWorkflowStore(s.GetRequiredService<DbSession>()));
    }

    /// <summary>Messages that leave after the commit. Without <see cref="AddPollers"/> call <see cref="OutboxDispatcher.DispatchDueAsync"/>.</summary>
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddScoped<Outbox>();
        services.TryAddSingleton<OutboxDispatcher>();
    }

    /// <summary>Requests to servers, and answers to requests.</summary>
    public static void AddHttpActivities(this IServiceCollection services)
    {
        services.AddScoped<HttpExchange>();
        services.TryAddSingleton<HttpRequestClient>();
        services.AddScoped<IOutboxSender, HttpRequestSender>();
    }

    /// <summary>Due timers are fired and the outbox is sent in the background.</summary>
    public static void AddPollers(this IServiceCollection services)
    {
        services.AddHostedService(s => s.GetRequiredService<TimerPoller>());
        services.AddHostedService(s => s.GetRequiredService<OutboxDispatcher>());
    }

    public static void AddScripting(this IServiceCollection services, ScriptLimits limits)
    {
        services.AddSingleton<IExpressionEvaluator>(new JavaScriptEvaluator(limits));
        services.AddSingleton<IExpressionEvaluator>(new LiquidEvaluator(limits));
    }
}
