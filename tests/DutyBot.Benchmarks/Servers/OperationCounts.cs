using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DutyBot.Benchmarks.Servers;

/// <summary>How often each operation was done.</summary>
internal sealed class OperationCounts
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Add(string operation) => Add(operation, 1);

    public void Add(string operation, long many) => counts.AddOrUpdate(operation, many, (_, before) => before + many);

    public IReadOnlyDictionary<string, long> Snapshot() => counts.ToDictionary();
}

/// <summary>Counts what goes over the wire to the table service, repeats included, and the rows that come back.</summary>
internal sealed class WireCounter(OperationCounts counts) : HttpPipelineSynchronousPolicy
{
    public const string Prefix = "wire ";
    public const string Rows = "rows";

    private static readonly byte[] Row = "\"RowKey\""u8.ToArray();

    public override void OnSendingRequest(HttpMessage message) => counts.Add(Prefix + message.Request.Method);

    public override void OnReceivedResponse(HttpMessage message)
    {
        // Batches answer with a status for each row, and with no row.
        if (message.Request.Method == RequestMethod.Get && message is { HasResponse: true, Response.ContentStream.CanSeek: true })
        {
            counts.Add(Rows, message.Response.Content.ToMemory().Span.Count(Row));
        }
    }
}
