using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using DutyBot.Domain;

namespace DutyBot.Storage.AzureTables;

/// <summary>Heads and events: the partition of a duty in <c>Duties</c>. The head's ETag is the version.</summary>
internal sealed class AzureHistory(TableClient duties)
{
    /// <summary>The column that tells by which append an event was written.</summary>
    private const string Mark = "Append";

    /// <summary>Names this instance in the marks of its appends.</summary>
    private readonly string writer = RandomNumberGenerator.GetHexString(16);

    private long appends;

    /// <summary>The head and the events after a number; they lie side by side, so this is one query.</summary>
    public async Task<StoredDuty> Load(DutyId duty, long after, CancellationToken cancel)
    {
        var from = after == 0 ? AzureKeys.FirstOfHistory : AzureKeys.Event(after + 1);
        return (await Read(duty, after, (from, AzureKeys.EndOfHistory), cancel)).History;
    }

    /// <summary>The history and every row of the duty's partition.</summary>
    public Task<(StoredDuty History, List<TableEntity> Rows)> Whole(DutyId duty, CancellationToken cancel) =>
        Read(duty, 0, (AzureKeys.FirstOfPartition, AzureKeys.EndOfPartition), cancel);

    /// <summary>The version after the append, or null when another writer was first.</summary>
    public async Task<DutyVersion?> Append(DutyAppend append, IReadOnlyList<StoredEvent> events, CancellationToken cancel)
    {
        if (await Token(append, cancel) is not { } token)
        {
            return null;
        }

        var mark = string.Create(CultureInfo.InvariantCulture, $"{writer}-{Interlocked.Increment(ref appends)}");
        try
        {
            var answer = await duties.SubmitTransactionAsync(Rows(append, events, token, mark), cancel);
            return new DutyVersion(events[^1].Number, answer.Value[0].Headers.ETag.ToString());
        }
        catch (TableTransactionFailedException failure) when (failure.IsLost())
        {
            // Events are added under the head's version, so whichever row the service names, the head has moved: moved by another writer, or by
            // this very append when its answer was lost and the client sent it again. The latter must not be decided and recorded a second time.
            return await IsMarked(append.Duty, events[0].Number, mark, cancel) ? new DutyVersion(events[^1].Number) : null;
        }
    }

    public async IAsyncEnumerable<DutyId> All([EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {AzureKeys.Head}");
        await foreach (var head in duties.QueryAsync<TableEntity>(filter, null, ["PartitionKey"], cancel))
        {
            yield return DutyId.Parse(head.PartitionKey);
        }
    }

    private async Task<(StoredDuty History, List<TableEntity> Rows)> Read(
        DutyId duty,
        long after,
        (string From, string Before) range,
        CancellationToken cancel
    )
    {
        for (string? seen = null; ; )
        {
            var rows = await duties.Range(duty.Value, range.From, range.Before, cancel);
            var head = rows.SingleOrDefault(row => row.RowKey == AzureKeys.Head);
            var events = rows.Where(row => AzureKeys.IsEvent(row.RowKey)).Select(ReadEvent).ToList();
            var version = head is null ? DutyVersion.New : new DutyVersion(head.GetInt64("Number")!.Value, head.ETag.ToString());

            // A long history comes in several pages, and an append may fall between two of them: read again. A head that stays the same
            // while its events do not add up was not left so by an append; that is for HashChain to find.
            if (Math.Max(version.Number - after, 0) == events.Count || seen == version.Token)
            {
                return (new StoredDuty(duty, version, events), rows);
            }

            seen = version.Token;
        }
    }

    /// <summary>The ETag to write under; empty for a duty that must not exist yet, null when the version is already known to be wrong.</summary>
    private async Task<string?> Token(DutyAppend append, CancellationToken cancel)
    {
        if (append.Expected.Token is { } known)
        {
            return known;
        }

        if (append.Expected.Number == 0)
        {
            return "";
        }

        var head = await duties.GetEntityIfExistsAsync<TableEntity>(append.Duty.Value, AzureKeys.Head, null, cancel);
        return head is { HasValue: true, Value: { } row } && row.GetInt64("Number") == append.Expected.Number ? row.ETag.ToString() : null;
    }

    private async Task<bool> IsMarked(DutyId duty, long number, string mark, CancellationToken cancel)
    {
        var first = await duties.GetEntityIfExistsAsync<TableEntity>(duty.Value, AzureKeys.Event(number), [Mark], cancel);
        return first is { HasValue: true, Value: { } row } && row.GetString(Mark) == mark;
    }

    /// <param name="token">The ETag to write under; empty for a duty that must not exist yet.</param>
    public static TableTransactionAction HeadRow(DutyId duty, string title, (long Number, string Hash) last, string token)
    {
        var head = new TableEntity(duty.Value, AzureKeys.Head) { ["Number"] = last.Number, ["LastHash"] = last.Hash }.WithText("Title", title);
        return token.Length == 0 ? Add(head) : new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, new ETag(token));
    }

    /// <param name="mark">By which append it is written; null for none.</param>
    public static TableTransactionAction EventRow(DutyId duty, StoredEvent stored, string? mark)
    {
        var row = new TableEntity(duty.Value, AzureKeys.Event(stored.Number))
        {
            ["Type"] = stored.Type,
            ["At"] = SortableTime.Write(stored.At),
            ["By"] = stored.By,
            ["Hash"] = stored.Hash,
        };
        if (mark is not null)
        {
            row[Mark] = mark;
        }

        return Add(row.WithText("Json", stored.Json));
    }

    private static List<TableTransactionAction> Rows(DutyAppend append, IReadOnlyList<StoredEvent> events, string token, string mark)
    {
        List<TableTransactionAction> rows = [HeadRow(append.Duty, append.Title, (events[^1].Number, events[^1].Hash), token)];
        rows.AddRange(events.Select(stored => EventRow(append.Duty, stored, mark)));
        rows.AddRange(append.Effects.Select((effect, position) => Add(AzureOutbox.NewRow(append, effect, position))));
        return rows;
    }

    private static StoredEvent ReadEvent(TableEntity row) =>
        new(
            long.Parse(row.RowKey.AsSpan(1), CultureInfo.InvariantCulture),
            row.GetString("Type"),
            row.Text("Json"),
            SortableTime.Read(row.GetString("At")),
            row.GetString("By"),
            row.GetString("Hash")
        );

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
