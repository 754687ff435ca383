using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;

namespace DutyBot.Domain.Urgings;

/// <summary>What an urging does to the world: one notice for each unit, and a line in the history of each task .</summary>
public static class UrgingEffects
{
    public static IEnumerable<Effect> Of(Urging urging, UrgingEvent happened) =>
        happened is not UrgingEvent.Sent sent
            ? []
            :
            [
                .. sent.Units.Select(unit => new Effect.ShowCard(CardName.Urging, new Audience.Channel(unit.Unit), Attention: true)),
                .. sent.Units.SelectMany(unit => unit.Tasks).Select(task => new Effect.Send(task, Record(sent))),
            ];

    private static TaskCommand.RecordUrged Record(UrgingEvent.Sent sent) => new(sent.Act, sent.Urging, sent.Document, sent.AnswerBy);
}
