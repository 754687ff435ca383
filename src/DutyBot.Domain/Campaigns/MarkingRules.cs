using System.Collections.Immutable;
using DutyBot.Domain.Documents;
using Fields = DutyBot.Domain.Campaigns.MarkDraft.Fields;

namespace DutyBot.Domain.Campaigns;

/// <summary>Which marks may be given: to tasks the unit leads, with a note where others have to act on it.</summary>
internal static class MarkingRules
{
    /// <summary>Those that say something new.</summary>
    public static ImmutableArray<MarkedTask> New(Campaign campaign, CampaignCommand.Mark command) =>
        [
            .. from draft in command.Marks
            where draft.Kind is not null
            let marked = new MarkedTask(draft.Task, draft.Kind!.Value, draft.Note.Trim(), draft.ProposedDate)
            where campaign.Task(draft.Task)?.Mark is not { } mark || !mark.Says(marked)
            select marked,
        ];

    /// <param name="campaign">As it is once it has looked at the tasks.</param>
    public static IEnumerable<Problem> Problems(Campaign campaign, CampaignCommand.Mark command, Act act, DutyContext context) =>
        command.Marks.IsEmpty
            ? [new("E-CAMPAIGN-UNMARKED", Fields.Marks)]
            : command.Marks.SelectMany(draft => Problems(campaign, draft, command, act, context));

    private static IEnumerable<Problem> Problems(Campaign campaign, MarkDraft draft, CampaignCommand.Mark command, Act act, DutyContext context)
    {
        var field = Fields.Kind(draft.Task);
        if (campaign.Task(draft.Task) is not { } task || task.Unit != command.Unit)
        {
            return [new("E-CAMPAIGN-MOVED", field)];
        }

        return task.Settled == SettledBy.End ? [new("E-CAMPAIGN-ENDED", field)]
            : draft.Kind is not { } kind ? [new("E-CAMPAIGN-KIND", field)]
            : task.Mark is { } mark && mark.No > command.Seen && !mark.Says(Said(draft, kind)) ? [new("E-CAMPAIGN-MEANWHILE", field)]
            : [.. new[] { OfNote(draft, kind, context), OfDate(draft, kind, act, context) }.OfType<Problem>()];
    }

    private static MarkedTask Said(MarkDraft draft, MarkKind kind) => new(draft.Task, kind, draft.Note.Trim(), draft.ProposedDate);

    private static Problem? OfNote(MarkDraft draft, MarkKind kind, DutyContext context) =>
        kind is MarkKind.NeedsExtension or MarkKind.Obstacle or MarkKind.ProposesReturn
            ? context.NotAReason(draft.Note, Fields.Note(draft.Task))
            : SecrecyMarks.Check(draft.Note, Fields.Note(draft.Task));

    private static Problem? OfDate(MarkDraft draft, MarkKind kind, Act act, DutyContext context) =>
        draft.ProposedDate is not { } day ? null
        : kind != MarkKind.NeedsExtension ? new("E-CAMPAIGN-DATE-ONLY", Fields.ProposedDate(draft.Task))
        : day <= context.DateOf(act) ? new("E-CAMPAIGN-PROPOSED", Fields.ProposedDate(draft.Task))
        : null;
}
