using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Domain.Tasks.TaskEvent;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>T6, T7 and the naming of officers in T13.</summary>
public sealed class AcceptanceSpecs
{
    private static readonly Act ByHead = HeadOfPlanning.At(Nov(9, 10));

    [Fact]
    public void T6_The_head_accepts_and_names_the_officer() =>
        Given(Issued()).When(new Accept(ByHead, OfficerOfPlanning)).Then(new Accepted(ByHead, OfficerOfPlanning));

    [Fact]
    public void T6_The_head_may_do_it_in_person() => Given(Issued()).When(new Accept(ByHead, HeadOfPlanning)).Then<Accepted>();

    [Fact]
    public void T6_Acceptance_at_the_very_end_of_the_term_still_counts_until_the_clock_has_come()
    {
        var late = HeadOfPlanning.At(EndOf(NovDay(10)));
        Given(Issued()).When(new Accept(late, OfficerOfPlanning)).Then(new Accepted(late, OfficerOfPlanning));
    }

    [Fact]
    public void R_06_Without_a_person_a_task_is_not_accepted() =>
        Given(Issued()).When(new Accept(ByHead, null)).RefusedAt("officer", "E-UNCLEAR-PERSON");

    [Fact]
    public void R_16_The_officer_has_a_current_appointment_in_the_lead_unit()
    {
        foreach (var person in new[] { OfficerOfIndustry, Director, Stranger })
        {
            Given(Issued()).When(new Accept(ByHead, person)).RefusedAt("officer", "E-NOT-IN-UNIT");
        }

        Given(Issued())
            .In(After(Left(OfficerOfPlanning, Planning, Position.Officer, NovDay(8))))
            .When(new Accept(ByHead, OfficerOfPlanning))
            .RefusedAt("officer", "E-NOT-IN-UNIT");
    }

    [Fact]
    public void T6_Only_the_head_of_the_lead_unit_accepts()
    {
        foreach (var person in new[] { OfficerOfPlanning, HeadOfTrade, HeadOfIndustry, Deputy, Director, HeadOfOffice, Stranger })
        {
            Given(Issued()).When(new Accept(person.At(Nov(9, 10)), OfficerOfPlanning)).Refused("E-FORBIDDEN");
        }
    }

    [Fact]
    public void T6_A_head_who_has_left_accepts_no_more_and_the_new_one_does()
    {
        var changed = After(Left(HeadOfPlanning, Planning, Position.Head, NovDay(8)), Appointed(Stranger, Planning, Position.Head, NovDay(9)));
        Given(Issued()).In(changed).When(new Accept(ByHead, OfficerOfPlanning)).Refused("E-FORBIDDEN");
        Given(Issued()).In(changed).When(new Accept(Stranger.At(Nov(9, 10)), OfficerOfPlanning)).Then<Accepted>();
    }

    [Fact]
    public void D_03_Acceptance_by_delegation_says_for_whom() =>
        Given(Issued())
            .When(new Accept(DelegateOfPlanning.At(Nov(9, 10)), OfficerOfPlanning))
            .Then(new Accepted(new Act(Nov(9, 10), DelegateOfPlanning, HeadOfPlanning), OfficerOfPlanning));

    [Fact]
    public void D_07_Accepting_twice_is_accepting_once()
    {
        Given(Accepted()).When(new Accept(ByHead, OfficerOfPlanning)).ThenNothing();
        Given(Accepted()).When(new Accept(ByHead, OtherOfficerOfPlanning)).Refused("E-STALE");
    }

    [Fact]
    public void R_49_T7_Silence_until_the_end_of_the_term_is_acceptance_by_the_head()
    {
        var due = EndOf(NovDay(10));
        Given(Issued()).When(Pass(TaskObligations.Accept, JustBefore(due))).ThenNothing();
        var deemed = Given(Issued()).When(Pass(TaskObligations.Accept, due));
        deemed.Then(new DeemedAccepted(Act.OfSystem(due), HeadOfPlanning));
        deemed.State.Phase.ShouldBe(TaskPhase.InProgress);
        deemed.State.Officer.ShouldBe(HeadOfPlanning);
    }

    [Fact]
    public void R_15_T7_Until_an_officer_is_named_the_work_is_owed_by_whoever_heads_the_unit()
    {
        Given(DeemedAccepted()).Obligation(TaskObligations.Complete).Owner.ShouldBe(Owner.Of(Planning));
        Given(Accepted()).Obligation(TaskObligations.Complete).Owner.ShouldBe(Owner.Of(OfficerOfPlanning));
        Given(Issued()).Obligation(TaskObligations.Complete).Owner.ShouldBe(Owner.Of(Planning));
    }

    [Fact]
    public void T9_Why_a_return_was_rejected_is_shown_until_the_task_is_accepted_by_a_person_or_the_clock()
    {
        Given(ReturnRejected()).State.ReturnRejectedBecause.ShouldBe(Texts.Reason);
        Given(ReturnRejected()).When(Pass(TaskObligations.Accept, EndOf(NovDay(11)))).State.ReturnRejectedBecause.ShouldBeNull();
        Given(ReturnRejected()).When(new Accept(HeadOfPlanning.At(Nov(11)), OfficerOfPlanning)).State.ReturnRejectedBecause.ShouldBeNull();
    }

    [Fact]
    public void R_49_A_task_nobody_accepted_is_overdue_at_its_deadline_like_any_other() =>
        Given(DeemedAccepted()).When(Pass(TaskObligations.Complete, EndOf(DecDay(18)))).Then<CompletionDeadlinePassed>();

    [Fact]
    public void T7_A_unit_that_lost_its_head_is_held_to_it_all_the_same() =>
        Given(Issued())
            .In(After(Left(HeadOfPlanning, Planning, Position.Head, NovDay(9))))
            .When(Pass(TaskObligations.Accept, EndOf(NovDay(10))))
            .Then<DeemedAccepted>()
            .Head.ShouldBeNull();

    [Fact]
    public void T13_After_a_deemed_acceptance_the_head_names_the_officer_without_a_reason()
    {
        var at = HeadOfPlanning.At(Nov(11));
        Given(DeemedAccepted()).When(new NameOfficer(at, OfficerOfPlanning, "")).Then(new OfficerNamed(at, OfficerOfPlanning, ""));
        Given(DeemedAccepted()).When(new Accept(at, OfficerOfPlanning)).Then(new OfficerNamed(at, OfficerOfPlanning, ""));
        Given(DeemedAccepted()).When(new NameOfficer(at, HeadOfPlanning, "")).Then<OfficerNamed>();
        Given(DeemedAccepted()).When(new NameOfficer(at, null, "")).RefusedAt("officer", "E-UNCLEAR-PERSON");
    }

    [Fact]
    public void R_16_Another_officer_is_named_with_a_reason()
    {
        var at = HeadOfPlanning.At(Nov(11));
        Given(Accepted()).When(new NameOfficer(at, OtherOfficerOfPlanning, "")).RefusedAt("reason", "E-REASON-REQUIRED");
        Given(Accepted()).When(new NameOfficer(at, OtherOfficerOfPlanning, Texts.TooShort)).RefusedAt("reason", "E-REASON-REQUIRED");
        Given(Accepted())
            .When(new NameOfficer(at, OtherOfficerOfPlanning, Texts.Reason))
            .Then(new OfficerNamed(at, OtherOfficerOfPlanning, Texts.Reason));
        Given(Accepted()).When(new NameOfficer(at, OfficerOfIndustry, Texts.Reason)).RefusedAt("officer", "E-NOT-IN-UNIT");
        Given(Accepted()).When(new NameOfficer(at, OfficerOfPlanning, "")).ThenNothing();
    }

    [Fact]
    public void T13_Only_the_head_of_the_lead_unit_names_officers()
    {
        foreach (var person in new[] { OfficerOfPlanning, HeadOfTrade, Deputy, Director, Stranger })
        {
            Given(Accepted()).When(new NameOfficer(person.At(Nov(11)), OtherOfficerOfPlanning, Texts.Reason)).Refused("E-FORBIDDEN");
        }
    }
}
