using System.Threading.Channels;
using DutyBot.Domain;
using Microsoft.Extensions.Logging;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// Work that may be lost without harm, done off the reply path, one piece after another. What is lost leaves a superfluous row, which
/// is discarded when its time comes.
/// </summary>
internal sealed partial class AzureTidy : IAsyncDisposable
{
    private const int Capacity = 10_000;

    private readonly Channel<(DutyId Duty, Func<Task> Work)> queue = Channel.CreateBounded<(DutyId, Func<Task>)>(
        new BoundedChannelOptions(Capacity) { SingleReader = true }
    );
    private readonly ILogger log;
    private readonly Task worker;

    public AzureTidy(ILogger log)
    {
        this.log = log;
        worker = Task.Run(Work);
    }

    public void Later(DutyId duty, Func<Task> work)
    {
        if (!queue.Writer.TryWrite((duty, work)))
        {
            TidyLost(log, duty, null);
        }
    }

    /// <summary>Finishes what is queued.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await worker;
    }

    private async Task Work()
    {
        await foreach (var (duty, work) in queue.Reader.ReadAllAsync())
        {
            try
            {
                await work();
            }
            catch (Exception failure)
            {
                TidyLost(log, duty, failure);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Superfluous rows of duty {Duty} were left behind.")]
    private static partial void TidyLost(ILogger log, DutyId duty, Exception? failure);
}
