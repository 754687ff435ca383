using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Duties;

/// <summary>The organisation as it stands: a history like every other, kept in memory and read again when it may have grown elsewhere.</summary>
internal sealed class OrganisationBook(IDutyStore store, TimeProvider time)
{
    /// <summary>How long another replica's change may go unseen.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private static readonly JsonTypeInfo<OrganisationEvent> EventJson =
        (JsonTypeInfo<OrganisationEvent>)DutyJson.Options.GetTypeInfo(typeof(OrganisationEvent));

    private volatile Snapshot? latest;

    public async ValueTask<Organisation> Current(CancellationToken cancel)
    {
        if (latest is { } known && time.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known.Organisation;
        }

        return (await Read(cancel)).Organisation;
    }

    /// <summary>Records the first events of an organisation; an organisation that already exists is left alone.</summary>
    /// <returns>Whether this call created it.</returns>
    public async ValueTask<bool> Found(IReadOnlyList<OrganisationEvent> events, Instant now, CancellationToken cancel)
    {
        if ((await Read(cancel)).Version.Number > 0)
        {
            return false;
        }

        var written = events.Select(e => new NewEvent(
            e.GetType().Name,
            JsonSerializer.Serialize(e, EventJson),
            e.Act.At,
            e.Act.By?.Value ?? "system"
        ));
        var append = new DutyAppend(DutyId.Organisation, DutyVersion.New, HashChain.Seed, "", now, [.. written], [], [], []);
        var result = await store.Append(append, cancel);
        await Read(cancel);
        return result is AppendResult.Appended;
    }

    private async ValueTask<Snapshot> Read(CancellationToken cancel)
    {
        var stored = await store.Load(DutyId.Organisation, cancel);
        var organisation = Organisation.From(stored.Events.Select(e => JsonSerializer.Deserialize(e.Json, EventJson)!));
        return latest = new Snapshot(organisation, stored.Version, time.GetTimestamp());
    }

    private sealed record Snapshot(Organisation Organisation, DutyVersion Version, long ReadAt);
}
