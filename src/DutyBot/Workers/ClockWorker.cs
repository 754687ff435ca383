using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Telemetry;
using NodaTime;

namespace DutyBot.Workers;

/// <summary>
/// Gives each duty the news that one of its deadlines has passed. It reads only what is due, so a day's outage is made up for in one sweep, and
/// two replicas do no harm: the duty records the passing once, whoever brings it.
/// </summary>
internal sealed partial class ClockWorker(
    IDutyStore store,
    DutyDesk desk,
    Office office,
    Heartbeat heartbeat,
    TimeProvider time,
    DutyTelemetry telemetry,
    ILogger<ClockWorker> log
) : BackgroundService
{
    private const int PageSize = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>How often the organisation is asked for its morning check and its weekly round without a row that says so.</summary>
    private static readonly Duration Unasked = Duration.FromHours(1);

    private Instant lastUnasked = Instant.MinValue;

    /// <summary>When this process last looked through due deadlines (UTC).</summary>
    public DateTimeOffset LastSweep { get; private set; } = time.GetUtcNow();

    /// <summary>Since when the oldest deadline has been due (UTC) that the last sweep could not handle.</summary>
    public DateTimeOffset? OldestDue { get; private set; }

    /// <summary>How far behind: since the last look, or since the oldest deadline fell due that is not handled.</summary>
    private TimeSpan Lag => time.GetUtcNow() - (OldestDue < LastSweep ? OldestDue.Value : LastSweep);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        telemetry.WatchClock(() => Lag.TotalSeconds);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Run(stoppingToken);

    /// <summary>Sweeps at every beat until it is told to stop.</summary>
    internal async Task Run(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Beat, time);
        do
        {
            await SweepSafely(cancel);
        } while (await timer.WaitForNextTickAsync(cancel));
    }

    /// <summary>Handles all that is due now.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        using var span = telemetry.Sweep();
        var seen = new HashSet<(string, string)>();
        var failed = new List<DateTimeOffset>();
        for (var atMost = PageSize; ; )
        {
            var page = await store.DueObligations(office.Now, atMost, cancel);
            var fresh = page.Where(row => seen.Add((row.Duty.Value, row.Name))).ToList();
            foreach (var row in fresh)
            {
                if (!await PassSafely(row, cancel) && row.Due is { } due)
                {
                    failed.Add(due.ToDateTimeOffset());
                }
            }

            LastSweep = time.GetUtcNow();

            if (page.Count < atMost)
            {
                OldestDue = failed.Count > 0 ? failed.Min() : null;
                span.Ended(seen.Count);
                return;
            }

            // A page full of what stays due must not hide what is due after it.
            atMost = fresh.Count == 0 ? atMost * 2 : atMost;
        }
    }

    /// <summary>Handles all that is due now, and writes down for the other replicas that it did.</summary>
    public async Task SweepAndTell(CancellationToken cancel)
    {
        await Sweep(cancel);
        await AskOrganisation(cancel);
        await heartbeat.Beat(OldestDue, cancel);
    }

    private async Task SweepSafely(CancellationToken cancel)
    {
        try
        {
            await SweepAndTell(cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // The store was out of reach; what is due stays due until the next beat.
            LogSweepFailed(fault);
        }
    }

    // A history from before there was a check, or a weekly round, has no row for it, and gets one with the first.
    private async Task AskOrganisation(CancellationToken cancel)
    {
        if (office.Now - lastUnasked < Unasked)
        {
            return;
        }

        foreach (var owed in (await desk.Obligations(DutyId.Organisation, cancel)).Where(IsDueCheck))
        {
            await desk.PassDeadline(DutyId.Organisation, owed.Name, cancel);
        }

        lastUnasked = office.Now;
    }

    private bool IsDueCheck(Obligation owed) => owed.Kind is ObligationKind.CheckReachability or ObligationKind.TellBacklog && owed.Due <= office.Now;

    // One bad row must not keep the others waiting. False when it stays due because it could not be handled.
    private async Task<bool> PassSafely(OwedRow row, CancellationToken cancel)
    {
        try
        {
            await Pass(row, cancel);
            return true;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogPassFailed(fault, row.Duty.Value, row.Name);
            return false;
        }
    }

    private async Task Pass(OwedRow row, CancellationToken cancel)
    {
        var answer = await desk.PassDeadline(row.Duty, row.Name, cancel);
        if (answer.Changed)
        {
            LogPassed(row.Duty.Value, row.Name);
        }
        else if (answer.IsAccepted && !(await desk.Obligations(row.Duty, cancel)).Any(o => o.Name == row.Name && o.Due == row.Due))
        {
            await store.Discard(row, office.Now, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deadline {Obligation} of {Duty} passed and is recorded.")]
    private partial void LogPassed(string duty, string obligation);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadline {Obligation} of {Duty} could not be handled; it stays due.")]
    private partial void LogPassFailed(Exception fault, string duty, string obligation);

    [LoggerMessage(Level = LogLevel.Error, Message = "The due deadlines could not be read; trying again at the next beat.")]
    private partial void LogSweepFailed(Exception fault);
}
