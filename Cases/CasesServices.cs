using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Registers the case file.</summary>
public static class CasesServices
{
    /// <summary>Adds the case file: ledger, clocks, tasks, intake, vault, audit. Needs <see cref="AddCaseDb"/> and the workflow engine.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, Action<CasesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);

        var options = new CasesOptions();
        configure(options);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => options.MasterKey ?? throw new InvalidOperationException(
            "Expected a master key in CasesOptions.MasterKey, got none. Load one with MasterKey.Load or MasterKey.LoadOrCreate."));
        services.AddSingleton(_ => WorkingCalendar.Load(Path.Combine(options.WorkflowsFolder, "Calendar")));
        services.AddSingleton(_ => ObligationCatalog.Load(Path.Combine(options.WorkflowsFolder, "Obligations")));
        services.AddSingleton(_ => EventCatalog.Load(Path.Combine(options.WorkflowsFolder, "Texts")));
        services.AddSingleton(_ => ParagraphTexts.Load(Path.Combine(options.WorkflowsFolder, "Texts")));
        services.AddSingleton(_ => CoverageCatalog.Load(Path.Combine(options.WorkflowsFolder, "Coverage")));
        services.AddSingleton(_ => FormCatalog.Load(options.WorkflowsFolder));
        services.AddSingleton(_ => PaperTemplates.Load(options.WorkflowsFolder));
        services.AddSingleton<FormValidator>();
        services.AddSingleton<ContentLibrary>();
        services.AddHostedService<ContentWatch>();
        services.AddScoped<ContentStore>();
        services.AddScoped<ContentImporter>();
        services.AddScoped<LimitChange>();
        services.AddScoped<CalendarChange>();
        services.AddSingleton<DocumentChange>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<CaseKeys>();
        services.AddScoped<Vault>();
        services.AddScoped<BlindIndex>();
        services.AddScoped<CaseLock>();
        services.AddScoped<CaseClocks>();
        services.AddScoped<CaseLedger>();
        services.AddScoped<TaskAnswers>();
        services.AddScoped<TaskWaker>();
        services.AddScoped<UserTasks>();
        services.AddScoped<FamilyOrder>();
        services.AddScoped<CaseChoices>();
        services.AddScoped<HandRecords>();
        services.AddScoped<PlanMeasures>();
        services.AddScoped<ServiceLog>();
        services.AddScoped<ComplaintsBook>();
        services.AddSingleton(_ => StaffNorms.Load(Path.Combine(options.WorkflowsFolder, "Staffing")));
        services.AddScoped<OrganisationReport>();
        services.AddScoped<QualityEvaluations>();
        services.AddScoped<Staffing>();
        services.AddScoped<Rooms>();
        services.AddScoped<ICaseEventListener>(scope => scope.GetRequiredService<Rooms>());
        services.AddScoped<Custody>();
        services.AddScoped<ICaseEventListener>(scope => scope.GetRequiredService<Custody>());
        services.AddScoped<Offices>();
        services.AddScoped<LeisurePlans>();
        services.AddScoped<ApplicationDrafts>();
        services.AddScoped<Intake>();
        services.AddScoped<ImmediateReadmission>();
        services.AddScoped<FamilySummary>();
        services.AddScoped<Packets>();
        services.AddScoped<PaperMaker>();
        return services;
    }

    /// <summary>Adds <see cref="CaseDb"/> on the connection of the scope's <see cref="DbSession"/>.</summary>
    public static IServiceCollection AddCaseDb(this IServiceCollection services, DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            services.AddDbContext<PostgresCaseDb>((scope, options) => options.UseNpgsql(scope.GetRequiredService<DbSession>().Connection));
            services.AddScoped<CaseDb>(scope => scope.GetRequiredService<PostgresCaseDb>());
        }
        else
        {
            services.AddDbContext<SqliteCaseDb>((scope, options) => options.UseSqlite(scope.GetRequiredService<DbSession>().Connection));
            services.AddScoped<CaseDb>(scope => scope.GetRequiredService<SqliteCaseDb>());
        }

        services.AddScoped<WorkflowDb>(scope => scope.GetRequiredService<CaseDb>());
        return services;
    }
}
