using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Domain.Reminders.ReminderCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>R-55: the third that counts opens one file, and a human decides it.</summary>
public sealed class ReviewSpecs
{
    [Fact]
    public void R_55_The_third_that_is_delivered_opens_exactly_one_file()
    {
        var third = ARecord.Two().After(ARecord.IssueOf(3, Director.At(Nov(12))));
        Given(third).State.Files.ShouldBeEmpty("it is under way");

        var events = Given(third).When(ARecord.Arrives(3, Nov(12, 9, 1))).Accepted;

        events.Length.ShouldBe(2);
        var opened = events[1].ShouldBeOfType<ReminderEvent.ReviewOpened>();
        opened.Reminders.ShouldBe([1, 2, 3]);
        opened.PersonnelBody.ShouldBe([Personnel]);
        (opened.LeadershipUnit, opened.Decider, opened.Act.By).ShouldBe((Leadership, null, null));
        Given(ARecord.Proposed()).State.OpenFile!.Phase.ShouldBe(ReviewPhase.Proposed);
        Given(ARecord.Proposed().And(4, Nov(13))).State.Files.Length.ShouldBe(1);
    }

    [Fact]
    public void R_55_With_one_of_three_withdrawn_there_is_none() =>
        Given(ARecord.Withdrawn().And(2, Nov(11)).And(3, Nov(12))).State.Files.ShouldBeEmpty();

    [Fact]
    public void R_55_One_of_another_year_is_not_one_of_the_three()
    {
        var january = new LocalDateTime(2027, 1, 4, 9, 0).InUtc().ToInstant();
        Given(ARecord.Two().And(3, january)).State.Files.ShouldBeEmpty();
        var rolling = With(Policy.Default with { ReminderWindow = ReminderWindow.TwelveMonths });
        var third = ARecord.Two().After(ARecord.IssueOf(3, Director.At(january)));
        Given(third).In(rolling).When(ARecord.Arrives(3, january)).Accepted.Length.ShouldBe(2);
    }

    [Fact]
    public void R_55_How_many_open_a_file_is_a_setting() =>
        Given(ARecord.Delivered().After(ARecord.IssueOf(2, Director.At(Nov(10)))))
            .In(With(Policy.Default with { ReminderThreshold = 2 }))
            .When(ARecord.Arrives(2, Nov(10)))
            .Accepted.Length.ShouldBe(2);

    [Fact]
    public void R_55_A_leader_decides_with_an_outcome_and_a_reason()
    {
        Given(ARecord.Proposed()).Obligation("review:1").Kind.ShouldBe(ObligationKind.ConcludeReview);
        Given(ARecord.Proposed()).Obligation("review:1").Due.ShouldBeNull("silence decides nothing");
        Given(ARecord.Proposed()).When(Conclude(ReviewOutcome.Transfer)).Then<ReminderEvent.ReviewConcluded>();
        Given(ARecord.Advised()).When(Conclude(ReviewOutcome.Accountability)).Then<ReminderEvent.ReviewConcluded>();
        Given(ARecord.Proposed()).When(Conclude(null)).RefusedAt("outcome", "E-CHOOSE-OUTCOME");
        Given(ARecord.Proposed()).When(Conclude(ReviewOutcome.OtherWork) with { Reason = "Đồng ý" }).RefusedAt("reason", "E-REASON-REQUIRED");
        Given(ARecord.Proposed()).When(Conclude(ReviewOutcome.Transfer) with { Act = Personnel.At(Nov(13)) }).Refused("E-FORBIDDEN");
        Given(ARecord.Concluded()).When(Conclude(ReviewOutcome.NoTransfer)).ThenNothing();
        Given(ARecord.Concluded()).When(Conclude(ReviewOutcome.Transfer)).Refused("E-STALE");
    }

    [Fact]
    public void R_55_The_personnel_body_advises_and_decides_nothing()
    {
        Given(ARecord.Proposed()).When(new Advise(Personnel.At(Nov(13)), 1, ARecord.Advice)).Then<ReminderEvent.ReviewAdvised>();
        Given(ARecord.Advised()).State.OpenFile!.Phase.ShouldBe(ReviewPhase.UnderReview);
        Given(ARecord.Proposed()).When(new Advise(HeadOfOffice.At(Nov(13)), 1, ARecord.Advice)).Refused("E-FORBIDDEN");
        Given(ARecord.Concluded()).When(new Advise(Personnel.At(Nov(14)), 1, Texts.Reason)).Refused("E-STALE");
    }

    [Fact]
    public void R_55_A_withdrawn_reminder_closes_the_open_file_as_unfounded()
    {
        var events = Given(ARecord.Advised()).When(new Withdraw(Director.At(Nov(13)), 2, Texts.Reason)).Accepted;

        var dismissed = events[1].ShouldBeOfType<ReminderEvent.ReviewDismissed>();
        (dismissed.File, dismissed.Reminder, dismissed.Act.By).ShouldBe((1, 2, null));
        Given(ARecord.Dismissed()).Obligations.Select(o => o.Name).ShouldNotContain("review:1");
        Given(ARecord.Dismissed()).When(Conclude(ReviewOutcome.Transfer)).Refused("E-STALE");
    }

    [Fact]
    public void R_55_What_is_decided_stays_decided_when_a_reminder_is_withdrawn_later()
    {
        var withdrawn = Given(ARecord.Concluded()).When(new Withdraw(Director.At(Nov(13, 11)), 2, Texts.Reason));
        withdrawn.Then<ReminderEvent.Withdrawn>();
        withdrawn.State.Files.Single().Phase.ShouldBe(ReviewPhase.Concluded);
    }

    [Fact]
    public void R_55_After_a_file_was_closed_as_unfounded_the_third_that_counts_opens_another()
    {
        var record = Given(ARecord.Dismissed().And(4, Nov(17))).State;
        record.Files.Length.ShouldBe(2);
        record.OpenFile!.Reminders.ShouldBe([1, 3, 4]);
    }

    [Fact]
    public void R_55_Reminders_a_leader_has_considered_do_not_open_a_second_file() =>
        Given(ARecord.Concluded().And(4, Nov(17)).And(5, Nov(18))).State.Files.Length.ShouldBe(1);

    [Fact]
    public void R_55_The_load_is_recorded_once_while_the_file_is_open_and_only_by_the_program()
    {
        var load = new Workload(12, 4, 3, 0);
        Given(ARecord.LoadRecorded()).State.File(1)!.Load.ShouldBe(load);
        Given(ARecord.LoadRecorded()).When(new RecordLoad(Act.OfSystem(Nov(13)), 1, load with { Led = 1 })).ThenNothing();
        Given(ARecord.Concluded()).When(new RecordLoad(Act.OfSystem(Nov(14)), 1, load)).ThenNothing();
        Given(ARecord.Proposed()).When(new RecordLoad(Director.At(Nov(13)), 1, load)).Refused("E-FORBIDDEN");
        Given(ARecord.Proposed()).When(new RecordLoad(Act.OfSystem(Nov(13)), 2, load)).Refused("E-STALE");
    }

    [Fact]
    public void R_55_A_new_leader_decides_and_the_next_in_line_where_somebody_who_was_asked_by_name_has_left()
    {
        var replaced = After(Left(Director, Leadership, Position.Head, NovDay(12)), Appointed(Stranger, Leadership, Position.Head, NovDay(13)));
        Given(ARecord.Proposed()).In(replaced).When(new AskAnew(Act.OfSystem(Nov(13)))).ThenNothing();
        Given(ARecord.Proposed())
            .In(replaced)
            .When(new Conclude(Stranger.At(Nov(13)), 1, ReviewOutcome.NoTransfer, Texts.Reason))
            .Then<ReminderEvent.ReviewConcluded>();

        Given(ARecord.AskedAnew()).Obligations.ShouldContain(owed => owed.Name == "review:1" && owed.Owner.Person == OtherDeputy);
        var toLeader = Given(ARecord.OfLeader()).In(replaced).When(new AskAnew(Act.OfSystem(Nov(13))));
        toLeader.Then<ReminderEvent.ReviewAskedAnew>().Decider.ShouldBeNull();
        toLeader.Obligations.ShouldContain(owed => owed.Name == "review:1" && owed.Owner.Unit == Leadership);
        Given(ARecord.OfLeader()).When(new AskAnew(Act.OfSystem(Nov(13)))).ThenNothing();
        Given(ARecord.Concluded()).In(replaced).When(new AskAnew(Act.OfSystem(Nov(14)))).ThenNothing();
    }

    [Fact]
    public void D_04_An_open_file_follows_the_leadership_into_a_new_unit()
    {
        var board = new UnitId("ban-lanh-dao");
        var merged = After(
            new OrganisationEvent.UnitCreated(
                Act.OfSystem(Nov(12)),
                board,
                "Ban lãnh đạo",
                "BLĐ",
                UnitKind.Leadership,
                null,
                NovDay(13),
                "Quyết định"
            ),
            UnitEnded(Leadership, NovDay(13), board)
        );
        Given(ARecord.Proposed())
            .In(merged)
            .When(new AskAnew(Act.OfSystem(Nov(13))))
            .Obligations.ShouldContain(owed => owed.Name == "review:1" && owed.Owner.Unit == board);
    }

    [Fact]
    public void R_55_Nobody_decides_their_own_file()
    {
        var file = Given(ARecord.OfLeader()).State.OpenFile!;
        file.Decider.ShouldBe(Deputy);
        Given(ARecord.OfLeader()).When(Conclude(ReviewOutcome.NoTransfer)).Refused("E-CONFLICT-OF-INTEREST");
        var byDeputy = Conclude(ReviewOutcome.NoTransfer) with { Act = Deputy.At(Nov(13)) };
        Given(ARecord.OfLeader()).When(byDeputy).Then<ReminderEvent.ReviewConcluded>();
    }

    private static Conclude Conclude(ReviewOutcome? outcome) => new(Director.At(Nov(13, 11)), 1, outcome, Texts.Reason);
}
