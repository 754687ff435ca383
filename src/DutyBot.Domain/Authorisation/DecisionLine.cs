using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using NodaTime;

namespace DutyBot.Domain.Authorisation;

/// <summary>
/// Who decides a matter that parties bring, in order: the assigner while in office, the leaders, the deputies of the leadership; nobody twice and
/// never a party (1.6). When all of them are parties it stays with the leader.
/// </summary>
/// <param name="Decider">Null when nobody holds an office that decides such matters.</param>
/// <param name="Next">Who is asked when the one who was asked stays silent (T12): the decider again when nobody else is left.</param>
/// <param name="Leader">The first of the leaders, who is asked where nothing else is said.</param>
internal sealed record DecisionLine(PersonId? Decider, PersonId? Next, PersonId? Leader)
{
    /// <summary>The decider where that is not the leader.</summary>
    public PersonId? InsteadOfLeader => Decider == Leader ? null : Decider;

    /// <summary>The next one where that is not the leader.</summary>
    public PersonId? NextInsteadOfLeader => Next == Leader ? null : Next;

    public static DecisionLine Of(Circumstances duty, Parties parties, Organisation organisation, LocalDate on)
    {
        var leaders = organisation.Leaders(on);
        var holders = Assigner(duty, organisation, on).Concat(leaders).Distinct().ToList();
        if (holders.Count == 0)
        {
            return new(null, null, null);
        }

        var free = holders.Union(Deputies(organisation, on)).Where(person => !parties.Include(person, organisation, on)).ToList();
        var decider = free.Concat(leaders).Concat(holders).First();
        var next = free.Where(person => person != duty.Asked).Append(decider).First();
        return new(decider, next, leaders.IsEmpty ? null : leaders[0]);
    }

    private static IEnumerable<PersonId> Assigner(Circumstances duty, Organisation organisation, LocalDate on) =>
        duty.Assigner is { } assigner && organisation.IsAssigner(assigner, on) ? [assigner] : [];

    private static IEnumerable<PersonId> Deputies(Organisation organisation, LocalDate on) =>
        organisation.UnitsOn(on).Where(unit => unit.Kind == UnitKind.Leadership).SelectMany(unit => organisation.DeputiesOf(unit.Id, on));
}

/// <summary>Who will decide what is being brought before them, as of the date of the act that brings it.</summary>
internal static class DecisionLines
{
    /// <param name="task">With the return that is asked for.</param>
    public static DecisionLine LineOf(this DutyContext context, WorkTask task, Act act) =>
        context.LineOf(Conflict.OwnReturn, Circumstances.Of(task), act);

    /// <param name="item">With the return that is asked for.</param>
    public static DecisionLine LineOf(this DutyContext context, Consultation round, ConsultationItem item, Act act) =>
        context.LineOf(Conflict.OwnReturn, Circumstances.Of(round, item), act);

    /// <param name="escalation">With the proposal that is submitted.</param>
    public static DecisionLine LineOf(this DutyContext context, Escalation escalation, Act act) =>
        context.LineOf(Conflict.OwnDispute, Circumstances.Of(escalation), act);

    /// <param name="record">With the reminders that count.</param>
    public static DecisionLine LineOf(this DutyContext context, ReminderRecord record, Act act) =>
        context.LineOf(Conflict.OwnReminder, Circumstances.Of(record, new ReminderCommand.Conclude(act, 0, null, "")), act);

    private static DecisionLine LineOf(this DutyContext context, Conflict matter, Circumstances duty, Act act) =>
        DecisionLine.Of(duty, duty.PartiesTo(matter) ?? Parties.None, context.Organisation, context.DateOf(act));
}
