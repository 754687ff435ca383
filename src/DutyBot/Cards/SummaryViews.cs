using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;
using static DutyBot.Domain.Consultations.ClosingRules;

namespace DutyBot.Cards;

/// <summary>A round as a whole, in ready words: for the lead unit, and for the leadership and the Office.</summary>
internal static class SummaryViews
{
    /// <summary>Everything, with the acts of the lead unit's head .</summary>
    /// <param name="task">The round's task and its version: what is left over goes up from there.</param>
    public static ConsultationSummaryView ForLead(Consultation round, long version, (WorkTask State, long Version) task, Scene scene) =>
        Of(round, version, showsOpinions: true, [.. LeadButtons(round, version, task, scene)], scene);

    /// <summary>For the leadership and the Office: opinions only after the close (1.6), but a return that a leader may judge at once.</summary>
    /// <param name="mayJudge">Whether the reader may judge that unit's return.</param>
    /// <param name="mayRemind">Whether the reader may remind somebody formally of an answer that is late .</param>
    public static ConsultationSummaryView ForLeadership(Consultation round, long version, Func<UnitId, bool> mayJudge, bool mayRemind, Scene scene) =>
        Of(
            round,
            version,
            round.Phase == RoundPhase.Closed,
            [
                .. LeaderButtons(round, version, mayJudge, scene),
                .. mayRemind ? [scene.ButtonsOf(round.Id, version).Open("btn.remind", "consult.remind")] : Array.Empty<CardButton>(),
            ],
            scene
        );

    private static ConsultationSummaryView Of(Consultation round, long version, bool showsOpinions, CardButton[] buttons, Scene scene)
    {
        var opening = round.Opening!;
        var missing = round.Phase == RoundPhase.Open ? Missing(round, scene) : null;
        return new ConsultationSummaryView(
            scene.Head(round.Id, version, "card.consult.summary", State(round, scene), opening.Urgency, Summary(round, missing, scene)),
            opening.TaskTitle,
            scene.Names.Since(round.LeadUnit, opening.LeadUnit, round.OpenedAt, "name.whenAsked"),
            round.Phase == RoundPhase.Open ? scene.Due(opening.ReplyBy) : scene.Names.Deadline(opening.ReplyBy),
            missing,
            [.. round.Items.Select(item => new UnitState(scene.Names.Of(item.Unit), ItemStates.Of(item, scene)))],
            showsOpinions ? Opinions.Matrix(round, scene) : null,
            [
                .. round.Items.SelectMany(item => Opinions.Obstacles(item, scene)),
                .. showsOpinions ? round.Items.SelectMany(item => Opinions.Remarks(item, scene)) : [],
            ],
            round.CancelReason is { } reason ? [scene.Texts.Format("note.roundCancelled", ("reason", reason))] : [],
            buttons
        );
    }

    private static string State(Consultation round, Scene scene) =>
        round.Phase switch
        {
            RoundPhase.Open => scene.Texts.Format(
                "st.consulting",
                ("k", round.Items.Count(item => item.Phase == ItemPhase.Answered)),
                ("n", round.Asked.Count())
            ),
            RoundPhase.Closed => scene.Texts["st.consulted"],
            _ => scene.Texts["st.cancelled"],
        };

    private static string Summary(Consultation round, string? missing, Scene scene) =>
        Scene.Joined(
            scene.Texts.Format("sum.round", ("task", Scene.Short(round.Opening!.TaskTitle)), ("state", State(round, scene))),
            missing is null ? null : LongText.Cut(missing, 200)
        );

    // One sentence, whatever is missing.
    private static string Missing(Consultation round, Scene scene)
    {
        var missing = StillMissing(round);
        if (missing.IsNothing)
        {
            return scene.Texts["note.mayClose"];
        }

        var unresolved = missing.Unresolved.Select(answer =>
            scene.Texts.Format("name.answer", ("unit", scene.Names.Of(answer.Unit)), ("no", answer.No))
        );
        string?[] parts =
        [
            missing.Replies.IsEmpty ? null : scene.Texts.Format("note.missing.replies", ("list", scene.List(missing.Replies))),
            missing.OverdueReplies.IsEmpty ? null : scene.Texts.Format("note.missing.overdue", ("list", scene.List(missing.OverdueReplies))),
            missing.Unresolved.IsEmpty ? null : scene.Texts.Format("note.missing.unresolved", ("list", unresolved)),
        ];
        return scene.Texts.Format("note.missing", ("what", string.Join("; ", parts.OfType<string>())));
    }

    private static IEnumerable<CardButton> LeadButtons(Consultation round, long version, (WorkTask State, long Version) task, Scene scene)
    {
        if (round.Phase == RoundPhase.Closed)
        {
            return MayEscalate(round, task.State) ? [scene.ButtonsOf(task.State.Id, task.Version).OpenFirst("btn.escalate", "task.escalate")] : [];
        }

        return round.Phase == RoundPhase.Open ? OpenButtons(round, scene.ButtonsOf(round.Id, version), scene) : [];
    }

    // Not RoundToEscalate: the task hears of the close a moment later than this card.
    private static bool MayEscalate(Consultation round, WorkTask task) =>
        task is { Phase: TaskPhase.InProgress, OpenEscalation: null }
        && !round.DisagreeingUnits.IsEmpty
        && task.Rounds.LastOrDefault(known => known.Outcome is not { Cancelled: true })?.Consultation == round.Id
        && !task.Escalations.Any(escalation => !escalation.Withdrawn && escalation.Consultation == round.Id);

    private static IEnumerable<CardButton> OpenButtons(Consultation round, DutyButtons buttons, Scene scene)
    {
        var missing = StillMissing(round);
        if (!missing.Unresolved.IsEmpty)
        {
            yield return buttons.OpenFirst("btn.resolve", "consult.resolve");
        }

        foreach (var item in round.Items.Where(item => item.Phase == ItemPhase.AwaitingPapers))
        {
            yield return buttons.OpenOf(
                item.Unit,
                scene.Texts.Format("btn.supplyPapers.of", ("unit", scene.Names.Of(item.Unit))),
                "consult.supplyPapers"
            );
        }

        if (round.Items.Any(item => item.Phase == ItemPhase.Answered && item.SentBackCount < scene.PolicyAt(round.OpenedAt).MaxSendBack))
        {
            yield return buttons.Open("btn.sendBack", "consult.sendBack");
        }

        if (missing.Replies.IsEmpty && missing.Unresolved.IsEmpty)
        {
            yield return buttons.OpenFirst("btn.closeRound", "consult.close");
        }
    }

    private static IEnumerable<CardButton> LeaderButtons(Consultation round, long version, Func<UnitId, bool> mayJudge, Scene scene) =>
        round.Phase != RoundPhase.Open
            ? []
            : round
                .Items.Where(item => item.Phase == ItemPhase.Returned && mayJudge(item.Unit))
                .Select(item =>
                    scene
                        .ButtonsOf(round.Id, version)
                        .OpenOf(item.Unit, scene.Texts.Format("btn.rejectReturn.of", ("unit", scene.Names.Of(item.Unit))), "consult.rejectReturn")
                );
}
