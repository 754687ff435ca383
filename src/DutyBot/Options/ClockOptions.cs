using Microsoft.Extensions.Options;

namespace DutyBot.Options;

/// <summary>When the clock is no longer trusted, section <c>Clock</c>.</summary>
internal sealed record ClockOptions
{
    public const string Section = "Clock";

    /// <summary>How long no replica may have looked for due deadlines; it is done every five seconds.</summary>
    public TimeSpan MostSilence { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a deadline may have been due without being handled.</summary>
    public TimeSpan MostLag { get; init; } = TimeSpan.FromMinutes(15);
}

internal sealed class ClockOptionsValidation : IValidateOptions<ClockOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15);

    public ValidateOptionsResult Validate(string? name, ClockOptions options) =>
        options.MostSilence < Shortest || options.MostLag < Shortest
            ? ValidateOptionsResult.Fail("Clock:MostSilence and Clock:MostLag must be at least 00:00:15; the clock looks every five seconds.")
            : ValidateOptionsResult.Success;
}
