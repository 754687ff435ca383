using Microsoft.Extensions.Options;

namespace DutyBot.Options;

internal enum OtlpProtocol
{
    Grpc,
    HttpProtobuf,
}

/// <summary>Where traces, metrics and logs go, section <c>Telemetry</c>; nowhere unless told.</summary>
internal sealed record TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The variable every OpenTelemetry program understands; used when <see cref="OtlpEndpoint"/> is not set.</summary>
    public const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The collector; over http/protobuf without <c>/v1/traces</c> and its like. A token for it stands in OTEL_EXPORTER_OTLP_HEADERS.</summary>
    public Uri? OtlpEndpoint { get; init; }

    public OtlpProtocol Protocol { get; init; }
}

internal sealed class TelemetryOptionsValidation(IConfiguration configuration) : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var ours = $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}";
        var problems = new[]
        {
            Problem(ours, options.OtlpEndpoint?.OriginalString),
            Problem(TelemetryOptions.StandardEndpoint, configuration[TelemetryOptions.StandardEndpoint]),
        };
        var found = problems.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Problem(string setting, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null
        : !Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? $"{setting} must be an http or https address, for example https://collector:4317."
        : address.UserInfo.Length > 0 ? $"{setting} must not hold a password; put a token in OTEL_EXPORTER_OTLP_HEADERS."
        : null;
}
