using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;

namespace DutyBot.Tests.Duties;

/// <summary>R-02: of what is ready at once, the more urgent leaves first.</summary>
public sealed class HasteTests
{
    private static readonly Effect Told = new Effect.Tell(new Audience.Office(), "n.saved", []);

    [Fact]
    public void R_02_Each_degree_goes_before_the_ones_below_it() =>
        Enum.GetValues<Urgency>()
            .OrderDescending()
            .Select(urgency => Hastes.Of([Told], urgency))
            .ShouldBe([Haste.Flash, Haste.VeryUrgent, Haste.Urgent, Haste.Ordinary]);

    [Fact]
    public void A_card_that_is_only_kept_up_to_date_comes_last_however_urgent_its_duty_is() =>
        Hastes.Of([new Effect.ShowCard(CardName.Assignment, new Audience.Office(), Attention: false)], Urgency.Flash).ShouldBe(Haste.Quiet);

    [Fact]
    public void R_02_In_an_inbox_the_most_urgent_notice_says_when_its_message_leaves()
    {
        Bringing(Urgency.Normal, Urgency.Flash, Urgency.Urgent).ShouldBe(Haste.Flash);
        Bringing(Urgency.Normal).ShouldBe(Haste.Ordinary);
        Hastes
            .Of([new Effect.Remind(SampleOffice.HeadOfPlanning, [Notice(Urgency.Normal) with { Urgent = true }])], Urgency.Normal)
            .ShouldBe(Haste.Urgent, "It is from before its degree was recorded.");
    }

    [Fact]
    public void R_02_A_notice_has_the_degree_of_its_task()
    {
        var flash = Spec.Given(ATask.Accepted(ATask.Draft with { Urgency = Urgency.Flash }))
            .When(ATask.Pass("notice:complete:-5", Times.Dec(11, 8)))
            .Effects;
        Hastes.Of(flash, Urgency.Flash).ShouldBe(Haste.Flash);
        flash.OfType<Effect.Notify>().ShouldAllBe(notify => notify.Notice.Degree == Urgency.Flash && notify.Notice.GivenAt == Times.Dec(11, 8));
    }

    private static Haste Bringing(params Urgency[] notices) =>
        Hastes.Of([new Effect.Remind(SampleOffice.HeadOfPlanning, [.. notices.Select(Notice)])], Urgency.Normal);

    private static DueNotice Notice(Urgency degree) =>
        new($"{degree}", ATask.Id, "complete", "n.due.task", [], degree != Urgency.Normal, Times.Dec(11, 8), degree);
}
