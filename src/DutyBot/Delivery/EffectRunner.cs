using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
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
    Deciders deciders,
    TestMessages tests,
    DueNotices notices,
    DeadLetters letters,
    BacklogRound backlog,
    Workloads loads,
    CampaignRound campaigns,
    UnreachedPeople unreached,
    Office office
)
{
    /// <param name="effect">What was read from <paramref name="held"/>.</param>
    public ValueTask<Settlement> Run(HeldEffect held, Effect effect, CancellationToken cancel) =>
        effect switch
        {
            Effect.Send send => Send(send, cancel),
            Effect.Tell tell => courier.Tell(held, tell, cancel),
            Effect.ShowCard show => Show(held, show, cancel),
            Effect.HandOver handOver => handOvers.CarryOut(handOver, held.Leased.RecordedAt, cancel),
            Effect.CheckReachability { Day: var day } => Morning(day, held.Leased.Attempts, cancel),
            Effect.CountLoad { File: var file } => loads.Record(held.Duty, file, cancel),
            Effect.SendTest test => tests.CarryOut(test, cancel),
            Effect.TellBacklog tell => backlog.Tell(tell, cancel),
            Effect.ShowBacklog show => backlog.Show(held, show, cancel),
            Effect.NoteInCampaigns note => campaigns.Note(note, cancel),
            Effect.Notify notify => notices.Notify(notify, cancel),
            Effect.Remind remind => notices.Remind(held, remind, cancel),
            Effect.Revive revive => letters.Revive(revive, held.Leased.RecordedAt, cancel),
            Effect.Forget forget => letters.Forget(forget, cancel),
            Effect.SendFor asked => unreached.SendFor(held, asked, cancel),
            _ => throw new ArgumentException($"No way to carry out {effect.GetType().Name}.", nameof(effect)),
        };

    private async ValueTask<Settlement> Morning(LocalDate day, int attempts, CancellationToken cancel) =>
        await deciders.AskAnew(cancel) ? await morning.CarryOut(day, attempts, cancel) : Settlements.Busy(office.Now);

    private async ValueTask<Settlement> Show(HeldEffect held, Effect.ShowCard show, CancellationToken cancel)
    {
        var settlement = await courier.Show(held, show, cancel);
        if (settlement is Settlement.Done { Card: not null })
        {
            feed.CardPosted(held.Duty, show);
        }

        return settlement is Settlement.Done { Card: not null } && ReminderIn(show) is { } item
            ? await Report(held.Duty, new ReminderCommand.RecordDelivered(Act.OfSystem(office.Now), item), settlement, cancel)
            : settlement;
    }

    /// <summary>
    /// Says so where somebody waits to hear whether a card arrived, and in the inbox of the person who did not get it. Before it is settled: a
    /// process that dies in between says it again, and the duty takes that as said.
    /// </summary>
    /// <returns>Done where the duty knows that it arrived, and only the settlement was lost.</returns>
    public async ValueTask<Settlement> GiveUp(LeasedEffect leased, Effect effect, Settlement.Dead dead, CancellationToken cancel) =>
        effect switch
        {
            Effect.SendFor asked => await unreached.GiveUp(asked, dead, cancel),
            _ when !await unreached.Note(leased, effect, dead, cancel) => Busy(dead),
            Effect.ShowCard show when ReminderIn(show) is { } item => await NotDelivered(leased.Duty, item, dead, cancel),
            _ => dead,
        };

    private async ValueTask<Settlement> NotDelivered(DutyId duty, string item, Settlement.Dead dead, CancellationToken cancel)
    {
        var reported = await Report(duty, new ReminderCommand.RecordNotDelivered(Act.OfSystem(office.Now), item, dead.Error), dead, cancel);
        return reported is Settlement.Dead { Error: DeliveryErrors.OutcomeUnknown } && await HasArrived(duty, item, cancel)
            ? new Settlement.Done()
            : reported;
    }

    private async ValueTask<bool> HasArrived(DutyId duty, string item, CancellationToken cancel) =>
        (await desk.Reminders(duty, cancel)).Reminder(item) is { DeliveredAt: not null };

    // The reminder whose card this is; a quiet correction of it delivers nothing.
    private static string? ReminderIn(Effect.ShowCard show) => Courier.IsOnce(show) ? show.Item : null;

    private async ValueTask<Settlement> Report(DutyId duty, ReminderCommand report, Settlement settlement, CancellationToken cancel) =>
        (await desk.Execute(duty, report, cancel)).Busy ? Busy(settlement) : settlement;

    // What may have arrived is not sent again because it could not be reported.
    private Settlement.RetryAt Busy(Settlement settlement) =>
        Settlements.Busy(office.Now) with
        {
            IsInDoubt = settlement is Settlement.Done or Settlement.Dead { Error: DeliveryErrors.OutcomeUnknown },
        };

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
