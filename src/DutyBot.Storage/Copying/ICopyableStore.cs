using DutyBot.Domain;
using DutyBot.Domain.Clock;

namespace DutyBot.Storage.Copying;

/// <summary>
/// A store as it is written down, for moving a tenant's whole record from one store into another. Both adapters keep it; no part of the running
/// program uses it.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>A copy takes over histories with their hashes, it never appends: an append would calculate anew and bring back what is settled.</item>
/// <item>Rows of who owes what are not read from the source. They follow from the history, and only that way is a row whose append never landed
/// told from one that counts; whoever copies folds the history and says which rows must be there.</item>
/// <item>A history that is whole in the target stands for all that belongs to it: whatever call an import dies in, the next one goes on.</item>
/// <item>No program may run on either store meanwhile. What one does all the same is found when the two are compared afterwards.</item>
/// </list>
/// </remarks>
public interface ICopyableStore : IDutyStore, IAddressBook, IAsyncDisposable
{
    /// <summary>Opens a store that is there. Creates nothing: no file, no table.</summary>
    /// <exception cref="InvalidOperationException">It was written by a later version of the program.</exception>
    /// <returns>False when there is none; only <see cref="IDutyStore.Prepare"/> makes one.</returns>
    ValueTask<bool> TryOpen(CancellationToken cancel);

    /// <summary>All that is written down under a duty. A duty never written has <see cref="DutyVersion.New"/> and nothing else.</summary>
    ValueTask<DutyRecord> Export(DutyId duty, CancellationToken cancel);

    /// <summary>
    /// Writes what <see cref="DutyImport.Difference"/> names: side rows and obligations first, the events after them, and last the version that
    /// says that they are whole.
    /// </summary>
    /// <returns>False when the target was written to since it was exported; compare again.</returns>
    ValueTask<bool> Import(DutyImport import, CancellationToken cancel);

    /// <summary>Those of a duty's obligations that have their rows, with the same kind, owner and due instant.</summary>
    ValueTask<IReadOnlyList<Obligation>> Registered(DutyId duty, IReadOnlyList<Obligation> obligations, CancellationToken cancel);

    /// <summary>The whole address book: this one scans.</summary>
    IAsyncEnumerable<AddressEntry> AllAddresses(CancellationToken cancel);
}

/// <summary>An entry of the address book. The empty text is a key like any other.</summary>
public sealed record AddressEntry(string Key, string Json);
