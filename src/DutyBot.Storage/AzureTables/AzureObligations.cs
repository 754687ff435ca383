using Azure.Data.Tables;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// The rows of <c>Deadlines</c> and <c>Register</c>. They live in other partitions than the duty and cannot join its transaction:
/// an obligation is announced before the append and its rows are removed after the append that ended it. The row's key ends in the version
/// of the duty that the append was to make, so the removal of an obligation never meets the row of a later append that brought it back.
/// </summary>
internal sealed class AzureObligations(AzureTableSet tables)
{
    public static List<TableTransactionAction> DeadlineRows(ObligationChanges changes) =>
        [.. changes.Added.Where(added => added.Due is not null).Select(added => Put(DeadlineRow(changes, added, added.Due!.Value)))];

    public IEnumerable<Task> AnnounceInRegister(ObligationChanges changes, CancellationToken cancel) =>
        changes
            .Added.GroupBy(added => added.Owner.Key)
            .Select(owed => tables.Register.Write([.. owed.Select(added => Put(RegisterRow(changes, added)))], cancel));

    /// <summary>Removes the rows of obligations that the append ended, except what the same or a later append announced.</summary>
    public async Task RemoveEnded(DutyId duty, IReadOnlyList<Obligation> removed, long madeVersion)
    {
        foreach (var obligation in removed)
        {
            foreach (var row in await RowsOf(duty, obligation.Name, obligation.Owner, obligation.Due, CancellationToken.None))
            {
                if (AzureKeys.VersionOf(row.Row.RowKey) < madeVersion)
                {
                    await row.Table.TryDelete(row.Row, CancellationToken.None);
                }
            }
        }
    }

    public async Task<IReadOnlyList<OwedRow>> Due(Instant now, int atMost, CancellationToken cancel)
    {
        var (from, before) = AzureKeys.DeadlinesUntil(now);
        var shards = await Task.WhenAll(AzureKeys.AllShards.Select(shard => tables.Deadlines.Range(shard, from, before, cancel, atMost)));
        return [.. Read(shards.SelectMany(rows => rows).OrderBy(row => row.RowKey, StringComparer.Ordinal)).Take(atMost)];
    }

    public async Task<IReadOnlyList<OwedRow>> OwedBy(Owner owner, CancellationToken cancel) =>
        [.. Read(await tables.Register.Range(AzureKeys.RegisterPartition(owner), "", "~", cancel))];

    public async Task Discard(OwedRow disowned, Instant now, CancellationToken cancel)
    {
        foreach (var row in await RowsOf(disowned.Duty, disowned.Name, disowned.Owner, disowned.Due, cancel))
        {
            if (IntendedAt(row.Row) <= now - StoreTiming.IntentGrace)
            {
                await row.Table.TryDelete(row.Row, cancel);
            }
        }
    }

    /// <summary>Those of the obligations that have a row in <c>Register</c> and, if dated, in <c>Deadlines</c>.</summary>
    public async Task<IReadOnlyList<Obligation>> Registered(DutyId duty, IReadOnlyList<Obligation> obligations, CancellationToken cancel)
    {
        var registered = new List<Obligation>();
        foreach (var owed in obligations)
        {
            var rows = await RowsOf(duty, owed.Name, owed.Owner, owed.Due, cancel);
            var kind = owed.Kind.ToString();
            var places = rows.Where(row => row.Row.GetString("Kind") == kind && row.Row.GetString("Owner") == owed.Owner.Key);
            if (places.Select(row => row.Table.Name).Distinct().Count() == (owed.Due is null ? 1 : 2))
            {
                registered.Add(owed);
            }
        }

        return registered;
    }

    private static IEnumerable<OwedRow> Read(IEnumerable<TableEntity> rows)
    {
        // An obligation announced twice (by an append that lost, say) is owed once; its youngest row says how long it is protected.
        return rows.GroupBy(row => row.RowKey[..row.RowKey.LastIndexOf(';')]).Select(same => Read(same.MaxBy(IntendedAt)!));
    }

    private static OwedRow Read(TableEntity row) =>
        new(
            DutyId.Parse(row.GetString("Duty")),
            row.GetString("Name"),
            Enum.Parse<ObligationKind>(row.GetString("Kind")),
            OwnerKey.Read(row.GetString("Owner")),
            AzureKeys.DueOf(row.RowKey),
            row.Text("Title"),
            IntendedAt(row)
        );

    private static Instant IntendedAt(TableEntity row) => SortableTime.Read(row.GetString("IntendedAt"));

    private static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableEntity DeadlineRow(ObligationChanges changes, Obligation added, Instant due) =>
        Row(AzureKeys.Shard(changes.Duty), AzureKeys.DeadlinePrefix(changes.Duty, added.Name, due), changes, added);

    private static TableEntity RegisterRow(ObligationChanges changes, Obligation added) =>
        Row(AzureKeys.RegisterPartition(added.Owner), AzureKeys.RegisterPrefix(changes.Duty, added.Name, added.Due), changes, added);

    /// <summary>The columns are for people and reports too; the exact due instant is the one in the row key.</summary>
    private static TableEntity Row(string partition, string prefix, ObligationChanges changes, Obligation added)
    {
        var row = new TableEntity(partition, AzureKeys.Announced(prefix, changes.Version))
        {
            ["Duty"] = changes.Duty.Value,
            ["Name"] = added.Name,
            ["Kind"] = added.Kind.ToString(),
            ["Owner"] = added.Owner.Key,
            ["IntendedAt"] = SortableTime.Write(changes.Now),
        };
        if (added.Due is { } due)
        {
            row["Due"] = due.ToDateTimeOffset();
        }

        return row.WithText("Title", changes.Title);
    }

    private async Task<IEnumerable<(TableClient Table, TableEntity Row)>> RowsOf(
        DutyId duty,
        string name,
        Owner owner,
        Instant? due,
        CancellationToken cancel
    )
    {
        var register = AzureKeys.RegisterPrefix(duty, name, due);
        var registered = tables.Register.Range(AzureKeys.RegisterPartition(owner), register, AzureKeys.EndOf(register), cancel);
        if (due is not { } dated)
        {
            return (await registered).Select(row => (tables.Register, row));
        }

        var deadline = AzureKeys.DeadlinePrefix(duty, name, dated);
        var deadlines = await tables.Deadlines.Range(AzureKeys.Shard(duty), deadline, AzureKeys.EndOf(deadline), cancel);
        return [.. deadlines.Select(row => (tables.Deadlines, row)), .. (await registered).Select(row => (tables.Register, row))];
    }
}
