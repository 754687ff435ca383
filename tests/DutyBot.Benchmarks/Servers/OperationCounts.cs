using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DutyBot.Benchmarks.Servers;

/// <summary>How often each operation was done.</summary>
internal sealed class OperationCounts
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Add(string operation) => counts.AddOrUpdate(operation, 1, static (_, before) => before + 1);

    public IReadOnlyDictionary<string, long> Snapshot() => counts.ToDictionary();
}

/// <summary>Counts what goes over the wire to the table service, repeats included.</summary>
internal sealed class WireCounter(OperationCounts counts) : HttpPipelineSynchronousPolicy
{
    public const string Prefix = "wire ";

    public override void OnSendingRequest(HttpMessage message) => counts.Add(Prefix + message.Request.Method);
}
