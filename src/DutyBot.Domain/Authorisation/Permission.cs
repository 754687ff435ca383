using System.Diagnostics.CodeAnalysis;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using NodaTime;

namespace DutyBot.Domain.Authorisation;

/// <summary>The table's answer: the act as it is to be recorded, or why not. Exactly one of the two is set.</summary>
internal sealed record Permission(Act? Act, Problem? Refusal)
{
    public static Permission Of(Type command, Act act, Circumstances duty, Organisation organisation, LocalDate on)
    {
        var row = Matrix.RowOf(command);
        var granted = row.Who.SelectMany(capacity => Capacities.In(capacity, act, duty, organisation, on)).ToList();
        if (
            duty.PartiesTo(row.Never) is { } concerned
            && granted.RemoveAll(way => concerned.Include(way, organisation, on)) > 0
            && granted.Count == 0
        )
        {
            return new(null, new("E-OWN-REMINDER"));
        }

        return duty.PartiesTo(row.Except) is { } parties ? Unconcerned(granted, parties, act, duty, organisation, on)
            : granted.Count > 0 ? new(granted[0], null)
            : new(null, Refused(row, act, duty, organisation, on));
    }

    // Of all the ways in which somebody might act, the first in which nobody is concerned in person.
    private static Permission Unconcerned(List<Act> granted, Parties parties, Act act, Circumstances duty, Organisation organisation, LocalDate on)
    {
        var line = DecisionLine.Of(duty, parties, organisation, on);
        var acts = granted.Concat(InLine(line, act, duty, organisation, on)).ToList();
        return acts.Find(way => !parties.Include(way, organisation, on)) is { } free ? new(free, null)
            : acts.Count == 0 ? new(null, new("E-FORBIDDEN"))
            : act.By == line.Decider ? new(act with { OnBehalfOf = null, InConflict = true }, null)
            : new(null, new("E-CONFLICT-OF-INTEREST", null, ("person", line.Decider!.Value)));
    }

    private static IEnumerable<Act> InLine(DecisionLine line, Act act, Circumstances duty, Organisation organisation, LocalDate on) =>
        act.By is not { } person
            ? []
            : new[] { line.Decider, duty.IsOverdue ? line.Next : null }
                .OfType<PersonId>()
                .Select(holder => organisation.MayActFor(person, holder, on))
                .Where(authority => authority.IsGranted)
                .Select(act.Under);

    // The unit's own people are told that it takes the head; others have no business here.
    private static Problem Refused(MatrixRow row, Act act, Circumstances duty, Organisation organisation, LocalDate on) =>
        row.Who.Contains(Capacity.ConsultedHead) && Capacities.In(Capacity.ConsultedMember, act, duty, organisation, on).Any()
            ? new("E-HEAD-ONLY")
            : new("E-FORBIDDEN");
}

/// <summary>How the deciders ask the table, and whoever wants to know beforehand who may do something.</summary>
public static class Permissions
{
    public static bool Permits(
        this DutyContext context,
        TaskCommand command,
        WorkTask task,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.Of(task), out act, out refusal);

    public static bool Permits(
        this DutyContext context,
        ConsultationCommand command,
        Consultation round,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.Of(round, command), out act, out refusal);

    public static bool Permits(
        this DutyContext context,
        EscalationCommand command,
        Escalation escalation,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.Of(escalation), out act, out refusal);

    public static bool Permits(
        this DutyContext context,
        ReminderCommand command,
        ReminderRecord record,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.Of(record, command), out act, out refusal);

    public static bool Permits(
        this DutyContext context,
        OrganisationCommand command,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.Of(command), out act, out refusal);

    public static bool Permits(
        this DutyContext context,
        InboxCommand command,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.None, out act, out refusal);

    public static bool Permits(
        this DutyContext context,
        UrgingCommand command,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.None, out act, out refusal);

    public static bool Permits(
        this DutyContext context,
        CampaignCommand command,
        Campaign campaign,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    ) => Permits(context, command, Circumstances.Of(campaign, command), out act, out refusal);

    private static bool Permits(
        DutyContext context,
        DutyCommand command,
        Circumstances duty,
        [NotNullWhen(true)] out Act? act,
        [NotNullWhen(false)] out Problem? refusal
    )
    {
        (act, refusal) = Permission.Of(command.GetType(), command.Act, duty, context.Organisation, context.DateOf(command.Act));
        return act is not null;
    }
}
