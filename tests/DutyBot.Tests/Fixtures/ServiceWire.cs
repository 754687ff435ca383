using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DutyBot.Tests.Fixtures;

/// <summary>
/// The wire between the storage client and the service: writes down each call, can hold one, and can be cut at one, after which the process
/// counts as dead and reaches nothing any more.
/// </summary>
internal sealed class ServiceWire : HttpPipelineTransport
{
    private readonly ConcurrentQueue<string> calls = new();
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private int answersLost;

    /// <summary>Method and decoded address of each call, in order.</summary>
    public IReadOnlyCollection<string> Calls => calls;

    /// <summary>The call (from 1) that the process dies in.</summary>
    public int? CutAt { get; init; }

    /// <summary>Whether the service still carried out that call.</summary>
    public bool CutAfterTheCall { get; init; }

    /// <summary>The calls whose first answer does not arrive, although the service carried them out.</summary>
    public Func<string, bool> LosesAnswerOf { get; init; } = _ => false;

    /// <summary>The calls that wait for <see cref="Release"/>.</summary>
    public Func<string, bool> Holds { get; init; } = _ => false;

    public bool WasCut => CutAt <= count;

    /// <summary>Ends when the first call is held.</summary>
    public Task Held => held.Task;

    public void Release() => released.SetResult();

    public void Forget() => calls.Clear();

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The store calls the service asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var call = $"{message.Request.Method} {Uri.UnescapeDataString(message.Request.Uri.PathAndQuery)}";
        calls.Enqueue(call);
        var number = Interlocked.Increment(ref count);
        if (number > CutAt || (number == CutAt && !CutAfterTheCall))
        {
            throw new ProcessDiedException();
        }

        if (Holds(call))
        {
            held.TrySetResult();
            await released.Task;
        }

        await HttpClientTransport.Shared.ProcessAsync(message);
        if (number == CutAt)
        {
            throw new ProcessDiedException();
        }

        if (LosesAnswerOf(call) && Interlocked.Exchange(ref answersLost, 1) == 0)
        {
            throw new IOException("The connection was closed before the answer came.");
        }
    }
}

/// <summary>Nothing after this happened in the process that died.</summary>
internal sealed class ProcessDiedException() : Exception("The process died here.");
