using DutyBot.Storage.Copying;

namespace DutyBot.Storage;

/// <summary>
/// Where people and channels are reached, and small per-person choices. Last write wins; nothing here is part of a duty's record.
/// Kept by the same two adapters as <see cref="IDutyStore"/>, in the table <c>Conversations</c>.
/// </summary>
public interface IAddressBook
{
    /// <summary>The JSON remembered under a key such as <c>person|…</c>, <c>channel|…</c> or <c>language|…</c>, or null.</summary>
    ValueTask<string?> Find(string key, CancellationToken cancel);

    ValueTask Remember(string key, string json, CancellationToken cancel);

    /// <summary>All entries whose keys begin with <paramref name="prefix"/>, in no order: its cost follows how many these are.</summary>
    /// <param name="prefix">Up to the separator <c>|</c>, and with it: for example <c>delivery|</c>.</param>
    ValueTask<IReadOnlyList<AddressEntry>> FindAll(string prefix, CancellationToken cancel);
}
