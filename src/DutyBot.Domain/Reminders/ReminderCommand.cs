namespace DutyBot.Domain.Reminders;

/// <summary>What can be asked of a person's record of reminders (1.4.7, 1.4.8). Numbers are those of the record.</summary>
public abstract record ReminderCommand : DutyCommand
{
    private ReminderCommand(Act act)
        : base(act) { }

    /// <summary>A leader or the head of the Office reminds a person of one fact; nothing automatic ever does .</summary>
    public sealed record Issue(Act Act, PersonId Person, ReminderFact Fact, string LegalBasis, string Text) : ReminderCommand(Act);

    /// <summary>The program: the card of that item has reached the person.</summary>
    public sealed record RecordDelivered(Act Act, string Item) : ReminderCommand(Act);

    /// <summary>The program: the card of that item cannot be delivered.</summary>
    public sealed record RecordNotDelivered(Act Act, string Item, string Why) : ReminderCommand(Act);

    /// <summary>The issuer has the card that could not be delivered sent once more.</summary>
    public sealed record SendAgain(Act Act, int No) : ReminderCommand(Act);

    /// <summary>The person explains (giải trình).</summary>
    public sealed record Explain(Act Act, int No, string Text) : ReminderCommand(Act);

    /// <summary>The issuer keeps the reminder, having read the explanation.</summary>
    public sealed record Uphold(Act Act, int No, string Reason) : ReminderCommand(Act);

    /// <summary>The issuer withdraws the reminder: it does not count and stays in the record .</summary>
    public sealed record Withdraw(Act Act, int No, string Reason) : ReminderCommand(Act);

    /// <summary>The program: how much the person had to do when the file was opened.</summary>
    public sealed record RecordLoad(Act Act, int File, Workload Load) : ReminderCommand(Act);

    /// <summary>The personnel body says what it thinks of a file.</summary>
    public sealed record Advise(Act Act, int File, string Text) : ReminderCommand(Act);

    /// <summary>A leader decides a file .</summary>
    public sealed record Conclude(Act Act, int File, ReviewOutcome? Outcome, string Reason) : ReminderCommand(Act);

    /// <summary>
    /// Who decides an open file may have changed since it was opened: the leadership has ended, somebody has left or come (1.6). Only the system sends
    /// it, and it changes nothing while it is still the same.
    /// </summary>
    public sealed record AskAnew(Act Act) : ReminderCommand(Act);

    /// <summary>An admin has confirmed that running terms follow the calendar as it is now (D-05).</summary>
    public sealed record RecountTerms(Act Act) : ReminderCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : ReminderCommand(Act);
}
