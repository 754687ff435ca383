using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Fixtures;

/// <summary>Every line DutyBot writes, so that a test can say how many there are and what must not be in them.</summary>
public sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Line)> lines = new();

    /// <summary>Lines of DutyBot's own categories.</summary>
    public IReadOnlyList<(LogLevel Level, string Category, string Line)> Own =>
        [.. lines.Where(line => line.Category.StartsWith("DutyBot.", StringComparison.Ordinal))];

    /// <summary>Everything, frameworks included.</summary>
    public string All => string.Join('\n', lines.Select(line => line.Line));

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, lines);

    public void Dispose() { }

    private sealed class Recorder(string category, ConcurrentQueue<(LogLevel, string, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}
