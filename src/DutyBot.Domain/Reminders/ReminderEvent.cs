using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Reminders;

/// <summary>What has happened to a person's record of reminders. Instants are UTC.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Issued), "issued")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(NotDelivered), "notDelivered")]
[JsonDerivedType(typeof(SentAgain), "sentAgain")]
[JsonDerivedType(typeof(NoticesGiven), "noticesGiven")]
[JsonDerivedType(typeof(TermRecounted), "termRecounted")]
[JsonDerivedType(typeof(Explained), "explained")]
[JsonDerivedType(typeof(Upheld), "upheld")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(ReviewOpened), "reviewOpened")]
[JsonDerivedType(typeof(LoadRecorded), "loadRecorded")]
[JsonDerivedType(typeof(ReviewAskedAnew), "reviewAskedAnew")]
[JsonDerivedType(typeof(ReviewAdvised), "reviewAdvised")]
[JsonDerivedType(typeof(ReviewConcluded), "reviewConcluded")]
[JsonDerivedType(typeof(ReviewDismissed), "reviewDismissed")]
public abstract record ReminderEvent
{
    private ReminderEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }

    /// <summary>What happens to one reminder after it was issued.</summary>
    public abstract record OfReminder : ReminderEvent
    {
        private protected OfReminder(Act act, int no)
            : base(act)
        {
            No = no;
        }

        public int No { get; init; }
    }

    /// <summary>What happens to one review file after it was opened.</summary>
    public abstract record OfFile : ReminderEvent
    {
        private protected OfFile(Act act, int file)
            : base(act)
        {
            File = file;
        }

        public int File { get; init; }
    }

    public sealed record Issued(Act Act, PersonId Person, int No, ReminderFact Fact, string LegalBasis, string Text, LocalDate On)
        : ReminderEvent(Act);

    /// <param name="ExplainBy">The first instant that is too late to explain.</param>
    /// <param name="Notices">Planned for the term to explain (1.7); null in histories from before there were any.</param>
    public sealed record Delivered(Act Act, int No, Instant ExplainBy, IReadOnlyList<PlannedNotice>? Notices = null) : OfReminder(Act, No);

    /// <param name="Why">As the channel said it, a code and no text of a person.</param>
    public sealed record NotDelivered(Act Act, int No, string Why) : OfReminder(Act, No);

    public sealed record SentAgain(Act Act, int No) : OfReminder(Act, No);

    public sealed record NoticesGiven(Act Act, int No, GivenNotices Given) : OfReminder(Act, No);

    /// <summary>The calendar has changed, and an admin has confirmed that the term to explain is counted anew (D-05).</summary>
    /// <param name="Old">The first instant (UTC) that was too late to explain.</param>
    /// <param name="New">The first instant (UTC) that is too late to explain.</param>
    /// <param name="Notices">Planned for the term as it is now.</param>
    public sealed record TermRecounted(Act Act, int No, Instant Old, Instant New, IReadOnlyList<PlannedNotice> Notices) : OfReminder(Act, No);

    public sealed record Explained(Act Act, int No, string Text) : OfReminder(Act, No);

    /// <param name="Reason">Empty when no explanation came in time.</param>
    public sealed record Upheld(Act Act, int No, string Reason) : OfReminder(Act, No);

    public sealed record Withdrawn(Act Act, int No, string Reason) : OfReminder(Act, No);

    /// <param name="Decider">Who decides in the leader's place, because the leader is concerned in person (1.6).</param>
    /// <param name="PersonnelBody">Who holds the role on that date.</param>
    public sealed record ReviewOpened(
        Act Act,
        int File,
        ImmutableArray<int> Reminders,
        UnitId? LeadershipUnit,
        PersonId? Decider,
        ImmutableArray<PersonId> PersonnelBody
    ) : ReminderEvent(Act);

    public sealed record LoadRecorded(Act Act, int File, Workload Load) : OfFile(Act, File);

    /// <summary>The organisation has changed while the file waits, and somebody else decides it now.</summary>
    /// <param name="LeadershipUnit">As of <see cref="ReviewOpened"/>.</param>
    /// <param name="Decider">As of <see cref="ReviewOpened"/>.</param>
    public sealed record ReviewAskedAnew(Act Act, int File, UnitId? LeadershipUnit, PersonId? Decider) : OfFile(Act, File);

    public sealed record ReviewAdvised(Act Act, int File, string Text) : OfFile(Act, File);

    public sealed record ReviewConcluded(Act Act, int File, ReviewOutcome Outcome, string Reason) : OfFile(Act, File);

    /// <param name="Reminder">The one whose withdrawal made the file unfounded.</param>
    public sealed record ReviewDismissed(Act Act, int File, int Reminder) : OfFile(Act, File);
}
