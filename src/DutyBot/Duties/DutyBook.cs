using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Duties;

/// <summary>What became of a command: accepted (state as it is now), refused with problems, or beaten by others three times.</summary>
internal abstract record Outcome<TState>
{
    private Outcome() { }

    /// <param name="Changed">False when the command repeated what had already happened.</param>
    public sealed record Accepted(TState State, long Version, bool Changed) : Outcome<TState>;

    public sealed record Refused(TState State, long Version, ImmutableArray<Problem> Problems) : Outcome<TState>;

    public sealed record Busy : Outcome<TState>;
}

/// <summary>A duty as it stands, with the version that says so.</summary>
internal sealed record Current<TState>(TState State, DutyVersion Version, string LastHash);

/// <summary>
/// The one path for one kind of duty: load, decide, append. Whatever happens to a duty comes through <see cref="Execute"/>, whoever asks.
/// Recently used duties are kept in memory by version. An append checks the version, so a decision that is recorded may rest on what is in memory;
/// everything else (a refusal, "nothing to do", what is shown) rests on what the store says now (D38).
/// </summary>
internal sealed class DutyBook<TState, TCommand, TEvent>(
    DutyType<TState, TCommand, TEvent> type,
    IDutyStore store,
    WarmDuties warm,
    OutboxSignal outbox
)
    where TState : class
    where TCommand : DutyCommand
    where TEvent : class
{
    /// <summary>How often a command is decided again after somebody else wrote first.</summary>
    private const int Tries = 3;

    private static readonly JsonTypeInfo<Effect> EffectJson = (JsonTypeInfo<Effect>)DutyJson.Options.GetTypeInfo(typeof(Effect));

    /// <summary>As it is, or was a second ago.</summary>
    public async ValueTask<Current<TState>> Load(DutyId duty, CancellationToken cancel) =>
        warm.FindFresh<Current<TState>>(duty) ?? await Refresh(duty, cancel);

    /// <summary>Reads what has been added since the duty was last seen: another replica may have written meanwhile.</summary>
    public async ValueTask<Current<TState>> Refresh(DutyId duty, CancellationToken cancel)
    {
        var known = warm.Find<Current<TState>>(duty) ?? new Current<TState>(type.Initial, DutyVersion.New, HashChain.Seed);
        var stored = await store.LoadSince(duty, known.Version.Number, cancel);
        var state = stored.Events.Aggregate(known.State, (before, e) => type.Evolve(before, DutyType<TState, TCommand, TEvent>.Read(e.Json)));
        var lastHash = stored.Events.Count == 0 ? known.LastHash : stored.LastHash;
        var current = new Current<TState>(state, stored.Version, lastHash);
        warm.Keep(duty, current.Version.Number, current);
        return current;
    }

    /// <summary>The whole history, oldest first.</summary>
    public async ValueTask<IReadOnlyList<TEvent>> History(DutyId duty, CancellationToken cancel) =>
        [.. (await store.Load(duty, cancel)).Events.Select(e => DutyType<TState, TCommand, TEvent>.Read(e.Json))];

    /// <summary>What would become of a command, without doing it.</summary>
    public async ValueTask<Decision<TEvent>> Preview(DutyId duty, TCommand command, DutyContext context, CancellationToken cancel) =>
        (await Decided(duty, command, context, cancel)).Decision;

    public async ValueTask<Outcome<TState>> Execute(DutyId duty, TCommand command, DutyContext context, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var (current, decision) = await Decided(duty, command, context, cancel);
            if (!decision.IsAccepted || decision.Events.IsEmpty)
            {
                return decision.IsAccepted
                    ? new Outcome<TState>.Accepted(current.State, current.Version.Number, Changed: false)
                    : new Outcome<TState>.Refused(current.State, current.Version.Number, decision.Problems);
            }

            var (append, after, haste) = Prepare(duty, current, decision.Events, context);
            if (await store.Append(append, cancel) is AppendResult.Appended appended)
            {
                warm.Keep(duty, appended.Version.Number, new Current<TState>(after, appended.Version, appended.Events[^1].Hash));
                outbox.Wake(duty, haste);
                return new Outcome<TState>.Accepted(after, appended.Version.Number, Changed: true);
            }

            warm.Forget(duty, current.Version.Number);
        }

        return new Outcome<TState>.Busy();
    }

    public Urgency UrgencyOf(TState state) => type.UrgencyOf(state);

    // Another replica may have written since: a refusal of what is in memory, or nothing to do about it, is decided again on what is there.
    private async ValueTask<(Current<TState> Current, Decision<TEvent> Decision)> Decided(
        DutyId duty,
        TCommand command,
        DutyContext context,
        CancellationToken cancel
    )
    {
        if (
            warm.Find<Current<TState>>(duty) is { } known
            && type.Decide(known.State, command, context) is { IsAccepted: true, Events.IsEmpty: false } news
        )
        {
            return (known, news);
        }

        var current = await Refresh(duty, cancel);
        return (current, type.Decide(current.State, command, context));
    }

    private (DutyAppend Append, TState After, Haste Haste) Prepare(
        DutyId duty,
        Current<TState> current,
        ImmutableArray<TEvent> happened,
        DutyContext context
    )
    {
        var state = current.State;
        var number = current.Version.Number;
        var events = new List<NewEvent>(happened.Length);
        var effects = new List<NewEffect>();
        var owed = new List<Effect>();
        foreach (var e in happened)
        {
            state = type.Evolve(state, e);
            number++;
            var act = type.ActOf(e);
            events.Add(new NewEvent(e.GetType().Name, DutyType<TState, TCommand, TEvent>.Write(e), act.At, act.By?.Value ?? "system"));
            var night = Quiet(act, state, context);
            var caused = type.Effects(state, e).ToList();
            owed.AddRange(caused);
            effects.AddRange(caused.Select((effect, index) => NewEffect(number, index, effect, IsHeard(effect) ? night : null)));
        }

        var append = new DutyAppend(
            duty,
            current.Version,
            current.LastHash,
            type.Title(state),
            type.ActOf(happened[^1]).At,
            events,
            effects,
            type.Obligations(current.State),
            type.Obligations(state)
        );
        return (append, state, Hastes.Of(owed, type.UrgencyOf(state)));
    }

    // The id names the event and the effect's place in it: the same effect of the same event is the same effect, however often it is tried.
    private static NewEffect NewEffect(long number, int index, Effect effect, Instant? notBefore) =>
        new($"{number:D10}-{index:D2}", Lane(effect), JsonSerializer.Serialize(effect, EffectJson), notBefore);

    // quietHours: what the clock has to say outside of working hours waits for them, unless the duty is urgent; what a person does is told at once.
    private Instant? Quiet(Act act, TState state, DutyContext context) =>
        act.By is null && type.UrgencyOf(state) == Urgency.Normal && context.Calendar.NextWorkingTime(act.At) is var morning && morning > act.At
            ? morning
            : null;

    private static bool IsHeard(Effect effect) => effect is Effect.Tell or Effect.ShowCard { Attention: true } or Effect.SendFor;

    // Cards of one slot and commands to one duty keep their order; everything else may overtake.
    private static string Lane(Effect effect) =>
        effect switch
        {
            Effect.ShowCard card => CardSlots.Of(card.Card, card.To, card.Item),
            Effect.Send send => $"send|{send.To}",
            Effect.HandOver handOver => $"handOver|{handOver.From}",
            Effect.CheckReachability => "reachability",
            Effect.TellBacklog => "backlog",
            Effect.SendTest test => $"test|{CardSlots.KeyOf(test.To)}",
            Effect.Revive again => $"letter|{again.Of}|{again.Letter}",
            Effect.Forget forget => $"letter|{forget.Of}|{forget.Letter}",
            Effect.NoteInCampaigns note => $"campaigns|{note.Unit}",
            Effect.SendFor => "sendFor",
            Effect.Tell tell => $"tell|{CardSlots.KeyOf(tell.To)}",
            _ => "other",
        };
}
