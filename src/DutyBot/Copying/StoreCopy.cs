using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Storage.Copying;
using NodaTime;

namespace DutyBot.Copying;

/// <summary>
/// Moves the whole record of one store into another in three readings of the source, duty by duty: is nothing in the way, copy, and is the copy
/// whole. It can be cut off anywhere and run again.
/// </summary>
/// <param name="isTargetThere">Whether the target is open already; otherwise it is made when nothing stands in the way.</param>
internal sealed class StoreCopy(ICopyableStore source, ICopyableStore target, bool isTargetThere, TextWriter output)
{
    private const string InUse = "The source was written to while it was copied: stop the program that uses it and run the command again.";

    /// <summary>How often a duty is compared again after somebody else wrote first.</summary>
    private const int Tries = 3;

    /// <returns>0 when the target holds the whole record of the source, or would in a dry run; 1 when not, with the reason in words.</returns>
    public async Task<int> Run(bool isDryRun, TimeProvider time, CancellationToken cancel)
    {
        var check = new CopyCheck(source, isTargetThere ? target : null, output);
        using var before = await check.Run(cancel);
        if (check.InTheWay > 0)
        {
            await output.WriteLineAsync($"{check.InTheWay} histories stand in the way of the copy. Nothing was written.");
            return 1;
        }

        await output.WriteLineAsync($"Source: {before}.");
        if (isDryRun)
        {
            await output.WriteLineAsync($"Dry run: {check.ToCopy} histories and {check.AddressesToCopy} addresses to copy. Nothing was written.");
            return 0;
        }

        await target.Prepare(cancel);
        return await Copy(time, cancel) ? await Prove(before, cancel) : 1;
    }

    private async Task<bool> Copy(TimeProvider time, CancellationToken cancel)
    {
        var (histories, addresses) = (0, 0);
        await foreach (var duty in source.AllDuties(cancel))
        {
            switch (await Copy(duty, time, cancel))
            {
                case null:
                    await output.WriteLineAsync($"{duty}: somebody else writes to the target. Stop whatever uses it and run the command again.");
                    return false;
                case true:
                    histories++;
                    break;
            }
        }

        await foreach (var address in source.AllAddresses(cancel))
        {
            if (await target.Find(address.Key, cancel) != address.Json)
            {
                await target.Remember(address.Key, address.Json, cancel);
                addresses++;
            }
        }

        await output.WriteLineAsync($"Copied {histories} histories and {addresses} addresses; the rest was there already.");
        return true;
    }

    /// <returns>Whether anything was written; null when others wrote first every time.</returns>
    private async Task<bool?> Copy(DutyId duty, TimeProvider time, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var (record, held) = (await source.Export(duty, cancel), await target.Export(duty, cancel));
            if (DutyDifference.FirstForeignEvent(record.History, held.History) is not null)
            {
                return null;
            }

            var import = await Import(record, held, Instant.FromDateTimeOffset(time.GetUtcNow()), cancel);
            if (import.IsEmpty)
            {
                return attempt > 1;
            }

            if (await target.Import(import, cancel))
            {
                return true;
            }
        }

        return null;
    }

    private async Task<DutyImport> Import(DutyRecord record, DutyRecord held, Instant now, CancellationToken cancel)
    {
        var duty = record.History.Duty;
        var difference = DutyDifference.Of(record, held);
        var after = DutyOutline.Of(duty, record.History.Events);
        var before = DutyOutline.Of(duty, [.. record.History.Events.Take((int)held.History.Version.Number)]);
        var registered = held.History.Events.Count == 0 ? [] : await target.Registered(duty, after.Owed, cancel);
        return new DutyImport(difference, after.Title, now, [.. before.Owed.Except(after.Owed)], [.. after.Owed.Except(registered)]);
    }

    private async Task<int> Prove(RecordTally before, CancellationToken cancel)
    {
        var proof = new CopyProof(source, target);
        using var copied = await proof.Run(cancel);
        await output.WriteLineAsync($"Target: {copied}.");
        if (proof.SourceFingerprint != before.Fingerprint)
        {
            await output.WriteLineAsync(InUse);
            return 1;
        }

        foreach (var difference in proof.Differences)
        {
            await output.WriteLineAsync(difference);
        }

        await output.WriteLineAsync(
            proof.Differences.Count == 0
                ? "Every chain of the copy holds, and each history ends in the same hash as in the source."
                : "The copy is not whole: stop whatever uses the target and run the command again."
        );
        return proof.Differences.Count == 0 ? 0 : 1;
    }
}
