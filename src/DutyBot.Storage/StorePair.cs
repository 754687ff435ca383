using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Sqlite;

namespace DutyBot.Storage;

/// <summary>One store in its two roles.</summary>
public sealed record StorePair(IDutyStore Duties, IAddressBook Addresses) : IAsyncDisposable
{
    /// <param name="path">The file; its folder is created.</param>
    public static StorePair Sqlite(string path)
    {
        var store = new SqliteStore(path);
        return new StorePair(store, store);
    }

    /// <summary>Azure Tables with the identity the program runs under.</summary>
    /// <param name="endpoint">For example <c>https://name.table.core.windows.net</c>.</param>
    /// <param name="clientId">Of the user-assigned managed identity; null for whoever runs the program, for example a person after az login.</param>
    public static StorePair AzureTables(Uri endpoint, string? clientId = null) => Of(new TableServiceClient(endpoint, Identity(clientId)));

    /// <summary>Azure Tables with a key or a SAS.</summary>
    public static StorePair AzureTables(string connectionString) => Of(new TableServiceClient(connectionString));

    public ValueTask DisposeAsync() => Duties is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    internal static TokenCredential Identity(string? clientId) =>
        string.IsNullOrWhiteSpace(clientId)
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static StorePair Of(TableServiceClient client)
    {
        var store = new AzureTableStore(client);
        return new StorePair(store, store);
    }
}
