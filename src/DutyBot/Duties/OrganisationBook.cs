using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Duties;

/// <summary>The organisation as it stands: a history like every other, kept in memory and read again when it may have grown elsewhere.</summary>
internal sealed class OrganisationBook(DutyBook<Organisation, OrganisationCommand, OrganisationEvent> book, IDutyStore store, TimeProvider time)
{
    /// <summary>How long another replica's change may go unseen.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly Lock turn = new();
    private volatile Snapshot? latest;

    public async ValueTask<Organisation> Current(CancellationToken cancel)
    {
        if (latest is { } known && time.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known.Organisation;
        }

        return (await Read(cancel)).State;
    }

    /// <summary>Reads what another replica has written.</summary>
    public async ValueTask CatchUp(CancellationToken cancel) => await Read(cancel);

    public async ValueTask<long> Version(CancellationToken cancel) => (await book.Load(DutyId.Organisation, cancel)).Version.Number;

    public async ValueTask<IReadOnlyList<OrganisationEvent>> History(CancellationToken cancel) => await book.History(DutyId.Organisation, cancel);

    public ValueTask<Decision<OrganisationEvent>> Preview(OrganisationCommand command, DutyContext context, CancellationToken cancel) =>
        book.Preview(DutyId.Organisation, command, context, cancel);

    public async ValueTask<Outcome<Organisation>> Execute(OrganisationCommand command, DutyContext context, CancellationToken cancel)
    {
        var outcome = await book.Execute(DutyId.Organisation, command, context, cancel);
        if (outcome is Outcome<Organisation>.Accepted accepted)
        {
            // Whoever asks next sees what was just done.
            Keep(new Snapshot(accepted.State, accepted.Version, time.GetTimestamp()));
        }

        return outcome;
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
            DutyType<Organisation, OrganisationCommand, OrganisationEvent>.Write(e),
            e.Act.At,
            e.Act.By?.Value ?? "system"
        ));
        var after = OrganisationObligations.Of(Organisation.From(events));
        var append = new DutyAppend(DutyId.Organisation, DutyVersion.New, HashChain.Seed, "", now, [.. written], [], [], after);
        var result = await store.Append(append, cancel);
        await Read(cancel);
        return result is AppendResult.Appended;
    }

    private async ValueTask<Current<Organisation>> Read(CancellationToken cancel)
    {
        var current = await book.Refresh(DutyId.Organisation, cancel);
        Keep(new Snapshot(current.State, current.Version.Number, time.GetTimestamp()));
        return current;
    }

    // A slow reader never puts an older one in the place of a newer.
    private void Keep(Snapshot read)
    {
        lock (turn)
        {
            if (latest is not { } held || held.Version <= read.Version)
            {
                latest = read;
            }
        }
    }

    private sealed record Snapshot(Organisation Organisation, long Version, long ReadAt);
}
