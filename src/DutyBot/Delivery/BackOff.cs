using NodaTime;

namespace DutyBot.Delivery;

/// <summary>A number from 0 up to but not including 1, each time another; the host's randomness.</summary>
internal delegate double Chance();

/// <summary>How long to wait before something is tried again: 2 s, 4 s, … up to an hour, a quarter more or less, so that not all come at once.</summary>
internal sealed class BackOff(Chance chance)
{
    private const int LongestSeconds = 3600;

    /// <param name="attempts">How often it was tried before.</param>
    public Duration After(int attempts) => Duration.FromSeconds(Math.Min(2 << Math.Min(attempts, 11), LongestSeconds) * (0.75 + (chance() / 2)));
}
