using System.Collections.Immutable;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;
using static DutyBot.Domain.Escalations.EscalationCommand;
using static DutyBot.Domain.Escalations.EscalationEvent;

namespace DutyBot.Domain.Escalations;

/// <summary>
/// Decides what may happen to an escalation: one arm per legal transition of <c>docs/rules.md</c>, anything else is refused. A command that
/// repeats what already happened changes nothing.
/// </summary>
public static class EscalationDecider
{
    private static readonly Problem Stale = new("E-STALE");
    private static readonly Decision<EscalationEvent> Nothing = Decision<EscalationEvent>.Nothing;

    public static Decision<EscalationEvent> Decide(Escalation escalation, EscalationCommand command, DutyContext context) =>
        InForce(escalation, command, escalation.Phase == EscalationPhase.NotSubmitted ? context : context.StartedAt(escalation.SubmittedAt));

    private static Decision<EscalationEvent> InForce(Escalation escalation, EscalationCommand command, DutyContext context) =>
        (escalation.Phase, command) switch
        {
            (EscalationPhase.NotSubmitted, Submit c) => Submitted(c, context),
            (_, SucceedUnit c) => Decide(escalation, c, context),
            (_, AskAnew c) => Decide(escalation, c, context),
            (_, RecountTerms c) => Decide(escalation, c, context),
            // Messages between duties may overtake each other: what was withdrawn with its task before it arrived does not arrive.
            (EscalationPhase.NotSubmitted, Withdraw { Act.By: null } c) => new Withdrawn(c.Act, c.Reason),
            (EscalationPhase.Withdrawn, Submit) when escalation.Opening is null => Nothing,
            (_, Submit c) => Repeats(escalation.Opening?.Task == c.Opening.Task),
            (EscalationPhase.NotSubmitted, _) => Stale,

            (EscalationPhase.Submitted, Decide c) => Decide(escalation, c, context),
            (EscalationPhase.Decided, Decide c) => Repeats(escalation, c.Act, c.Option, c.Text) ? Nothing : AlreadyDecided(escalation),
            (EscalationPhase.Decided, Supersede c) => Repeats(escalation, c.Act, c.Option, c.Text) ? Nothing : Decide(escalation, c, context),
            (EscalationPhase.Submitted, ReturnForWork c) => Decide(escalation, c, context),
            (EscalationPhase.ReturnedForWork, ReturnForWork c) => Repeats(escalation.MissingWork == c.Missing.Trim()),
            (EscalationPhase.Submitted, CallMeeting c) => Decide(escalation, c, context),
            (EscalationPhase.ReturnedForWork, Resubmit c) => Decide(escalation, c, context),

            (EscalationPhase.Submitted or EscalationPhase.ReturnedForWork, Withdraw c) => Decide(escalation, c, context),
            (EscalationPhase.Decided or EscalationPhase.Withdrawn, Withdraw { Act.By: null }) => Nothing,
            (EscalationPhase.Withdrawn, Withdraw c) => Repeats(escalation.WithdrawReason == c.Reason.Trim()),
            (_, PassDeadline c) => Decide(escalation, c, context),
            _ => Stale,
        };

    private static Decision<EscalationEvent> Repeats(bool sameAct) => sameAct ? Nothing : Stale;

    private static bool Repeats(Escalation escalation, Act act, int? option, string text) =>
        escalation.Binding is { } binding && binding.By == act.By && binding.Option == option && binding.Text == text.Trim();

    // a decision is immutable. The same press again is a repeat; anything else must supersede it openly.
    private static Problem AlreadyDecided(Escalation escalation) => new("E-DECIDED", null, ("number", escalation.Binding!.Number));

    private static Submitted Submitted(Submit command, DutyContext context)
    {
        var submitted = new Escalation
        {
            Opening = command.Opening,
            LeadUnit = command.Opening.LeadUnit,
            SubmittedBy = command.Act,
        };
        return new(
            command.Act,
            command.Escalation,
            command.Opening,
            context.LineOf(submitted, command.Act).InsteadOfLeader,
            DecisionNotices.Of(command.Act, command.Opening.DecideBy, context)
        );
    }

    private static Decision<EscalationEvent> Decide(Escalation escalation, Decide command, DutyContext context) =>
        Decided(escalation, command, command.Option, command.Text, context);

    private static Decision<EscalationEvent> Decide(Escalation escalation, Supersede command, DutyContext context) =>
        context.NotAReason(command.Text, "text") is { } problem ? problem : Decided(escalation, command, command.Option, command.Text, context);

    private static Decision<EscalationEvent> Decided(Escalation escalation, EscalationCommand command, int? option, string text, DutyContext context)
    {
        if (!context.Permits(command, escalation, out var act, out var refusal))
        {
            return refusal;
        }

        if (SecrecyMarks.Check(text, "text") is { } secret)
        {
            return secret;
        }

        if (option is { } k && (k < 1 || k > escalation.Proposal!.Options.Length))
        {
            return new Problem("E-CHOOSE-OPTION", "option");
        }

        if (option is null && context.NotAReason(text, "text") is { } problem)
        {
            return problem;
        }

        var number = $"{escalation.Id}/{escalation.Decisions.Length + 1:00}";
        return new Decided(
            act,
            new LeadershipDecision(
                number,
                escalation.Opening!.Consultation,
                option,
                text.Trim(),
                act.By!.Value,
                act.At,
                escalation.Binding?.Number,
                act.OnBehalfOf,
                act.InConflict,
                act.InAbsence
            ),
            Concerned(escalation, act, context)
        );
    }

    // every unit concerned, once each; whoever took over from one that has ended is concerned in its place (D-04).
    private static ImmutableArray<UnitId> Concerned(Escalation escalation, Act act, DutyContext context) =>
        [
            .. escalation
                .Opening!.ConsultedUnits.Prepend(escalation.LeadUnit)
                .Concat(escalation.Opening.CoordinatingUnits)
                .Select(unit => context.Organisation.SuccessorOf(unit, context.DateOf(act)) ?? unit)
                .Distinct(),
        ];

    private static Decision<EscalationEvent> Decide(Escalation escalation, ReturnForWork command, DutyContext context) =>
        !context.Permits(command, escalation, out var act, out var refusal) ? refusal
        : escalation.ReturnsForWork >= context.Policy.MaxReturnsForWork ? new Problem("E-MUST-DECIDE", null, ("n", context.Policy.MaxReturnsForWork))
        : context.NotAReason(command.Missing, "missing") is { } problem ? problem
        : new ReturnedForWork(act, command.Missing.Trim());

    private static Decision<EscalationEvent> Decide(Escalation escalation, CallMeeting command, DutyContext context) =>
        !context.Permits(command, escalation, out var act, out var refusal) ? refusal
        : Wording.NotSaid(command.Text, "meeting", "E-MEETING-TEXT") is { } problem ? problem
        : escalation.Meeting == command.Text.Trim() ? Nothing
        : new MeetingCalled(act, command.Text.Trim(), Concerned(escalation, act, context));

    private static Decision<EscalationEvent> Decide(Escalation escalation, Resubmit command, DutyContext context)
    {
        var opening = escalation.Opening!;
        if (!context.Permits(command, escalation, out var act, out var refusal))
        {
            return refusal;
        }

        var (proposal, problems) = ProposalRules.Check(command.Draft, context.Policy);
        if (proposal is null)
        {
            return Decision<EscalationEvent>.Reject(problems);
        }

        var decideBy = ProposalRules.DecideBy(opening.Urgency, opening.TaskDeadline, act, context);
        return new Resubmitted(
            act,
            proposal,
            decideBy,
            context.LineOf(escalation with { SubmittedBy = act }, act).InsteadOfLeader,
            DecisionNotices.Of(act, decideBy, context)
        );
    }

    private static Decision<EscalationEvent> Decide(Escalation escalation, Withdraw command, DutyContext context) =>
        !context.Permits(command, escalation, out var act, out var refusal) ? refusal
        : act.By is not null && context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : new Withdrawn(act, command.Reason.Trim());

    private static Decision<EscalationEvent> Decide(Escalation escalation, SucceedUnit command, DutyContext context) =>
        context.Permits(command, escalation, out var act, out var refusal) ? SuccessionRules.Decide(escalation, command, act, context) : refusal;

    private static Decision<EscalationEvent> Decide(Escalation escalation, AskAnew command, DutyContext context) =>
        context.Permits(command, escalation, out var act, out var refusal)
            ? Decision<EscalationEvent>.Accept([.. SuccessionRules.DeciderChanged(escalation, act, context)])
            : refusal;

    private static Decision<EscalationEvent> Decide(Escalation escalation, RecountTerms command, DutyContext context) =>
        !context.Permits(command, escalation, out var act, out var refusal) ? refusal
        : EscalationTerms.Moved(escalation, act.At, context) is [var moved]
            ? new TermsRecounted(act, [moved], DecisionNotices.Of(act, moved.New, context))
        : EscalationTerms.MovedNotices(escalation, context) > 0 ? new NoticesRescheduled(act, DecisionNotices.Rescheduled(escalation, context))
        : Nothing;

    // The duty's own state says what a wake means: a decision made, or moved, changes nothing.
    private static Decision<EscalationEvent> Decide(Escalation escalation, PassDeadline command, DutyContext context) =>
        !context.Permits(command, escalation, out var act, out var refusal) ? refusal
        : escalation.Phase == EscalationPhase.Submitted
        && command.Obligation == EscalationObligations.Decide
        && !escalation.DecisionWasOverdue
        && escalation.DecideBy <= act.At
            ? new DecisionOverdue(act)
        : DecisionNotices.Due(escalation, command.Obligation, act.At, context) is { } given ? new NoticesGiven(act, given)
        : Nothing;
}
