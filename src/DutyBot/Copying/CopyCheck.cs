using System.Text.Json;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Storage.Copying;

namespace DutyBot.Copying;

/// <summary>Reads both stores before the first write, and names every history that stands in the way of a copy.</summary>
/// <param name="target">Null when there is none yet.</param>
internal sealed class CopyCheck(ICopyableStore source, ICopyableStore? target, TextWriter output)
{
    /// <summary>Beyond every number of events, and within the ten digits of a key.</summary>
    private const int NoEvents = int.MaxValue - 1;

    private static readonly IReadOnlyList<StoredEvent> None = [];

    public int InTheWay { get; private set; }

    public int ToCopy { get; private set; }

    public int AddressesToCopy { get; private set; }

    public async Task<RecordTally> Run(CancellationToken cancel)
    {
        var tally = new RecordTally();
        await foreach (var duty in source.AllDuties(cancel))
        {
            var record = await source.Export(duty, cancel);
            var held = target is null ? new DutyRecord(new StoredDuty(duty, DutyVersion.New, None), [], [], []) : await target.Export(duty, cancel);
            if (Outline(record.History) is { } outline)
            {
                tally.Add(record, outline.Owed);
            }

            await Judge(record, held);
        }

        await foreach (var address in source.AllAddresses(cancel))
        {
            tally.Add(address);
            AddressesToCopy += target is not null && await target.Find(address.Key, cancel) == address.Json ? 0 : 1;
        }

        await NameForeign(cancel);
        return tally;
    }

    private async Task Judge(DutyRecord record, DutyRecord held)
    {
        if (Obstacle(record.History, held.History) is { } obstacle)
        {
            InTheWay++;
            await output.WriteLineAsync($"{record.History.Duty}: {obstacle}");
        }
        else if (!DutyDifference.Of(record, held).IsEmpty)
        {
            ToCopy++;
        }
    }

    private static string? Obstacle(StoredDuty history, StoredDuty held) =>
        HashChain.FirstBrokenLink(history) is { } broken ? $"the chain of the source is broken at event {broken}."
        : Outline(history) is null ? "the source holds an event that this version of the program does not know; use the newer one."
        : DutyDifference.FirstForeignEvent(history, held) is not { } foreign ? null
        : foreign > history.Version.Number ? $"the target has gone on to event {foreign}, the source ends before it."
        : $"the target holds another history from event {foreign} on.";

    private static DutyOutline? Outline(StoredDuty history)
    {
        try
        {
            return DutyOutline.Of(history.Duty, history.Events);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            // No name of a kind of event where this program expects one.
            return null;
        }
    }

    private async Task NameForeign(CancellationToken cancel)
    {
        if (target is null)
        {
            return;
        }

        await foreach (var duty in target.AllDuties(cancel))
        {
            if ((await source.LoadSince(duty, NoEvents, cancel)).Version.Number == 0)
            {
                InTheWay++;
                await output.WriteLineAsync($"{duty}: the target holds this history, and the source does not know it.");
            }
        }
    }
}
