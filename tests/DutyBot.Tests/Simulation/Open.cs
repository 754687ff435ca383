using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Duties;
using DutyBot.Storage;

namespace DutyBot.Tests.Simulation;

/// <summary>Whether a duty has begun and not ended.</summary>
internal static class Open
{
    public static bool Is(StoredDuty history) =>
        history.Duty.Kind switch
        {
            DutyKind.Task => State(DutyTypes.Task, history).IsLive,
            DutyKind.Consultation => State(DutyTypes.Consultation, history) is { Opening: not null, Phase: RoundPhase.Open },
            DutyKind.Escalation => State(DutyTypes.Escalation, history).Phase is EscalationPhase.Submitted or EscalationPhase.ReturnedForWork,
            _ => false,
        };

    private static TState State<TState, TCommand, TEvent>(DutyType<TState, TCommand, TEvent> type, StoredDuty history)
        where TState : class
        where TEvent : class =>
        history.Events.Aggregate(type.Initial, (before, e) => type.Evolve(before, DutyType<TState, TCommand, TEvent>.Read(e.Json)));
}
