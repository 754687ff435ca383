using Azure.Data.Tables;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Sqlite;

namespace DutyBot.Storage.Copying;

/// <summary>Names a store without touching it.</summary>
public static class CopyableStore
{
    /// <param name="path">The file.</param>
    public static ICopyableStore Sqlite(string path) => new SqliteStore(path);

    /// <inheritdoc cref="StorePair.AzureTables(Uri, string?)" />
    public static ICopyableStore AzureTables(Uri endpoint, string? clientId) =>
        new AzureTableStore(new TableServiceClient(endpoint, StorePair.Identity(clientId)));

    /// <summary>Azure Tables with a key or a SAS.</summary>
    /// <exception cref="FormatException">The text is no connection string.</exception>
    public static ICopyableStore AzureTables(string connectionString)
    {
        try
        {
            return new AzureTableStore(new TableServiceClient(connectionString));
        }
        catch (ArgumentException malformed)
        {
            throw Malformed(malformed);
        }
        catch (InvalidOperationException malformed)
        {
            throw Malformed(malformed);
        }
    }

    private static FormatException Malformed(Exception malformed) => new("The text is no connection string of a storage account.", malformed);
}
