using DutyBot.Domain.Clock;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Storage.Copying;

namespace DutyBot.Copying;

/// <summary>Reads both stores after a copy and says where they differ.</summary>
internal sealed class CopyProof(ICopyableStore source, ICopyableStore target)
{
    private readonly List<string> differences = [];

    public IReadOnlyList<string> Differences => differences;

    /// <summary>Of the source as it is now; see <see cref="RecordTally.Fingerprint"/>.</summary>
    public string SourceFingerprint { get; private set; } = "";

    /// <returns>The target's own counts and digest.</returns>
    public async Task<RecordTally> Run(CancellationToken cancel)
    {
        using var original = new RecordTally();
        var copied = new RecordTally();
        await foreach (var duty in source.AllDuties(cancel))
        {
            var (record, held) = (await source.Export(duty, cancel), await target.Export(duty, cancel));
            var owed = DutyOutline.Of(duty, record.History.Events).Owed;
            var registered = await target.Registered(duty, owed, cancel);
            original.Add(record, owed);
            copied.Add(held, registered);
            differences.AddRange(Compare(record, held, [.. owed.Except(registered)]));
        }

        await CompareAddresses(original, copied, cancel);
        var histories = await target.AllDuties(cancel).CountAsync(cancel);
        if (histories != copied.Histories)
        {
            differences.Add($"The target holds {histories} histories instead of {copied.Histories}.");
        }

        SourceFingerprint = original.Fingerprint;
        return copied;
    }

    private async Task CompareAddresses(RecordTally original, RecordTally copied, CancellationToken cancel)
    {
        var missing = 0;
        await foreach (var address in source.AllAddresses(cancel))
        {
            original.Add(address);
            missing += await target.Find(address.Key, cancel) == address.Json ? 0 : 1;
        }

        await foreach (var address in target.AllAddresses(cancel))
        {
            copied.Add(address);
        }

        if (missing > 0)
        {
            differences.Add($"{missing} addresses are not as in the source.");
        }
    }

    private static IEnumerable<string> Compare(DutyRecord record, DutyRecord held, IReadOnlyCollection<Obligation> missing)
    {
        var duty = record.History.Duty;
        if (HashChain.FirstBrokenLink(held.History) is { } broken)
        {
            yield return $"{duty}: the chain of the copy is broken at event {broken}.";
        }
        else if (held.History.LastHash != record.History.LastHash)
        {
            yield return $"{duty}: the copy ends in another hash.";
        }
        else if (!DutyDifference.Of(record, held).IsEmpty)
        {
            yield return $"{duty}: effects or cards of the copy differ.";
        }

        if (missing.Count > 0)
        {
            yield return $"{duty}: {missing.Count} obligations are not registered.";
        }
    }
}
