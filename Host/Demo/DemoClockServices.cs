using Microsoft.Extensions.DependencyInjection.Extensions;
using Pana.Portal.Start;

namespace Pana.Portal.Demo;

/// <summary>Puts the demo's clock before the real one.</summary>
internal static class DemoClockServices
{
    /// <summary>Whether the installation is a demo: Development, unless <c>Pana:Demo</c> says no.</summary>
    public static bool IsDemo(this IHostEnvironment environment, PortalOptions options) => environment.IsDevelopment() && options.Demo != false;

    /// <summary>Everything that asks for the time gets the demo's; whatever was registered before runs under it.</summary>
    public static void AddDemoClock(this WebApplicationBuilder builder, PortalOptions options)
    {
        if (!builder.Environment.IsDemo(options))
        {
            return;
        }

        var real = (TimeProvider)builder.Services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
        builder.Services.AddSingleton(services => new DemoClock(real, services.GetRequiredService<DataFolder>()));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(services => services.GetRequiredService<DemoClock>()));
    }
}
