using DutyBot.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace DutyBot.Delivery;

/// <summary>
/// The address book with what was lately asked for in memory: every activity asks for the same few entries, and each would be a round trip
/// on Azure Tables.
/// </summary>
internal sealed class RecentAddresses(IAddressBook book) : IDisposable
{
    /// <summary>How long another replica's change may go unseen.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private const int MostEntries = 20_000;

    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    public async ValueTask<string?> Find(string key, CancellationToken cancel)
    {
        if (entries.TryGetValue<string?>(key, out var known))
        {
            return known;
        }

        return Keep(key, await book.Find(key, cancel));
    }

    public async ValueTask Remember(string key, string json, CancellationToken cancel)
    {
        await book.Remember(key, json, cancel);
        Keep(key, json);
    }

    public void Dispose() => entries.Dispose();

    private string? Keep(string key, string? json) =>
        entries.Set(key, json, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });
}
