using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>Who sees what (1.6): facts for the units concerned, the Office and the leadership; opinions, before the close, for two units only.</summary>
public sealed class CardVisibilityTests : IAsyncDisposable
{
    private static readonly PersonId[] NotConcerned = [Stranger, Personnel];

    private readonly DutyStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_task_is_for_the_units_concerned_the_Office_and_the_leadership()
    {
        stage.Set(new Past(ATask.Consulting()) { Round = ARound.Opened() });

        foreach (var person in Everybody.Except(NotConcerned))
        {
            (await Read(ATask.Id, person)).ShouldNotBeNull(person.Value);
        }

        (await Read(ATask.Id, Stranger)).ShouldBeNull();
    }

    [Fact]
    public async Task Before_a_task_asks_them_other_units_do_not_see_it()
    {
        stage.Set(new Past(ATask.Accepted()));

        (await Read(ATask.Id, HeadOfTrade)).ShouldNotBeNull();
        (await Read(ATask.Id, HeadOfSafety)).ShouldBeNull();
    }

    [Fact]
    public async Task Before_the_close_opinions_are_for_the_lead_unit_and_the_unit_that_gave_them()
    {
        stage.Set(new Past(ATask.Consulting()) { Round = ARound.AllAnswered() });

        var readers = new List<PersonId>();
        foreach (var person in Everybody)
        {
            if ((await Read(ARound.Id, person))?.Contains(ARound.Specific, StringComparison.Ordinal) == true)
            {
                readers.Add(person);
            }
        }

        readers.ShouldBe(
            [HeadOfPlanning, OfficerOfPlanning, OtherOfficerOfPlanning, DelegateOfPlanning, HeadOfIndustry, OfficerOfIndustry, DelegateOfIndustry],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task After_the_close_the_leadership_and_the_Office_read_them_and_other_units_still_do_not()
    {
        stage.Set(new Past(ATask.Disagreed()) { Round = ARound.Closed() });

        (await Read(ARound.Id, Director))!.ShouldContain(ARound.Specific);
        (await Read(ARound.Id, HeadOfOffice))!.ShouldContain(ARound.Specific);
        (await Read(ARound.Id, HeadOfSafety))!.ShouldNotContain(ARound.Specific);
        (await Read(ARound.Id, HeadOfTrade)).ShouldBeNull();
    }

    [Fact]
    public async Task A_leader_reads_why_a_unit_sent_the_request_back_before_the_close()
    {
        stage.Set(new Past(ATask.Consulting()) { Round = ARound.Returned() });

        (await Read(ARound.Id, Director))!.ShouldContain(Domain.Specs.Texts.Reason);
    }

    [Fact]
    public async Task R_35_The_card_in_a_channel_shows_neither_the_draft_nor_the_answer()
    {
        foreach (var round in new[] { ARound.Drafted(), ARound.Answered(), ARound.SentBack(), ARound.Closed() })
        {
            stage.Set(new Past(ATask.Consulting()) { Round = round });
            var card = await stage.Cards().Render(CardName.ConsultationRequest, ARound.Id, Industry, Reader, Nov(13), CancellationToken.None);

            CardReading.Of(card!).ShouldNotContain(ARound.Specific);
            CardReading.Of(card!).ShouldNotContain(ARound.Alternative);
        }
    }

    [Fact]
    public async Task R_35_The_lead_unit_does_not_see_a_draft()
    {
        stage.Set(new Past(ATask.Consulting()) { Round = ARound.Drafted() });

        (await Read(ARound.Id, HeadOfPlanning))!.ShouldNotContain(ARound.Specific);
    }

    [Fact]
    public async Task R_46_The_units_concerned_see_a_submission_once_it_is_decided()
    {
        stage.Set(new Past(ATask.Escalated()) { Round = ARound.Closed(), Escalation = AnEscalation.Submitted() });
        (await Read(AnEscalation.Id, Director)).ShouldNotBeNull();
        (await Read(AnEscalation.Id, HeadOfPlanning)).ShouldNotBeNull();
        (await Read(AnEscalation.Id, HeadOfIndustry)).ShouldBeNull();

        stage.Set(new Past(ATask.Decided()) { Round = ARound.Closed(), Escalation = AnEscalation.Decided() });
        foreach (var head in new[] { HeadOfIndustry, HeadOfSafety, HeadOfTrade, OfficerOfPlanning })
        {
            (await Read(AnEscalation.Id, head))!.ShouldContain($"{AnEscalation.Id}/01");
        }

        (await Read(AnEscalation.Id, Stranger)).ShouldBeNull();
    }

    [Fact]
    public async Task What_does_not_exist_is_shown_to_nobody()
    {
        stage.Set(new Past([]));

        foreach (var duty in new[] { ATask.Id, ARound.Id, AnEscalation.Id, DutyId.Organisation })
        {
            (await Read(duty, Director)).ShouldBeNull();
        }
    }

    private static Names Reader => NamedOffice.NamesAt(Nov(13), Texts.Of(Language.Vietnamese));

    private async Task<string?> Read(DutyId duty, PersonId person) =>
        await stage.Cards().For(duty, person, Reader, Nov(13), CancellationToken.None) is { } card ? CardReading.Of(card) : null;
}
