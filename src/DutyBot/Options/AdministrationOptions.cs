using Microsoft.Extensions.Options;

namespace DutyBot.Options;

/// <summary>Who administers an organisation that has no admin yet, section <c>Administration</c>.</summary>
internal sealed record AdministrationOptions
{
    public const string Section = "Administration";

    /// <summary>The Entra object id of the first admin; read only while nobody holds the role, and every later admin is named in Teams.</summary>
    public string? FirstAdmin { get; set; }
}

internal sealed class AdministrationOptionsValidation : IValidateOptions<AdministrationOptions>
{
    public ValidateOptionsResult Validate(string? name, AdministrationOptions options) =>
        options.FirstAdmin is { } id && !Guid.TryParse(id, out _)
            ? ValidateOptionsResult.Fail("Administration:FirstAdmin must be the Entra object id of a person (a GUID).")
            : ValidateOptionsResult.Success;
}
