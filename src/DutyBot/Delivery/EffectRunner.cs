using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>Carries out one effect and says how it ended.</summary>
internal sealed class EffectRunner(
    DutyDesk desk,
    Courier courier,
    FeedWorker feed,
    HandOvers handOvers,
    MorningCheck morning,
    TestMessages tests,
    DueNotices notices,
    BacklogRound backlog,
    Office office
)
{
    /// <param name="leased">The effect as it was read from the store: its duty, and when it was recorded.</param>
    public ValueTask<Settlement> Run(LeasedEffect leased, Effect effect, CancellationToken cancel) =>
        effect switch
        {
            Effect.Send send => Send(send, cancel),
            Effect.Tell tell => courier.Tell(leased.Duty, tell, cancel),
            Effect.ShowCard show => Show(leased.Duty, show, cancel),
            Effect.HandOver handOver => handOvers.CarryOut(handOver, leased.RecordedAt, cancel),
            Effect.CheckReachability { Day: var day } => morning.CarryOut(day, leased.Attempts, cancel),
            Effect.SendTest test => tests.CarryOut(test, cancel),
            Effect.TellBacklog tell => backlog.Tell(tell, cancel),
            Effect.ShowBacklog show => backlog.Show(show, cancel),
            Effect.Notify notify => notices.Notify(notify, cancel),
            Effect.Remind remind => notices.Remind(remind, cancel),
            _ => throw new ArgumentException($"No way to carry out {effect.GetType().Name}.", nameof(effect)),
        };

    private async ValueTask<Settlement> Show(DutyId duty, Effect.ShowCard show, CancellationToken cancel)
    {
        var settlement = await courier.Show(duty, show, cancel);
        if (settlement is Settlement.Done { Card: not null })
        {
            feed.CardPosted(duty, show);
        }

        return settlement;
    }

    // The other duty takes a repeated command as done. A refusal is a fault of the program: it stays visible as a dead letter.
    private async ValueTask<Settlement> Send(Effect.Send send, CancellationToken cancel)
    {
        var answer = await desk.Execute(send.To, send.Command, cancel);
        if (answer.IsAccepted && send.Command is ConsultationCommand.Open or EscalationCommand.Submit)
        {
            answer = await handOvers.CatchUp(send.To, cancel);
        }

        return answer switch
        {
            { IsAccepted: true } => new Settlement.Done(),
            { Busy: true } => new Settlement.RetryAt(office.Now + Duration.FromSeconds(1), "busy"),
            _ => new Settlement.Dead(string.Join(' ', answer.Problems.Select(problem => problem.Key))),
        };
    }
}
