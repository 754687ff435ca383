using DutyBot.Options;
using DutyBot.Teams.Activities;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DutyBot.Telemetry;

/// <summary>
/// Traces, metrics and logs to a collector, when one is named. Outgoing requests are not traced: their addresses hold conversations, and with
/// them people.
/// </summary>
internal static class TelemetryExport
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DutyTelemetry>();
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidation>();
        builder.Services.AddOptions<TelemetryOptions>().Bind(builder.Configuration.GetSection(TelemetryOptions.Section)).ValidateOnStart();
        var ours = builder.Configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}"];
        var isStandard = !string.IsNullOrWhiteSpace(builder.Configuration[TelemetryOptions.StandardEndpoint]);
        // What is not an address is told by the validation when the program starts.
        if (Uri.TryCreate(ours, UriKind.Absolute, out var endpoint))
        {
            builder.Collect().UseOtlpExporter(Protocol(builder.Configuration), endpoint);
        }
        else if (isStandard)
        {
            builder.Collect().UseOtlpExporter();
        }
    }

    private static OpenTelemetryBuilder Collect(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.Error);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(DutyTelemetry.Name, LogLevel.Information);
        return builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("dutybot", serviceVersion: Version).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddSource(DutyTelemetry.Name).AddAspNetCoreInstrumentation(requests => requests.Filter = IsWork))
            .WithMetrics(metrics => metrics.AddMeter(DutyTelemetry.Name).AddAspNetCoreInstrumentation())
            .WithLogging(logs => logs.AddProcessor(new ContentFreeLogs()), lines => lines.IncludeFormattedMessage = true);
    }

    private static string? Version => typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3);

    // Neither the platform's questions, several a minute, nor whatever addresses strangers make up.
    private static bool IsWork(HttpContext request) => request.Request.Path == ActivityRoutes.Messages;

    private static OtlpExportProtocol Protocol(ConfigurationManager configuration) =>
        Enum.TryParse<OtlpProtocol>(
            configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Protocol)}"],
            ignoreCase: true,
            out var protocol
        )
        && protocol == OtlpProtocol.HttpProtobuf
            ? OtlpExportProtocol.HttpProtobuf
            : OtlpExportProtocol.Grpc;
}
