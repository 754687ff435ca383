using System.Collections.Immutable;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Organisations;
using static DutyBot.Domain.Reminders.ReminderEvent;

namespace DutyBot.Domain.Reminders;

/// <summary>When a review file opens and when it loses its ground (R-55, 1.4.8).</summary>
internal static class ReviewRules
{
    /// <summary>The withdrawal, and the end of the open file that rests on the reminder.</summary>
    public static ImmutableArray<ReminderEvent> Withdraw(ReminderRecord record, Withdrawn withdrawn) =>
        record.OpenFile is { } file && file.Reminders.Contains(withdrawn.No)
            ? [withdrawn, new ReviewDismissed(withdrawn.Act with { By = null, OnBehalfOf = null }, file.No, withdrawn.No)]
            : [withdrawn];

    /// <summary>The events, and the opening of a file when as many reminders now count as the office asks for and none is open.</summary>
    public static Decision<ReminderEvent> WithReview(this ReminderRecord record, ImmutableArray<ReminderEvent> events, Act act, DutyContext context)
    {
        var after = events.Aggregate(record, ReminderRecord.Evolve);
        var policy = context.Policy;
        var counted = after.Unconsidered(context.DateOf(act), policy.ReminderWindow).Select(reminder => reminder.No).ToImmutableArray();
        return after.OpenFile is not null || counted.Length < policy.ReminderThreshold
            ? Decision<ReminderEvent>.Accept([.. events])
            : Decision<ReminderEvent>.Accept([.. events, Opened(after, counted, Act.OfSystem(act.At), context)]);
    }

    /// <summary>Nothing while whoever was asked is still the one who decides, and while the office has no leadership at all.</summary>
    public static Decision<ReminderEvent> AskAnew(ReminderRecord record, ReminderCommand.AskAnew command, DutyContext context)
    {
        if (!context.Permits(command, record, out var act, out var refusal))
        {
            return refusal;
        }

        var (unit, decider) = (context.LeadershipUnit(act), context.LineOf(record, act).InsteadOfLeader);
        return record.OpenFile is not { } file || unit is null || (file.LeadershipUnit == unit && file.Decider == decider)
            ? Decision<ReminderEvent>.Nothing
            : new ReviewAskedAnew(act, file.No, unit, decider);
    }

    private static ReviewOpened Opened(ReminderRecord record, ImmutableArray<int> counted, Act act, DutyContext context) =>
        new(
            act,
            record.Files.Length + 1,
            counted,
            context.LeadershipUnit(act),
            context.LineOf(record, act).InsteadOfLeader,
            [.. context.Organisation.Holders(Role.PersonnelBody, context.DateOf(act)).Where(person => person != record.Person)]
        );
}
