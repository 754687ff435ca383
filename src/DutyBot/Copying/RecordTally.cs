using System.Security.Cryptography;
using System.Text;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using DutyBot.Storage.Copying;

namespace DutyBot.Copying;

/// <summary>Counts a store while it is read, duty by duty in order of the ids, and draws its digests.</summary>
internal sealed class RecordTally : IDisposable
{
    private readonly IncrementalHash heads = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash everything = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long effects;
    private long dead;
    private long cards;
    private long obligations;
    private long deadlines;
    private long addresses;

    public int Histories { get; private set; }

    public long Events { get; private set; }

    /// <summary>
    /// SHA-256 over one line for each duty, in ordinal order of the ids: id, version and last hash, parted by blanks and ended by a line feed.
    /// It covers every event, because each hash covers the one before.
    /// </summary>
    public string Digest => Convert.ToHexStringLower(heads.GetCurrentHash());

    /// <summary>Over all that was added, to tell whether a store stood still between two readings.</summary>
    public string Fingerprint => Convert.ToHexStringLower(everything.GetCurrentHash());

    public void Add(StoredDuty history)
    {
        Histories++;
        Events += history.Events.Count;
        Append(heads, $"{history.Duty} {history.Version.Number} {history.LastHash}\n");
    }

    public void Add(DutyRecord record, IReadOnlyCollection<Obligation> owed)
    {
        Add(record.History);
        effects += record.Effects.Count;
        dead += record.Dead.Count;
        cards += record.Cards.Count;
        obligations += owed.Count;
        deadlines += owed.Count(obligation => obligation.Due is not null);
        Append(everything, $"{record.History.Duty} {record.History.Version.Number} {record.History.LastHash}\n");
        foreach (var row in record.Effects.Cast<object>().Concat(record.Dead).Concat(record.Cards))
        {
            Append(everything, $"{row}\n");
        }
    }

    public void Add(AddressEntry address)
    {
        addresses++;
        Append(everything, $"{address}\n");
    }

    public override string ToString() =>
        $"{Histories} histories with {Events} events, {effects} effects owed, {dead} given up, {cards} cards, "
        + $"{obligations} obligations ({deadlines} with a deadline), {addresses} addresses; digest {Digest}";

    public void Dispose()
    {
        heads.Dispose();
        everything.Dispose();
    }

    private static void Append(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line));
}
