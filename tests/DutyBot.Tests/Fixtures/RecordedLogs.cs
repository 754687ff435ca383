using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Fixtures;

/// <summary>Every line DutyBot writes, so that a test can say how many there are and what must not be in them.</summary>
public sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Line)> lines = new();
    private readonly Channel<string> arrivals = Channel.CreateUnbounded<string>();

    /// <summary>Lines of DutyBot's own categories.</summary>
    public IReadOnlyList<(LogLevel Level, string Category, string Line)> Own =>
        [.. lines.Where(line => line.Category.StartsWith("DutyBot.", StringComparison.Ordinal))];

    /// <summary>Everything, frameworks included.</summary>
    public string All => string.Join('\n', lines.Select(line => line.Line));

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, this);

    /// <summary>Waits for a line of DutyBot's own that was not taken yet.</summary>
    public ValueTask<string> Next(CancellationToken cancel = default) => arrivals.Reader.ReadAsync(cancel);

    public void Dispose() { }

    private void Record(LogLevel level, string category, string line)
    {
        lines.Enqueue((level, category, line));
        if (category.StartsWith("DutyBot.", StringComparison.Ordinal))
        {
            arrivals.Writer.TryWrite(line);
        }
    }

    private sealed class Recorder(string category, RecordedLogs logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Record(logLevel, category, $"{formatter(state, exception)} {exception}");
    }
}
