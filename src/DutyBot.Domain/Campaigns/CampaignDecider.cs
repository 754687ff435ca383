using System.Collections.Immutable;
using DutyBot.Domain.Authorisation;
using static DutyBot.Domain.Campaigns.CampaignCommand;
using static DutyBot.Domain.Campaigns.CampaignEvent;

namespace DutyBot.Domain.Campaigns;

/// <summary>
/// Decides what may happen to a review campaign: one arm per legal transition of 1.4.13, anything else is refused. A command that repeats what
/// already happened changes nothing.
/// </summary>
public static class CampaignDecider
{
    /// <summary>Most units of one campaign: their cards must fit one append.</summary>
    public const int MostUnits = 90;

    public const int MostTasks = 2_000;

    private static readonly Problem Stale = new("E-STALE");
    private static readonly Problem IsClosed = new("E-CAMPAIGN-CLOSED");
    private static readonly Decision<CampaignEvent> Nothing = Decision<CampaignEvent>.Nothing;

    public static Decision<CampaignEvent> Decide(Campaign campaign, CampaignCommand command, DutyContext context)
    {
        var inForce = campaign.Opening is { } opening ? context.StartedAt(opening.Act.At) : context;
        return !context.Permits(command, campaign, out var act, out var refusal) ? refusal
            : command is Open open ? Decide(campaign, open, act, context)
            : campaign.Opening is null ? Stale
            : command switch
            {
                Mark c => Decide(campaign, c, act, inForce),
                NoteTasks c => Noted(campaign, c.Standings, act, inForce),
                Cancel c => Decide(campaign, c, act, inForce),
                PassDeadline c => Decide(campaign, c, inForce),
                _ => Nothing,
            };
    }

    private static Decision<CampaignEvent> Decide(Campaign campaign, Open command, Act act, DutyContext context) =>
        campaign.Opening is not null ? Nothing
        : OpeningRules.Problems(command.Draft, act, context).ToList() is { Count: > 0 } problems ? Decision<CampaignEvent>.Reject(problems)
        : OpeningRules.Opened(command, act, context);

    private static Decision<CampaignEvent> Decide(Campaign campaign, Mark command, Act act, DutyContext context)
    {
        var changes = campaign.ChangesTo(command.Standings);
        var seen = campaign.Seeing(changes);
        var marked = MarkingRules.New(seen, command);
        if (!command.Marks.IsEmpty && marked.IsEmpty && command.Marks.All(mark => mark.Kind is not null))
        {
            return Nothing;
        }

        return campaign.Phase != CampaignPhase.Open || act.At >= campaign.Opening!.DueBy ? IsClosed
            : MarkingRules.Problems(seen, command, act, context).ToList() is { Count: > 0 } problems ? Decision<CampaignEvent>.Reject(problems)
            : Completed(campaign, [.. Looked(campaign, changes, act.At, context), new Marked(act, command.Unit, marked)]);
    }

    private static Decision<CampaignEvent> Noted(Campaign campaign, ImmutableArray<TaskStanding> standings, Act act, DutyContext context) =>
        Completed(campaign, Looked(campaign, campaign.ChangesTo(standings), act.At, context));

    private static Decision<CampaignEvent> Decide(Campaign campaign, Cancel command, Act act, DutyContext context) =>
        campaign.CancelReason is not null ? Nothing
        : campaign.Phase != CampaignPhase.Open || act.At >= campaign.Opening!.DueBy ? IsClosed
        : context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : new Cancelled(act, command.Reason.Trim());

    private static Decision<CampaignEvent> Decide(Campaign campaign, PassDeadline command, DutyContext context)
    {
        if (campaign.Phase != CampaignPhase.Open)
        {
            return Nothing;
        }

        var (act, changes) = (command.Act, campaign.ChangesTo(command.Standings));
        if (act.At >= campaign.Opening!.DueBy)
        {
            return new Closed(act, changes);
        }

        var looked = Looked(campaign, changes, act.At, context);
        var given = CampaignNotices.Due(campaign.Seeing(changes), act, command.Obligation, context);
        return Completed(campaign, given is null ? looked : [.. looked, given]);
    }

    private static ImmutableArray<CampaignEvent> Looked(
        Campaign campaign,
        ImmutableArray<TaskChange> changes,
        NodaTime.Instant at,
        DutyContext context
    ) => changes.IsEmpty ? [] : [new TasksNoted(Act.OfSystem(at), changes, CampaignNotices.Joining(campaign, changes, at, context))];

    // The events, and that nothing waits for a mark any more, when that is so for the first time.
    private static Decision<CampaignEvent> Completed(Campaign campaign, ImmutableArray<CampaignEvent> events)
    {
        var after = events.Aggregate(campaign, Campaign.Evolve);
        return events.IsEmpty ? Nothing
            : after.WasAllMarked || after.Tasks.Any(task => task.IsUnmarked) ? Decision<CampaignEvent>.Accept([.. events])
            : Decision<CampaignEvent>.Accept([.. events, new AllMarked(Act.OfSystem(events[^1].Act.At))]);
    }
}
