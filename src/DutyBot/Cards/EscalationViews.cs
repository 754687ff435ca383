using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>Whose buttons an escalation's card shows.</summary>
internal enum EscalationSeat
{
    Reader,
    Leader,
    LeadHead,
}

/// <param name="Conflict">Why a leader may not decide it and who does instead, or null (1.6).</param>
internal sealed record EscalationReader(EscalationSeat Seat, Problem? Conflict = null);

/// <summary>A disagreement before the leadership, and what was decided, in ready words.</summary>
internal static class EscalationViews
{
    /// <param name="round">The closed round it comes from: both sides in full.</param>
    public static EscalationView Of(Escalation escalation, long version, Consultation round, EscalationReader reader, Scene scene)
    {
        var (opening, proposal) = (escalation.Opening!, escalation.Proposal!);
        var disputed = Disputed(round);
        return new EscalationView(
            scene.Head(escalation.Id, version, "card.escalation", State(escalation, scene), opening.Urgency, Summary(escalation, scene)),
            opening.TaskTitle,
            Lead(escalation, scene),
            escalation.SubmittedBy is { } submitted ? scene.Done("note.by", submitted) : scene.Texts["name.system"],
            escalation.Phase == EscalationPhase.Submitted ? scene.Due(escalation.DecideBy) : null,
            proposal.Differences,
            proposal.LegalBasis,
            proposal.Competence,
            proposal.Viewpoint,
            proposal.Options,
            proposal.ChosenOption,
            proposal.ChoiceReason,
            [.. disputed.Select(no => new LongText(Opinions.Label(no, scene), round.Opening!.Questions[no - 1]))],
            [.. round.Items.Where(item => round.DisagreeingUnits.Contains(item.Unit)).Select(item => Side(round, item, disputed, scene))],
            TaskViews.Decision(escalation.Binding, scene),
            [.. Notes(escalation, reader.Conflict, scene)],
            [.. Buttons(escalation, version, reader.Seat, scene)]
        );
    }

    /// <summary>Null while there is no decision.</summary>
    public static DecisionView? Decision(Escalation escalation, long version, Scene scene)
    {
        if (escalation is not { Opening: { } opening, Proposal: { } proposal, Binding: { } decision })
        {
            return null;
        }

        return new DecisionView(
            scene.Head(
                escalation.Id,
                version,
                "card.decision",
                scene.Texts["st.decided"],
                opening.Urgency,
                scene.Texts.Format("sum.decision", ("number", decision.Number), ("task", Scene.Short(opening.TaskTitle)))
            ),
            opening.TaskTitle,
            Lead(escalation, scene),
            decision.Number,
            scene.Texts.Format(decision.At),
            scene.Names.Of(decision.Act),
            decision.Supersedes,
            decision.Option is { } option && option <= proposal.Options.Length
                ? new LongText(scene.Texts.Format("lbl.option.approved", ("n", option)), proposal.Options[option - 1])
                : null,
            decision.Text
        );
    }

    private static string Lead(Escalation escalation, Scene scene) =>
        scene.Names.Since(escalation.LeadUnit, escalation.Opening!.LeadUnit, escalation.SubmittedAt, "name.whenSubmitted");

    private static string State(Escalation escalation, Scene scene) =>
        escalation.Phase switch
        {
            EscalationPhase.Submitted => Scene.Joined(scene.Texts["st.awaitingDecision"], Timeliness.Of(escalation.DecideBy, scene.Names, scene.Now)),
            EscalationPhase.ReturnedForWork => scene.Texts["st.returnedForWork"],
            EscalationPhase.Decided => scene.Texts["st.decided"],
            _ => scene.Texts["st.withdrawn"],
        };

    private static string Summary(Escalation escalation, Scene scene)
    {
        var opening = escalation.Opening!;
        return escalation.Phase == EscalationPhase.Submitted
            ? scene.Texts.Format(
                "sum.escalation",
                ("unit", scene.Names.Of(escalation.LeadUnit)),
                ("task", Scene.Short(opening.TaskTitle)),
                ("due", scene.Names.Deadline(escalation.DecideBy))
            )
            : scene.Texts.Format("sum.escalationState", ("task", Scene.Short(opening.TaskTitle)), ("state", State(escalation, scene)));
    }

    // Questions on which a disagreement was explained and not adopted.
    private static List<int> Disputed(Consultation round) =>
        [.. Enumerable.Range(1, round.Opening!.Questions.Length).Where(no => round.Items.Any(item => IsDisputed(round, item, no)))];

    private static bool IsDisputed(Consultation round, ConsultationItem item, int no) =>
        item.Opinion?.On(no)?.Stance == Stance.Disagree && round.ResolutionOf(item.Unit, no) is { Kind: ResolutionKind.Explain };

    private static SidePart Side(Consultation round, ConsultationItem item, List<int> disputed, Scene scene)
    {
        var mine = disputed.Where(no => IsDisputed(round, item, no)).ToList();
        return new SidePart(
            Opinions.Owner(item, scene),
            scene.Texts.Format("note.disagreesOn", ("list", mine)),
            [.. mine.SelectMany(no => Opinions.Said(round, item, no, scene))]
        );
    }

    private static IEnumerable<string> Notes(Escalation escalation, Problem? conflict, Scene scene)
    {
        string?[] notes =
        [
            escalation.Phase == EscalationPhase.Submitted && conflict is not null ? scene.Names.Of(conflict) : null,
            escalation is { Phase: EscalationPhase.Submitted, DecisionWasOverdue: true } ? scene.Texts["note.decisionOverdue"] : null,
            escalation is { Phase: EscalationPhase.ReturnedForWork, MissingWork: { } missing }
                ? scene.Texts.Format("note.missingWork", ("missing", missing))
                : null,
            escalation.Meeting is { } meeting ? scene.Texts.Format("note.meeting", ("text", meeting)) : null,
            escalation.WithdrawReason is { } reason ? scene.Texts.Format("note.withdrawn", ("reason", reason)) : null,
        ];
        return notes.OfType<string>();
    }

    private static IEnumerable<CardButton> Buttons(Escalation escalation, long version, EscalationSeat seat, Scene scene)
    {
        var buttons = scene.ButtonsOf(escalation.Id, version);
        return (escalation.Phase, seat) switch
        {
            (EscalationPhase.Submitted, EscalationSeat.Leader) =>
            [
                buttons.OpenFirst("btn.decide", "escalation.decide"),
                .. escalation.ReturnsForWork < scene.PolicyAt(escalation.SubmittedAt).MaxReturnsForWork
                    ? [buttons.Open("btn.returnForWork", "escalation.returnForWork")]
                    : Array.Empty<CardButton>(),
                buttons.Open("btn.meeting", "escalation.meeting"),
            ],
            (EscalationPhase.Decided, EscalationSeat.Leader) => [buttons.Open("btn.supersede", "escalation.supersede")],
            (EscalationPhase.ReturnedForWork, EscalationSeat.LeadHead) =>
            [
                buttons.OpenFirst("btn.revise", "escalation.revise"),
                buttons.Open("btn.withdraw", "escalation.withdraw"),
            ],
            (EscalationPhase.Submitted, EscalationSeat.LeadHead) => [buttons.Open("btn.withdraw", "escalation.withdraw")],
            _ => [],
        };
    }
}
