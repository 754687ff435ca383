using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using NodaTime;

namespace DutyBot.Cards;

/// <summary>What waits for a person, in ready words.</summary>
internal sealed class WorkViews(DutyDesk desk)
{
    /// <summary>Rows that fit on one card.</summary>
    private const int MostRows = 20;

    /// <param name="items">The nearest date first.</param>
    public async ValueTask<MyWorkView> Of(IReadOnlyList<WaitingItem> items, WorkList list, Scene scene, CancellationToken cancel)
    {
        var rows = new List<WorkRow>();
        foreach (var item in items.Take(MostRows))
        {
            var due = await DueOf(item, cancel) is { } date ? scene.Due(date) : scene.Texts["note.noDate"];
            rows.Add(new WorkRow(item.Duty, scene.Texts[KeyOf(item.Kind)], item.Title, due));
        }

        return new MyWorkView(list, rows, items.Count - rows.Count);
    }

    // An obligation whose date has passed is owed without one; the person still reads since when.
    private async ValueTask<Instant?> DueOf(WaitingItem item, CancellationToken cancel) =>
        item.Kind switch
        {
            ObligationKind.Complete => (await desk.Task(item.Duty, cancel)).CompleteBy,
            ObligationKind.Report => (await desk.Task(item.Duty, cancel)).ReportBy,
            ObligationKind.DecideReturn => (await desk.Task(item.Duty, cancel)).ReturnDecisionBy,
            ObligationKind.DecideEscalation => (await desk.Escalation(item.Duty, cancel)).DecideBy,
            ObligationKind.Reply => ReplyBy(await desk.Consultation(item.Duty, cancel), item.Due),
            ObligationKind.TakePart => (await desk.Campaign(item.Duty, cancel)).Opening?.DueBy,
            ObligationKind.Lead or ObligationKind.Coordinate => await EndOf(item.Duty, cancel),
            _ => item.Due,
        };

    private async ValueTask<Instant?> EndOf(DutyId duty, CancellationToken cancel) =>
        duty.Kind switch
        {
            DutyKind.Task => (await desk.Task(duty, cancel)).CompleteBy,
            DutyKind.Consultation => (await desk.Consultation(duty, cancel)).Opening?.ReplyBy,
            _ => (await desk.Escalation(duty, cancel)).DecideBy,
        };

    // After the reply date the clock waits for the day on which silence is recorded; what the unit missed is the reply date.
    private static Instant? ReplyBy(Consultation round, Instant? due) =>
        round.Items.FirstOrDefault(item => item.Phase == ItemPhase.Overdue && item.NonResponseAt == due)?.ReplyBy ?? due;

    private static string KeyOf(ObligationKind kind) =>
        kind switch
        {
            ObligationKind.Accept => "owed.accept",
            ObligationKind.DecideReturn => "owed.decideReturn",
            ObligationKind.Complete => "owed.complete",
            ObligationKind.Report => "owed.report",
            ObligationKind.Reply => "owed.reply",
            ObligationKind.IssueDraft => "owed.issueDraft",
            ObligationKind.CloseRound => "owed.closeRound",
            ObligationKind.Escalate => "owed.escalate",
            ObligationKind.NameOfficer => "owed.nameOfficer",
            ObligationKind.DecideEscalation => "owed.decideEscalation",
            ObligationKind.ReviseProposal => "owed.reviseProposal",
            ObligationKind.Lead => "owed.lead",
            ObligationKind.Coordinate => "owed.coordinate",
            ObligationKind.MarkTasks => "owed.markTasks",
            ObligationKind.TakePart => "owed.takePart",
            ObligationKind.FollowCampaign => "owed.followCampaign",
            ObligationKind.ExplainReminder => "owed.explainReminder",
            ObligationKind.AnswerExplanation => "owed.answerExplanation",
            ObligationKind.ConcludeReview => "owed.concludeReview",
            _ => "owed.supplyPapers",
        };
}
