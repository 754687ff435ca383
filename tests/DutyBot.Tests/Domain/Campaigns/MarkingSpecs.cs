using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Campaigns.ACampaign;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using Fields = DutyBot.Domain.Campaigns.MarkDraft.Fields;

namespace DutyBot.Tests.Domain.Campaigns;

/// <summary>R-60: the head marks each open task of the unit, some at a time, until the day is over.</summary>
public sealed class MarkingSpecs
{
    private static readonly Act ByHead = HeadOfPlanning.At(Nov(10));

    [Theory]
    [InlineData(MarkKind.NeedsExtension)]
    [InlineData(MarkKind.Obstacle)]
    [InlineData(MarkKind.ProposesReturn)]
    public void R_60_What_others_have_to_act_on_needs_a_note(MarkKind kind)
    {
        Given(Opened()).When(Marks(Planning, ByHead, Says(OfPlanning[0], kind))).RefusedAt(Fields.Note(OfPlanning[0]), "E-REASON-REQUIRED");
        Given(Opened()).When(Marks(Planning, ByHead, Says(OfPlanning[0], kind, Texts.TooShort))).Refused("E-REASON-REQUIRED");
        Given(Opened()).When(Marks(Planning, ByHead, Says(OfPlanning[0], kind, Texts.JustLongEnough))).Then<CampaignEvent.Marked>();
    }

    [Theory]
    [InlineData(MarkKind.UnderWay)]
    [InlineData(MarkKind.DoneNotUpdated)]
    public void R_60_What_nobody_has_to_act_on_needs_none(MarkKind kind) =>
        Given(Opened()).When(Marks(Planning, ByHead, Says(OfPlanning[0], kind))).Then<CampaignEvent.Marked>();

    [Fact]
    public void R_60_Marks_may_be_saved_in_part_and_changed_and_repeating_them_changes_nothing()
    {
        var again = Marks(Planning, HeadOfPlanning.At(Nov(11)), Says(OfPlanning[1], MarkKind.DoneNotUpdated)) with { Seen = 1 };
        var changed = Marked().After(again);

        Given(changed).State.Task(OfPlanning[1])!.Mark!.Kind.ShouldBe(MarkKind.DoneNotUpdated);
        Given(changed).State.HasUnmarked(Planning).ShouldBeTrue();
        Given(changed).When(again).ThenNothing();
    }

    [Fact]
    public void R_60_An_old_form_does_not_undo_what_somebody_else_has_marked_since()
    {
        var stale = Marks(Planning, DelegateOfPlanning.At(Nov(11)), Says(OfPlanning[1], MarkKind.DoneNotUpdated));

        Given(Marked()).When(stale).RefusedAt(Fields.Kind(OfPlanning[1]), "E-CAMPAIGN-MEANWHILE");
        Given(Marked()).When(stale with { Seen = 1 }).Then<CampaignEvent.Marked>();
    }

    [Fact]
    public void R_60_Marking_shows_in_the_units_card_and_nothing_is_returned_or_prolonged_by_it()
    {
        var effects = Given(AllMarked()[..^2]).When(Marks(Industry, HeadOfIndustry.At(Nov(12)), Says(OfIndustry[0], MarkKind.ProposesReturn, Note)));

        effects.Effects.ShouldBe([new Effect.ShowCard(CardName.Campaign, new Audience.Channel(Industry), Attention: false)]);
    }

    [Fact]
    public void R_60_Only_for_the_own_tasks_and_only_by_who_acts_for_the_head()
    {
        Given(Opened()).When(Marks(Planning, HeadOfIndustry.At(Nov(10)), Says(OfPlanning[0]))).Refused("E-FORBIDDEN");
        Given(Opened()).When(Marks(Planning, OfficerOfPlanning.At(Nov(10)), Says(OfPlanning[0]))).Refused("E-FORBIDDEN");
        Given(Opened()).When(Marks(Planning, ByHead, Says(OfIndustry[0]))).RefusedAt(Fields.Kind(OfIndustry[0]), "E-CAMPAIGN-MOVED");
        Given(Opened()).When(Marks(Planning, ByHead, Says(Task(99)))).Refused("E-CAMPAIGN-MOVED");
        Given(Opened())
            .When(Marks(Planning, DelegateOfPlanning.At(Nov(10)), Says(OfPlanning[0])))
            .Then<CampaignEvent.Marked>()
            .Act.OnBehalfOf.ShouldBe(HeadOfPlanning);
    }

    [Fact]
    public void R_60_The_focal_point_of_the_unit_marks_in_the_own_name()
    {
        var office = After(Appointed(Stranger, Planning, Position.FocalPoint, NovDay(2)));

        Given(Opened())
            .In(office)
            .When(Marks(Planning, Stranger.At(Nov(10)), Says(OfPlanning[0])))
            .Then<CampaignEvent.Marked>()
            .Act.OnBehalfOf.ShouldBeNull();
        Given(Opened()).In(office).When(Marks(Industry, Stranger.At(Nov(10)), Says(OfIndustry[0]))).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void R_60_A_form_without_a_mark_says_so_and_a_date_goes_with_an_extension_and_lies_ahead()
    {
        var (task, other) = (OfPlanning[0], OfPlanning[1]);
        Given(Opened()).When(Marks(Planning, ByHead)).RefusedAt(Fields.Marks, "E-CAMPAIGN-UNMARKED");
        Given(Opened()).When(Marks(Planning, ByHead, Says(task, null, Note), Says(other))).RefusedAt(Fields.Kind(task), "E-CAMPAIGN-KIND");
        Given(Opened())
            .When(Marks(Planning, ByHead, Says(task, MarkKind.UnderWay, "", DecDay(1))))
            .RefusedAt(Fields.ProposedDate(task), "E-CAMPAIGN-DATE-ONLY");
        Given(Opened())
            .When(Marks(Planning, ByHead, Says(task, MarkKind.NeedsExtension, Note, NovDay(10))))
            .RefusedAt(Fields.ProposedDate(task), "E-CAMPAIGN-PROPOSED");
    }

    [Fact]
    public void R_60_When_nothing_is_left_to_mark_the_opener_gets_the_report_once()
    {
        Given(AllMarked()).LastEffects.ShouldBe([Report(new Audience.Office(), attention: true)]);
        Given(AllMarked()).Obligations.ShouldNotContain(o => o.Kind == ObligationKind.MarkTasks || o.Kind == ObligationKind.Notice);

        var later = Marks(Planning, HeadOfPlanning.At(Nov(13)), Says(OfPlanning[1], MarkKind.DoneNotUpdated)) with { Seen = 9 };
        Given(AllMarked()).When(later).Then<CampaignEvent.Marked>();
    }

    [Fact]
    public void R_60_After_the_day_nothing_is_marked_whether_or_not_the_clock_has_closed_it()
    {
        var late = Marks(Planning, HeadOfPlanning.At(End), Says(OfPlanning[2]));

        Given(Marked()).When(late).Refused("E-CAMPAIGN-CLOSED");
        Given(Closed()).When(late).Refused("E-CAMPAIGN-CLOSED");
        Given(Marked()).When(late with { Act = HeadOfPlanning.At(JustBefore(End)) }).Then<CampaignEvent.Marked>();
    }

    internal static Effect.ShowCard Report(Audience to, bool attention) => new(CardName.CampaignReport, to, attention);
}
