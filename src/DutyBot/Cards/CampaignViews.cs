using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Tasks;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Cards;

/// <summary>A review campaign in ready words: what it asks of one unit .</summary>
internal static class CampaignViews
{
    /// <summary>Tasks on one page of a unit's list: as many as one form marks.</summary>
    public const int PageSize = MarkTasks.MostShown;

    /// <param name="tasks">By code: those of the unit.</param>
    /// <param name="page">From 1; one that does not exist shows the nearest that does.</param>
    public static CampaignUnitView OfUnit(
        CampaignCase campaign,
        UnitId unit,
        IReadOnlyDictionary<DutyId, WorkTask> tasks,
        int page,
        CampaignReader reader
    )
    {
        var scene = campaign.Scene;
        var own = campaign.State.Of(unit).OrderByDescending(task => task.IsUnmarked).ToList();
        var pages = Math.Max(1, (own.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        var listed = own.Skip((shown - 1) * PageSize).Take(PageSize).ToList();
        return new(
            Head(campaign, "card.campaign"),
            scene.Names.Of(unit),
            campaign.Opening.Title,
            campaign.Opening.Purpose,
            campaign.Opening.Document?.Value,
            scene.Texts.Format(campaign.Opening.AnswerBy),
            Progress(CampaignFigures.Of(own), scene.Texts),
            [.. listed.Select((task, index) => Row(task, tasks[task.Task], (shown - 1) * PageSize + index + 1, reader, scene))],
            Ending(campaign)
        )
        {
            Buttons = Buttons(campaign, unit, listed, reader),
            Unit = unit,
            NextPage = shown < pages ? shown + 1 : null,
        };
    }

    public static CardHead Head(CampaignCase campaign, string title) =>
        campaign.Scene.Head(
            campaign.Opening.Campaign,
            campaign.Version,
            title,
            State(campaign),
            Urgency.Normal,
            campaign.Scene.Texts.Format("sum.campaign", ("title", campaign.Opening.Title), ("date", campaign.Opening.AnswerBy))
        );

    /// <summary>"Đã rà soát 18/20 nhiệm vụ (90 %)".</summary>
    public static string Progress(CampaignFigures figures, Texts texts) =>
        figures.Total == 0
            ? texts["note.campaignEmpty"]
            : texts.Format("note.campaignProgress", ("done", figures.Done), ("total", figures.Total), ("percent", figures.Percent));

    public static string Name(MarkKind kind, Texts texts) =>
        texts[
            kind switch
            {
                MarkKind.UnderWay => "lbl.mark.underWay",
                MarkKind.NeedsExtension => "lbl.mark.needsExtension",
                MarkKind.Obstacle => "lbl.mark.obstacle",
                MarkKind.ProposesReturn => "lbl.mark.proposesReturn",
                _ => "lbl.mark.doneNotUpdated",
            }
        ];

    /// <summary>Why it is over before its day, where somebody called it off.</summary>
    public static string? Ending(CampaignCase campaign) =>
        campaign.State.CancelReason is { } reason ? campaign.Scene.Texts.Format("note.campaignCancelled", ("reason", reason)) : null;

    private static string State(CampaignCase campaign)
    {
        var texts = campaign.Scene.Texts;
        return campaign.State switch
        {
            { CancelReason: not null } => texts["st.campaignCancelled"],
            { Phase: CampaignPhase.Closed } => texts["st.campaignClosed"],
            _ => texts.Format("st.campaignOpen", ("date", campaign.Opening.AnswerBy)),
        };
    }

    private static IReadOnlyList<CardButton> Buttons(CampaignCase campaign, UnitId unit, IReadOnlyList<ReviewedTask> listed, CampaignReader reader)
    {
        if (campaign.State.Phase != CampaignPhase.Open || reader == CampaignReader.Reader || listed.Count == 0)
        {
            return [];
        }

        var (texts, forms) = (campaign.Scene.Texts, campaign.Scene.Forms);
        var action = new CardAction(FormFeature.OpenVerbOf("campaign.mark"), campaign.Opening.Campaign, campaign.Version).With(
            FormFeature.Extras.Unit,
            unit.Value
        );
        var these = action.With(MarkTasks.TasksExtra, string.Join(',', listed.Select(task => task.Task.Value)));
        return reader == CampaignReader.Channel
            ? [forms.Opener(texts["btn.markTasks"], action) with { Style = ButtonStyle.Positive }]
            :
            [
                .. campaign.State.HasUnmarked(unit)
                    ? [forms.Opener(texts["btn.markTasks"], action) with { Style = ButtonStyle.Positive }]
                    : Array.Empty<CardButton>(),
                forms.Opener(texts["btn.markThese"], these),
            ];
    }

    private static CampaignRow Row(ReviewedTask reviewed, WorkTask task, int number, CampaignReader reader, Scene scene) =>
        new(
            reviewed.Task,
            $"{number}. {Scene.Short(task.Content.Work)}",
            Standing(reviewed, reader, scene),
            reviewed.Settled == SettledBy.End ? null : scene.Due(task.CompleteBy)
        );

    private static string Standing(ReviewedTask reviewed, CampaignReader reader, Scene scene)
    {
        var texts = scene.Texts;
        return reviewed switch
        {
            { Mark: { } mark } when reader == CampaignReader.Channel => Name(mark.Kind, texts),
            { Mark: { } mark } => Scene.Joined(
                Name(mark.Kind, texts),
                mark.ProposedDate is { } date ? texts.Format("note.markDate", ("date", date)) : null,
                mark.Note.Length > 0 ? mark.Note : null,
                scene.Names.Of(mark.Act)
            ),
            { Settled: SettledBy.End } => texts["st.reviewEnded"],
            { Settled: SettledBy.ReturnRequest } => texts["st.reviewReturning"],
            _ => texts["st.unmarked"],
        };
    }
}

/// <summary>A campaign as one reader is shown it.</summary>
internal sealed record CampaignCase(Campaign State, long Version, Scene Scene)
{
    public CampaignEvent.Opened Opening => State.Opening!;

    /// <summary>Whether the person may mark the tasks of the unit: the head, whoever acts for the head, the focal point.</summary>
    public bool MayMark(PersonId person, UnitId unit) =>
        Scene.Context.Permits(new CampaignCommand.Mark(Scene.ActOf(person), unit, [], 0, []), State, out _, out _);

    public bool MayCancel(PersonId person) => Scene.Context.Permits(new CampaignCommand.Cancel(Scene.ActOf(person), ""), State, out _, out _);
}

/// <summary>As what somebody reads the list of a unit.</summary>
internal enum CampaignReader
{
    /// <summary>A channel: everybody of the unit.</summary>
    Channel,

    /// <summary>May mark.</summary>
    Marker,

    Reader,
}
