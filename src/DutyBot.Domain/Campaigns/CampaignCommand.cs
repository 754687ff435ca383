using System.Collections.Immutable;

namespace DutyBot.Domain.Campaigns;

/// <summary>What may happen to a review campaign (1.4.13). Where a command carries standings, they were read just before it was given.</summary>
public abstract record CampaignCommand : DutyCommand
{
    private CampaignCommand(Act act)
        : base(act) { }

    /// <summary>The Office, or a leader, has all open tasks of units reviewed. Repeating it changes nothing.</summary>
    public sealed record Open(Act Act, DutyId Campaign, CampaignDraft Draft) : CampaignCommand(Act);

    /// <summary>The head of a unit marks some of its tasks; marks may be changed until the campaign closes.</summary>
    /// <param name="Seen">The number of the last saving that whoever filled in the form could see.</param>
    /// <param name="Standings">Of the tasks that are marked.</param>
    public sealed record Mark(Act Act, UnitId Unit, ImmutableArray<MarkDraft> Marks, int Seen, ImmutableArray<TaskStanding> Standings)
        : CampaignCommand(Act);

    /// <summary>The program: tasks of the campaign have ended, or got another lead.</summary>
    public sealed record NoteTasks(Act Act, ImmutableArray<TaskStanding> Standings) : CampaignCommand(Act);

    /// <summary>Whoever may open a campaign calls it off; nothing in it counts.</summary>
    public sealed record Cancel(Act Act, string Reason) : CampaignCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation, ImmutableArray<TaskStanding> Standings) : CampaignCommand(Act);
}
