using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>
/// One task with its rounds and escalations, and the commands they send each other, which arrive in any order and sometimes twice. Nothing is
/// stored: the deciders alone.
/// </summary>
internal sealed class World
{
    private readonly List<Effect.Send> underWay = [];
    private readonly List<Effect.Send> delivered = [];

    public Instant Now { get; private set; } = Nov(9);

    public Side<WorkTask, TaskEvent, TaskCommand> Task { get; } = new(Deciders.Tasks);

    public SortedDictionary<string, Side<Consultation, ConsultationEvent, ConsultationCommand>> Rounds { get; } = [];

    public SortedDictionary<string, Side<Escalation, EscalationEvent, EscalationCommand>> Escalations { get; } = [];

    public void Wait(int hours) => Now += Duration.FromHours(hours);

    /// <summary>
    /// Somebody does something: the first of these commands, from <paramref name="which"/> on, that the duty accepts from anybody.
    /// </summary>
    public void DoSomething(DutyId to, Func<Act, IEnumerable<DutyCommand>> commands, int which)
    {
        var acts = Everybody.Select(person => person.At(Now)).ToList();
        var byCommand = acts.Select(act => commands(act).ToList()).ToList();
        var count = byCommand[0].Count;
        for (var i = 0; i < count; i++)
        {
            if (Enumerable.Range(0, acts.Count).Any(who => Execute(to, byCommand[(who + which) % acts.Count][(i + which) % count])))
            {
                return;
            }
        }
    }

    /// <summary>A unit's part passes to another in every duty that knows of it, the way a hand-over does it: one by one, in no order (D-04).</summary>
    public void Succeed(UnitId from, UnitId to)
    {
        var act = Act.OfSystem(Now);
        foreach (var round in Rounds.Keys.ToList())
        {
            Execute(DutyId.Parse(round), new ConsultationCommand.SucceedUnit(act, from, to));
        }

        Execute(ATask.Id, new TaskCommand.SucceedUnit(act, from, to));
        foreach (var escalation in Escalations.Keys.ToList())
        {
            Execute(DutyId.Parse(escalation), new EscalationCommand.SucceedUnit(act, from, to));
        }
    }

    /// <summary>All obligations that are due are passed, until nothing is due.</summary>
    public void Tick()
    {
        for (var due = Due().ToList(); due.Count > 0; due = [.. Due()])
        {
            foreach (var (to, command) in due)
            {
                Execute(to, command);
            }
        }
    }

    /// <summary>One of the commands under way arrives, or one that has arrived before arrives again.</summary>
    public void Deliver(int which, bool again)
    {
        var from = again ? delivered : underWay;
        if (from.Count == 0)
        {
            return;
        }

        var send = from[which % from.Count];
        from.Remove(send);
        delivered.Add(send);
        Execute(send.To, send.Command);
    }

    public void DeliverAll()
    {
        while (underWay.Count > 0)
        {
            Deliver(0, again: false);
        }
    }

    private bool Execute(DutyId to, DutyCommand command) =>
        command switch
        {
            TaskCommand c => Remember(Task.Execute(c)),
            ConsultationCommand c => Remember(SideOf(Rounds, Deciders.Consultations, to).Execute(c)),
            EscalationCommand c => Remember(SideOf(Escalations, Deciders.Escalations, to).Execute(c)),
            _ => throw new ArgumentException("No such duty.", nameof(command)),
        };

    private bool Remember(IReadOnlyList<Effect>? effects)
    {
        underWay.AddRange(effects?.OfType<Effect.Send>() ?? []);
        return effects is not null;
    }

    private IEnumerable<(DutyId To, DutyCommand Command)> Due()
    {
        var act = Act.OfSystem(Now);
        return
        [
            .. Task.DueAt(Now).Select(name => (ATask.Id, (DutyCommand)new TaskCommand.PassDeadline(act, name))),
            .. from side in Rounds
            from name in side.Value.DueAt(Now)
            select (DutyId.Parse(side.Key), (DutyCommand)new ConsultationCommand.PassDeadline(act, name)),
            .. from side in Escalations
            from name in side.Value.DueAt(Now)
            select (DutyId.Parse(side.Key), (DutyCommand)new EscalationCommand.PassDeadline(act, name)),
        ];
    }

    private static Side<TState, TEvent, TCommand> SideOf<TState, TEvent, TCommand>(
        SortedDictionary<string, Side<TState, TEvent, TCommand>> sides,
        Decider<TState, TEvent, TCommand> decider,
        DutyId id
    ) => sides.TryGetValue(id.Value, out var side) ? side : sides[id.Value] = new(decider);

    /// <summary>One duty and all it has been.</summary>
    internal sealed class Side<TState, TEvent, TCommand>(Decider<TState, TEvent, TCommand> decider)
    {
        public List<(TState Before, TEvent Event, TState After)> Steps { get; } = [];

        public TState State { get; private set; } = decider.Initial;

        /// <summary>The effects, or null when nothing happened.</summary>
        public IReadOnlyList<Effect>? Execute(TCommand command)
        {
            var decision = decider.Decide(State, command, Context);
            var effects = new List<Effect>();
            foreach (var happened in decision.Events)
            {
                var before = State;
                State = decider.Evolve(before, happened);
                Steps.Add((before, happened, State));
                effects.AddRange(decider.Effects(State, happened));
            }

            return decision.Events.IsEmpty ? null : effects;
        }

        public IEnumerable<string> DueAt(Instant now) => decider.Obligations(State).Where(o => o.Due <= now).Select(o => o.Name);
    }
}
