using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Registers the steps of the procedure.</summary>
public static class ActivitiesServices
{
    /// <summary>
    /// Adds what the steps need beside the engine and the case file: the starter, the relay of case events and the checks
    /// of definitions. The engine finds the activity classes by <c>AddActivitiesFrom(typeof(AdmissionStarter).Assembly)</c>.
    /// </summary>
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddScoped<AdmissionStarter>();
        services.AddScoped<ICaseEventListener, CaseEventRelay>();
        services.AddSingleton<IDefinitionCheck, UserTaskCheck>();
        services.AddSingleton<IDefinitionCheck, OutcomeCheck>();
        services.AddSingleton<IDefinitionCheck, CaseEventCheck>();
        services.AddSingleton<IDefinitionCheck, PaperCheck>();
        services.AddSingleton<IDefinitionCheck, ParagraphCheck>();
        services.AddSingleton<IDefinitionCheck, ProtectedFieldCheck>();
        services.TryAddSingleton<IDefectWords, EnglishDefectWords>();
        services.AddScoped<IContentCheck, FormUseCheck>();
        return services;
    }
}
