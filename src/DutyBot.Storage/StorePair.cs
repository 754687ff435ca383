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
    public static StorePair AzureTables(Uri endpoint) => Of(new TableServiceClient(endpoint, new DefaultAzureCredential()));

    /// <summary>Azure Tables with a key or a SAS.</summary>
    public static StorePair AzureTables(string connectionString) => Of(new TableServiceClient(connectionString));

    public ValueTask DisposeAsync() => Duties is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    private static StorePair Of(TableServiceClient client)
    {
        var store = new AzureTableStore(client);
        return new StorePair(store, store);
    }
}
