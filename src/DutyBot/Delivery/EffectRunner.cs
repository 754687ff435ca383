using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Duties;
using DutyBot.Storage;

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
    DeadLetters letters,
    BacklogRound backlog,
    CampaignRound campaigns,
    UnreachedPeople unreached,
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
            Effect.NoteInCampaigns note => campaigns.Note(note, cancel),
            Effect.Notify notify => notices.Notify(notify, cancel),
            Effect.Remind remind => notices.Remind(remind, cancel),
            Effect.Revive revive => letters.Revive(revive, cancel),
            Effect.Forget forget => letters.Forget(forget, cancel),
            Effect.SendFor asked => unreached.SendFor(asked, cancel),
            _ => throw new ArgumentException($"No way to carry out {effect.GetType().Name}.", nameof(effect)),
        };

    private async ValueTask<Settlement> Show(DutyId duty, Effect.ShowCard show, CancellationToken cancel)
    {
        var settlement = await courier.Show(duty, show, cancel);
        if (settlement is Settlement.Done { Card: not null })
        {
            feed.CardPosted(duty, show);
        }

        return settlement is Settlement.Done { Card: not null } && ReminderIn(show) is { } item
            ? await Report(duty, new ReminderCommand.RecordDelivered(Act.OfSystem(office.Now), item), settlement, cancel)
            : settlement;
    }

    /// <summary>
    /// Says so where somebody waits to hear whether a card arrived, and where the person is kept who did not get it. Before it is settled: a process that dies in between says it again, and the duty
    /// takes that as said.
    /// </summary>
    public async ValueTask<Settlement> GiveUp(LeasedEffect leased, Effect effect, Settlement.Dead dead, CancellationToken cancel) =>
        effect switch
        {
            Effect.SendFor asked => await unreached.GiveUp(asked, dead, cancel),
            _ when !await unreached.Note(leased, effect, dead, cancel) => Settlements.Busy(office.Now),
            Effect.ShowCard show when ReminderIn(show) is { } item => await Report(
                leased.Duty,
                new ReminderCommand.RecordNotDelivered(Act.OfSystem(office.Now), item, dead.Error),
                dead,
                cancel
            ),
            _ => dead,
        };

    // The reminder whose card this is; a quiet correction of it delivers nothing.
    private static string? ReminderIn(Effect.ShowCard show) => show is { Card: CardName.FormalReminder, Attention: true } ? show.Item : null;

    private async ValueTask<Settlement> Report(DutyId duty, ReminderCommand report, Settlement settlement, CancellationToken cancel) =>
        (await desk.Execute(duty, report, cancel)).Busy ? Settlements.Busy(office.Now) : settlement;

    private async ValueTask<Settlement> Send(Effect.Send send, CancellationToken cancel)
    {
        var answer = await desk.Execute(send.To, send.Command, cancel);
        if (answer.IsAccepted && send.Command is ConsultationCommand.Open or EscalationCommand.Submit)
        {
            answer = await handOvers.CatchUp(send.To, cancel);
        }

        return Settlements.Of(answer, office.Now);
    }
}
