using Azure;
using Azure.Data.Tables;

namespace DutyBot.Storage.AzureTables;

/// <summary>Rows and groups of rows. <see cref="TableEntity"/> is a dictionary: no reflection on the way.</summary>
internal static class AzureRows
{
    /// <summary>A property holds 64 KiB of UTF-16; what is longer goes on in <c>Name_1</c>, <c>Name_2</c> and so on.</summary>
    private const int CharactersPerProperty = 32 * 1024;

    private const int RowsPerGroup = 100;

    public static TableEntity WithText(this TableEntity row, string name, string text)
    {
        var property = name;
        var rest = text.AsSpan();
        for (var part = 1; rest.Length > CharactersPerProperty; part++)
        {
            // A pair of surrogates is not torn apart: half a pair could not be written.
            var length = char.IsHighSurrogate(rest[CharactersPerProperty - 1]) ? CharactersPerProperty - 1 : CharactersPerProperty;
            row[property] = rest[..length].ToString();
            rest = rest[length..];
            property = $"{name}_{part}";
        }

        row[property] = rest.Length == text.Length ? text : rest.ToString();
        return row;
    }

    public static string Text(this TableEntity row, string name)
    {
        var text = row.GetString(name);
        for (var part = 1; row.TryGetValue($"{name}_{part}", out var more); part++)
        {
            text += more;
        }

        return text;
    }

    /// <summary>Writes rows of one partition that need not be atomic: one row by itself, more in groups, because a group costs the client more.</summary>
    public static async Task Write(this TableClient table, List<TableTransactionAction> actions, CancellationToken cancel)
    {
        if (actions is [{ ActionType: TableTransactionActionType.UpsertReplace } only])
        {
            await table.UpsertEntityAsync(only.Entity, TableUpdateMode.Replace, cancel);
            return;
        }

        foreach (var group in actions.Chunk(RowsPerGroup))
        {
            await table.SubmitTransactionAsync(group, cancel);
        }
    }

    /// <summary>Somebody else changed, added or removed the row first.</summary>
    public static bool IsLost(this RequestFailedException failure) =>
        failure.Status == 412 || failure.ErrorCode is "EntityAlreadyExists" or "EntityNotFound" or "ResourceNotFound";

    public static async Task<bool> TryDelete(this TableClient table, TableEntity row, CancellationToken cancel)
    {
        try
        {
            // The client answers a missing row (404) with a response instead of an exception.
            var response = await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancel);
            return response.Status != 404;
        }
        catch (RequestFailedException failure) when (failure.IsLost())
        {
            return false;
        }
    }

    public static async Task<List<TableEntity>> Range(
        this TableClient table,
        string partition,
        string from,
        string before,
        CancellationToken cancel,
        int? atMost = null,
        IEnumerable<string>? columns = null
    )
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, Math.Min(atMost ?? 1000, 1000), columns, cancel))
        {
            rows.Add(row);
            if (rows.Count == atMost)
            {
                break;
            }
        }

        return rows;
    }
}
