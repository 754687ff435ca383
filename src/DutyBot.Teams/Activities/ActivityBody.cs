using System.Buffers;
using System.IO.Pipelines;

namespace DutyBot.Teams.Activities;

/// <summary>Collects a request's body without copying it. A real activity has a few kilobytes.</summary>
internal static class ActivityBody
{
    public const int Limit = 256 * 1024;

    /// <summary>The whole body, or null when it is longer than <see cref="Limit"/>. The caller advances the reader when done with it.</summary>
    public static async ValueTask<ReadOnlySequence<byte>?> Read(PipeReader body, CancellationToken cancel)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            if (read.Buffer.Length > Limit)
            {
                body.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
