using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Campaigns;

/// <summary>What has happened to a review campaign.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Marked), "marked")]
[JsonDerivedType(typeof(TasksNoted), "tasksNoted")]
[JsonDerivedType(typeof(AllMarked), "allMarked")]
[JsonDerivedType(typeof(NoticesGiven), "noticesGiven")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
public abstract record CampaignEvent
{
    private CampaignEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }

    /// <param name="DueBy">The first instant (UTC) that is too late to mark.</param>
    /// <param name="Units">All tasks that were open then: what counts in the campaign is among them for good.</param>
    /// <param name="ByOffice">The Office asked, so the report is the Office's; otherwise it is also for whoever asked.</param>
    /// <param name="Notices">Planned for each unit.</param>
    public sealed record Opened(
        Act Act,
        DutyId Campaign,
        string Title,
        string Purpose,
        DocumentSymbol? Document,
        LocalDate AnswerBy,
        Instant DueBy,
        ImmutableArray<UnitTasks> Units,
        bool ByOffice,
        ImmutableArray<PlannedNotice> Notices
    ) : CampaignEvent(Act);

    public sealed record Marked(Act Act, UnitId Unit, ImmutableArray<MarkedTask> Marks) : CampaignEvent(Act);

    /// <param name="Notices">Planned for units that had no part before.</param>
    public sealed record TasksNoted(Act Act, ImmutableArray<TaskChange> Changes, ImmutableArray<PlannedNotice> Notices) : CampaignEvent(Act);

    /// <summary>For the first time nothing waits for a mark any more.</summary>
    public sealed record AllMarked(Act Act) : CampaignEvent(Act);

    public sealed record NoticesGiven(Act Act, UnitId Unit, GivenNotices Given) : CampaignEvent(Act);

    /// <summary>The day has passed; the figures stand from now on.</summary>
    /// <param name="Changes">What had become of tasks by then.</param>
    public sealed record Closed(Act Act, ImmutableArray<TaskChange> Changes) : CampaignEvent(Act);

    public sealed record Cancelled(Act Act, string Reason) : CampaignEvent(Act);
}
