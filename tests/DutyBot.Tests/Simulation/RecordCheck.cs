using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Tests.Simulation;

/// <summary>What must be true of the record and of what was sent once the storm is over.</summary>
internal sealed class RecordCheck(Town town, Post post, Findings findings)
{
    private readonly IDutyStore store = town.Store;
    private readonly List<(DutyId Duty, StoredEvent Event)> events = [];

    public async Task All()
    {
        var owed = (await store.DueObligations(Instant.MaxValue - Duration.FromDays(1), int.MaxValue, CancellationToken.None)).ToList();
        await foreach (var duty in store.AllDuties(CancellationToken.None))
        {
            var history = await store.Load(duty, CancellationToken.None);
            events.AddRange(history.Events.Select(happened => (duty, happened)));
            CheckChain(history);
            await CheckWakes(history, owed);
            CheckLateness(history);
            await CheckDrained(history);
        }

        await CheckDeadLetters();
        CheckNotices();
        CheckPromises();
    }

    private void CheckChain(StoredDuty history)
    {
        if (HashChain.FirstBrokenLink(history) is { } broken)
        {
            findings.Add($"{history.Duty}: the chain is broken at {broken}.");
        }
    }

    // Every deadline of the state stands in the record of deadlines, and what is open waits for somebody.
    private async Task CheckWakes(StoredDuty history, List<OwedRow> owed)
    {
        var obligations = DutyOutline.Of(history.Duty, history.Events).Owed;
        foreach (var open in obligations)
        {
            var rows = open.Due is null ? await store.OwedBy(open.Owner, CancellationToken.None) : owed;
            if (!rows.Any(row => row.Duty == history.Duty && row.Name == open.Name && row.Due == open.Due))
            {
                findings.Add($"{history.Duty}: no row says that {open.Owner.Key} owes '{open.Name}' by {open.Due}.");
            }

            if (open.Due < town.Now - Duration.FromHours(1))
            {
                findings.Add($"{history.Duty}: '{open.Name}' fell due at {open.Due} and was never handled.");
            }
        }

        if (Open.Is(history) && obligations.All(owes => owes.Kind is ObligationKind.Lead or ObligationKind.Coordinate))
        {
            findings.Add($"{history.Duty} is open, and waits neither for an hour nor for anybody.");
        }
    }

    private void CheckLateness(StoredDuty history)
    {
        foreach (var accused in Lateness.Unfounded(history))
        {
            findings.Add($"{history.Duty}: {accused}");
        }
    }

    // What was recorded just now, or waits for the next morning, is no debt.
    private async Task CheckDrained(StoredDuty history)
    {
        var isQuiet = !(await store.DutiesToDrain(town.Now, int.MaxValue, CancellationToken.None)).Contains(history.Duty);
        var isFresh = history.Events[^1].At > town.Now - Duration.FromHours(1);
        foreach (var pending in isQuiet || isFresh ? [] : await store.Pending(history.Duty, CancellationToken.None))
        {
            findings.Add($"{history.Duty}: the effect {pending.Id} was never carried out: {pending.Json}");
        }
    }

    // Teams may have been down for too long, or have said nothing; a refusal by another duty is a fault of ours.
    private async Task CheckDeadLetters()
    {
        foreach (
            var dead in (await store.DeadEffects(int.MaxValue, CancellationToken.None)).Where(dead =>
                dead.Error.StartsWith("E-", StringComparison.Ordinal)
            )
        )
        {
            findings.Add($"{dead.Duty}: {dead.Id} was given up with {dead.Error}: {dead.Json}");
        }
    }

    private void CheckNotices()
    {
        foreach (var twice in town.Mailroom.Notices.GroupBy(sent => (sent.Of.Duty, sent.Of.Id)).Where(sent => sent.Count() > 1))
        {
            findings.Add($"{twice.Key}: {twice.Count()} times to {twice.First().Conversation}: {twice.First().Of.Json}");
        }

        var reminded = town.Mailroom.Notices.Where(sent => sent.Effect is Effect.Remind);
        var each = reminded.SelectMany(sent => ((Effect.Remind)sent.Effect).Notices.Select(notice => (sent.Conversation, sent.Of.Id, notice.Id)));
        foreach (var twice in each.Distinct().GroupBy(sent => (sent.Conversation, sent.Item3)).Where(sent => sent.Count() > 1))
        {
            findings.Add($"The notice {twice.Key} stood in {twice.Count()} messages.");
        }
    }

    private void CheckPromises()
    {
        foreach (var promise in post.Promises)
        {
            var found = events.Where(known => promise.Tokens.Any(known.Event.Json.Contains)).ToList();
            if (found.Count == 0)
            {
                findings.Add($"{promise.Of}: told at {promise.Answered} that it is recorded, and it is not: {string.Join(' ', promise.Tokens)}");
            }

            var first = found.Select(known => known.Event.At).DefaultIfEmpty(promise.Pressed).Min();
            if (first < promise.Pressed || first > promise.Answered)
            {
                findings.Add($"What was pressed at {promise.Pressed} and answered at {promise.Answered} is recorded as of {first}.");
            }
        }
    }
}
