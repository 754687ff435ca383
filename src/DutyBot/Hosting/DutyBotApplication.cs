using DutyBot.Development;
using DutyBot.Options;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Graph;
using DutyBot.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DutyBot.Hosting;

/// <summary>The web application, put together.</summary>
internal static class DutyBotApplication
{
    /// <param name="environment">Null for the one the process was started in.</param>
    /// <param name="surroundings">Says first what the program would otherwise find around it: settings, clock, credential.</param>
    public static WebApplication Build(StartOptions options, string? environment = null, Action<WebApplicationBuilder>? surroundings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        surroundings?.Invoke(builder);
        builder.Configuration.AddStartOptions(options);
        builder.Services.AddSingleton(options);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddSettingsChecks();
        builder.AddTelemetry();
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddDuties();
        builder.Services.AddFeatures();
        builder.Services.AddTeams(builder.Configuration);
        // Before the workers: they need tables that exist.
        builder.Services.AddHostedService<StoreStart>();
        builder.Services.AddWorkers(builder.Configuration);
        if (IsStage(builder))
        {
            builder.Services.AddStage(options);
            // The Playground allows as much as comes, and all of it comes to one chat.
            builder.Services.PostConfigure<DeliveryOptions>(delivery => delivery.IsPaced = false);
        }

        // After the stage, which may begin the organisation that the first admin administers.
        builder.Services.AddAdministration(builder.Configuration);
        builder.Services.AddDutyBotHealth();

        var app = builder.Build();
        // All that is wrong at once, before the first part is made of it.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.MapActivities();
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new() { ResponseWriter = HealthAnswer.Write });
        return app;
    }

    /// <summary>The settings of the store alone, for the commands that serve nobody and need no bot.</summary>
    public static StorageOptions Storage(StartOptions options)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddStartOptions(options);
        builder.Services.AddSettingsCheck<StorageOptions>(builder.Configuration, StorageOptions.Section);
        builder.Services.AddStore(builder.Configuration);
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }

    /// <summary>In Development without an app id, and nowhere else, everybody is trusted and may play anybody.</summary>
    private static bool IsStage(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment()
        && string.IsNullOrWhiteSpace(builder.Configuration[$"{TeamsOptions.Section}:{nameof(TeamsOptions.AppId)}"]);

    private static void AddSettingsChecks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettingsCheck<StorageOptions>(builder.Configuration, StorageOptions.Section);
        builder.Services.AddSettingsCheck<TeamsOptions>(builder.Configuration, TeamsOptions.Section);
        builder.Services.AddSettingsCheck<GraphOptions>(builder.Configuration, GraphOptions.Section);
        builder.Services.AddSettingsCheck<AdministrationOptions>(builder.Configuration, AdministrationOptions.Section);
        builder.Services.AddSettingsCheck<DeliveryOptions>(builder.Configuration, DeliveryOptions.Section);
        builder.Services.AddSettingsCheck<ClockOptions>(builder.Configuration, ClockOptions.Section);
        builder.Services.AddSettingsCheck<TelemetryOptions>(builder.Configuration, TelemetryOptions.Section);
    }

    private static void AddStartOptions(this ConfigurationManager configuration, StartOptions options)
    {
        var values = new Dictionary<string, string?>();
        if (options.IsPortChosen || !SaysWhereToListen(configuration))
        {
            values["Urls"] = $"http://localhost:{options.Port}";
        }

        if (options.DataFolder is { } folder)
        {
            values[$"{StorageOptions.Section}:{nameof(StorageOptions.Path)}"] = Path.Combine(folder, "dutybot.db");
        }

        configuration.AddInMemoryCollection(values);
    }

    /// <summary>A container says so with ASPNETCORE_HTTP_PORTS, an operator with ASPNETCORE_URLS or the settings file.</summary>
    private static bool SaysWhereToListen(ConfigurationManager configuration) =>
        new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }.Any(key =>
            !string.IsNullOrWhiteSpace(configuration[key])
        ) || configuration.GetSection("Kestrel:Endpoints").Exists();

    private static void AddDutyBotHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreHealth>("store", timeout: TimeSpan.FromSeconds(5)).AddCheck<ClockHealth>("clock");
}
