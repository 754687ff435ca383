using Azure.Data.Tables;
using Azure.Identity;

namespace DutyBot.Storage.AzureTables;

/// <summary>The tables of one bot. A prefix lets several live in one storage account.</summary>
internal sealed class AzureTableSet(TableServiceClient client, string prefix)
{
    public TableClient Duties { get; } = client.GetTableClient(prefix + "Duties");

    public TableClient Deadlines { get; } = client.GetTableClient(prefix + "Deadlines");

    public TableClient Register { get; } = client.GetTableClient(prefix + "Register");

    public TableClient Conversations { get; } = client.GetTableClient(prefix + "Conversations");

    public Task Create(CancellationToken cancel) =>
        Task.WhenAll(new[] { Duties, Deadlines, Register, Conversations }.Select(table => table.CreateIfNotExistsAsync(cancel)));
}

/// <summary>Connects to a storage account.</summary>
public static class AzureTableAccount
{
    /// <param name="address">
    /// A connection string, or the account's table endpoint (<c>https://….table.core.windows.net</c>), which is then entered with the
    /// process's managed identity, or on a developer's machine with the identity signed in there.
    /// </param>
    /// <param name="managedIdentity">The client id of a user-assigned identity; null for the system's own.</param>
    public static TableServiceClient Connect(string address, string? managedIdentity = null)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps)
        {
            return new TableServiceClient(address);
        }

        var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = managedIdentity });
        return new TableServiceClient(endpoint, credential);
    }
}
