using Microsoft.Extensions.Options;

namespace DutyBot.Options;

/// <summary>How fast messages go out, section <c>Delivery</c>.</summary>
internal sealed record DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>False for a host without limits, such as the Playground; a host that says "too many requests" is listened to all the same.</summary>
    public bool IsPaced { get; set; } = true;

    /// <summary>Of the app in the tenant. Teams allows 30, or 50 by its newer documents; replicas share it, so of two each gets half.</summary>
    public int RequestsPerSecond { get; init; } = 30;
}

internal sealed class DeliveryOptionsValidation : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options) =>
        options.RequestsPerSecond is < 1 or > 50
            ? ValidateOptionsResult.Fail("Delivery:RequestsPerSecond must be between 1 and 50, what Teams allows an app in a tenant.")
            : ValidateOptionsResult.Success;
}
