using System.Security.Cryptography;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>A button is an offer: whoever it is meant for and presses it gets the form.</summary>
public sealed class CardButtonTests : IAsyncLifetime
{
    // Those who may act; others see the same card and are told when they press.
    private static readonly PersonId[] Actors = [Deputy, Director, HeadOfPlanning, HeadOfIndustry, HeadOfSafety, HeadOfTrade, DelegateOfPlanning];

    private readonly FeatureTable features = new();
    private readonly DutyStage stage = new();

    public async ValueTask InitializeAsync() => await stage.Found(Nov(9));

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Every_button_of_a_task_opens_for_whom_it_is_meant()
    {
        foreach (var (situation, past) in Reachable.Tasks)
        {
            await ShouldOpen(situation, new Past(past), ATask.Id, past.Length == 0 ? Nov(9) : past[^1].Act.At);
        }
    }

    [Fact]
    public async Task Every_button_of_a_round_opens_for_whom_it_is_meant()
    {
        foreach (var (situation, past) in Reachable.Rounds)
        {
            var closed = situation is nameof(ARound.Closed);
            var story = new Past(closed ? ATask.Disagreed() : ATask.Consulting()) { Round = past };
            await ShouldOpen(situation, story, ARound.Id, past.Length == 0 ? Nov(9) : past[^1].Act.At);
        }
    }

    [Fact]
    public async Task Every_button_of_an_escalation_opens_for_whom_it_is_meant()
    {
        foreach (var (situation, past) in Reachable.Escalations)
        {
            var story = new Past(ATask.Escalated()) { Round = ARound.Closed(), Escalation = past };
            await ShouldOpen(situation, story, AnEscalation.Id, past.Length == 0 ? Nov(9) : past[^1].Act.At);
        }
    }

    [Fact]
    public void The_first_button_of_the_help_opens_a_new_task()
    {
        var card = stage.Cards().Help(NamedOffice.NamesAt(Nov(9), Texts.Of(Language.Vietnamese))).Card;

        features.Opening(CardReading.ActionOf(CardReading.ButtonsOf(card).First()).Verb).ShouldBeOfType<AssignTask>();
    }

    private async Task ShouldOpen(string situation, Past past, DutyId duty, Instant now)
    {
        stage.Set(past);
        stage.MoveTo(now);
        foreach (var person in Actors)
        {
            var visit = await VisitOf(person);
            if (await stage.Cards().For(duty, person, visit.Names, now, CancellationToken.None) is not { } shown)
            {
                continue;
            }

            foreach (var action in CardReading.ButtonsOf(shown.Card).Select(CardReading.ActionOf).Where(action => action.Verb != CardVerbs.View))
            {
                var press = new CardSubmission(action.Verb, action.Duty, action.Version, null, action.Extras ?? CardAction.EmptyExtras, NoInputs);
                var answer = await new FormDesk(features).Handle(visit, press, CancellationToken.None);
                answer.ShouldBeOfType<FormAnswer.Show>($"{person} presses {action.Verb} when {situation}");
            }
        }
    }

    private static Dictionary<string, string> NoInputs { get; } = [];

    private async Task<Visit> VisitOf(PersonId person) =>
        new(
            person,
            new Act(stage.Office.Now, person),
            await stage.Office.Context(CancellationToken.None),
            Texts.Of(Language.Vietnamese),
            stage.Desk,
            new DutyIds(stage.Office, RandomNumberGenerator.Fill)
        )
        {
            Waiting = new Waiting(stage.Store, stage.Desk),
            Backlog = new BacklogBoard(stage.Store, stage.Desk),
        };
}
