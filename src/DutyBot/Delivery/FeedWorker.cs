using System.Threading.Channels;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Teams;
using DutyBot.Teams.Graph;

namespace DutyBot.Delivery;

/// <summary>
/// Entries in leaders' activity feeds, after the cards. They stand in no outbox on purpose: the card is what counts and has been sent, so an entry
/// that fails is let be, and Graph, however slow, holds up nothing. What waits here when the process ends is not sent.
/// </summary>
internal sealed partial class FeedWorker(ActivityFeed feed, Addresses addresses, Office office, ILogger<FeedWorker> log) : BackgroundService
{
    private readonly Channel<(DutyId Duty, Audience To)> waiting = Channel.CreateUnbounded<(DutyId, Audience)>();

    /// <summary>Says that a card was posted. Only a submission that asks for attention has an entry.</summary>
    public void CardPosted(DutyId duty, Effect.ShowCard show)
    {
        if (feed.IsOn && show is { Card: CardName.Escalation, Attention: true })
        {
            waiting.Writer.TryWrite((duty, show.To));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (duty, to) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Tell(duty, to, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault, duty.Value);
            }
        }
    }

    private async Task Tell(DutyId duty, Audience to, CancellationToken cancel)
    {
        var organisation = (await office.Context(cancel)).Organisation;
        if (Recipients.Find(to, organisation, office.Today) is not Recipient.Individual { Person: var leader })
        {
            return;
        }

        var language = await addresses.LanguageOf(leader, organisation, cancel);
        var answer = await feed.TellOfEscalation(leader, duty, Texts.Of(language), cancel);
        if (!answer.Succeeded)
        {
            LogNotTold(duty.Value, answer.Failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No entry for {Duty} in the activity feed: {Outcome}.")]
    private partial void LogNotTold(string duty, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The entry for {Duty} in the activity feed failed.")]
    private partial void LogFault(Exception fault, string duty);
}
