using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;

namespace DutyBot.Duties;

/// <summary>What a history says of its duty, whatever kind it is.</summary>
/// <param name="Owed">The obligations open after these events.</param>
internal sealed record DutyOutline(string Title, IReadOnlyList<Obligation> Owed)
{
    private static readonly DutyOutline Unwritten = new("", []);

    /// <exception cref="System.Text.Json.JsonException">An event that this version of the program does not know.</exception>
    /// <exception cref="NotSupportedException">An event that does not say of which kind it is.</exception>
    public static DutyOutline Of(DutyId duty, IReadOnlyCollection<StoredEvent> events) =>
        events.Count == 0
            ? Unwritten
            : duty.Kind switch
            {
                DutyKind.Task => Of(DutyTypes.Task, events),
                DutyKind.Consultation => Of(DutyTypes.Consultation, events),
                DutyKind.Escalation => Of(DutyTypes.Escalation, events),
                DutyKind.Reminders => Of(DutyTypes.Reminders, events),
                DutyKind.Urging => Of(DutyTypes.Urging, events),
                DutyKind.Campaign => Of(DutyTypes.Campaign, events),
                DutyKind.Inbox => Of(DutyTypes.Inbox, events),
                _ => Of(DutyTypes.Organisation, events),
            };

    private static DutyOutline Of<TState, TCommand, TEvent>(DutyType<TState, TCommand, TEvent> type, IEnumerable<StoredEvent> events)
        where TState : class
        where TEvent : class
    {
        var state = events.Aggregate(type.Initial, (before, e) => type.Evolve(before, DutyType<TState, TCommand, TEvent>.Read(e.Json)));
        return new DutyOutline(type.Title(state), type.Obligations(state));
    }
}
