using Microsoft.AspNetCore.Mvc;
using Pana.Portal.Pages.Cases;
using Pana.Portal.Pages.ServicesGiven;
using Pana.Portal.Pages.Tasks;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages;

/// <summary>Registers what the pages of tasks, cases and papers are made from.</summary>
internal static class WorkPages
{
    public static IServiceCollection AddWorkPages(this IServiceCollection services)
    {
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new KnownVerbsOnly()));
        services.AddSingleton<VaultWords>();
        services.AddScoped<RuleWords>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<CaseBook>();
        services.AddScoped<CaseSearch>();
        services.AddScoped<Design.Limits.LimitWords>();
        services.AddScoped<Design.Coverage.CarrierWords>();
        services.AddScoped<Readmission>();
        services.AddScoped<ServiceWords>();
        services.AddScoped<MeasureBook>();
        return services;
    }
}
