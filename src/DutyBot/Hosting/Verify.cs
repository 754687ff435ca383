using DutyBot.Copying;
using DutyBot.Options;
using DutyBot.Storage;

namespace DutyBot.Hosting;

/// <summary><c>dutybot verify</c>: reads every history and checks that no event was changed, removed or added behind the chain of hashes.</summary>
internal static class Verify
{
    /// <returns>0 when every chain holds, 1 when one is broken.</returns>
    public static async Task<int> Run(StorageOptions storage, TextWriter output, CancellationToken cancel)
    {
        await using var stores = DutyBotServices.OpenStore(storage);
        await stores.Duties.Prepare(cancel);
        using var tally = new RecordTally();
        var broken = 0;
        await foreach (var duty in stores.Duties.AllDuties(cancel))
        {
            var history = await stores.Duties.Load(duty, cancel);
            tally.Add(history);
            if (HashChain.FirstBrokenLink(history) is { } number)
            {
                broken++;
                await output.WriteLineAsync($"{duty}: the chain is broken at event {number}.");
            }
        }

        await output.WriteLineAsync(
            broken == 0
                ? $"{tally.Histories} histories with {tally.Events} events: every chain holds. Digest {tally.Digest}."
                : $"{broken} of {tally.Histories} histories are broken."
        );
        return broken == 0 ? 0 : 1;
    }
}
