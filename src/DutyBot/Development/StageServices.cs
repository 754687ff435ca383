using DutyBot.Options;

namespace DutyBot.Development;

/// <summary>What exists only in Development without an app id: the sample organisation, the Playground, and acting as somebody else.</summary>
internal static class StageServices
{
    public static void AddStage(this IServiceCollection services, StartOptions options)
    {
        var clock = new StageClock((TimeProvider)services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new Stage(clock));
        if (options.Empty)
        {
            services.AddHostedService<EmptyStart>();
            services.Configure<AdministrationOptions>(settings => settings.FirstAdmin ??= SampleOrganisation.PlaygroundPeople[0].Value);
        }
        else
        {
            services.AddHostedService<SampleStart>();
        }

        if (options.WithPlayground)
        {
            services.AddHostedService<Playground>();
        }
    }
}
