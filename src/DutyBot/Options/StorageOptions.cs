using Microsoft.Extensions.Options;

namespace DutyBot.Options;

internal enum StorageKind
{
    /// <summary>One file, no service.</summary>
    Sqlite,

    /// <summary>Azure Table storage: any number of replicas over the same tables.</summary>
    AzureTables,
}

/// <summary>Which store keeps the record, section <c>Storage</c>.</summary>
internal sealed record StorageOptions
{
    public const string Section = "Storage";

    public StorageKind Kind { get; init; }

    /// <summary>The file of the SQLite store; relative to the folder the program is started in.</summary>
    public string Path { get; init; } = System.IO.Path.Combine("data", "dutybot.db");

    /// <summary>For Azure Tables with a key or a SAS; for production prefer <see cref="Endpoint"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>For Azure Tables with a managed identity, for example <c>https://name.table.core.windows.net</c>.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The user-assigned managed identity that opens <see cref="Endpoint"/>; without one, whoever runs the program (az login).</summary>
    public string? ManagedIdentityClientId { get; init; }
}

internal sealed class StorageOptionsValidation : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        options.Kind switch
        {
            StorageKind.AzureTables when options.ConnectionString is null == options.Endpoint is null => ValidateOptionsResult.Fail(
                "Storage:Kind is AzureTables: set either Storage:Endpoint (managed identity) or Storage:ConnectionString, not both."
            ),
            StorageKind.AzureTables when options.Endpoint is { } endpoint && !IsSafe(endpoint) => ValidateOptionsResult.Fail(
                "Storage:Endpoint must be an https address, for example https://name.table.core.windows.net."
            ),
            StorageKind.AzureTables when options.ManagedIdentityClientId is { Length: > 0 } id && !Guid.TryParse(id, out _) =>
                ValidateOptionsResult.Fail("Storage:ManagedIdentityClientId is not a GUID; it is the client id of the identity, not its name."),
            StorageKind.AzureTables when options.ManagedIdentityClientId is { Length: > 0 } && options.Endpoint is null => ValidateOptionsResult.Fail(
                "Storage:ManagedIdentityClientId needs Storage:Endpoint; a connection string has its own key."
            ),
            StorageKind.Sqlite when string.IsNullOrWhiteSpace(options.Path) => ValidateOptionsResult.Fail("Storage:Path names no file."),
            _ => ValidateOptionsResult.Success,
        };

    private static bool IsSafe(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);
}
