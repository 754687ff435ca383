using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using static DutyBot.Domain.Effects.Audience;
using static DutyBot.Domain.Effects.Effect;

namespace DutyBot.Domain.Escalations;

/// <summary>Everything an escalation does to the world, event by event. <c>escalation</c> is the state after the event.</summary>
public static class EscalationEffects
{
    public static IEnumerable<Effect> Of(Escalation escalation, EscalationEvent happened) =>
        happened switch
        {
            EscalationEvent.Submitted or EscalationEvent.Resubmitted => [Card(Decider(escalation), attention: true)],
            EscalationEvent.Decided e =>
            [
                Card(Decider(escalation), attention: false),
                new Send(escalation.Opening!.Task, new TaskCommand.RecordDecision(e.Act, escalation.Id, e.Decision)),
                .. e.Units.Select(u => new ShowCard(CardName.Decision, new Channel(u), Attention: true)),
            ],
            EscalationEvent.ReturnedForWork e =>
            [
                Card(Decider(escalation), attention: false),
                Tell(new Head(escalation.LeadUnit), "n.escalation.more", Code(escalation), new NoticeValue("missing", Text: e.Missing)),
            ],
            EscalationEvent.MeetingCalled e =>
            [
                Card(Decider(escalation), attention: false),
                .. e.Units.Select(u => Tell(new Head(u), "n.meeting", Title(escalation), new NoticeValue("text", Text: e.Text))),
            ],
            EscalationEvent.Withdrawn when escalation.Opening is null => [],
            EscalationEvent.Withdrawn e =>
            [
                Card(Decider(escalation), attention: false),
                new Send(escalation.Opening!.Task, new TaskCommand.RecordEscalationWithdrawn(e.Act, escalation.Id)),
            ],
            EscalationEvent.UnitSucceeded { AsLead: true } e =>
            [
                Card(Decider(escalation), attention: false),
                Tell(new Head(e.To), "n.succeeded.escalation", Code(escalation), new NoticeValue("former", Unit: e.From)),
            ],
            EscalationEvent.DeciderChanged => [Card(Decider(escalation), attention: true)],
            EscalationEvent.UnitSucceeded => [Card(Decider(escalation), attention: escalation.Phase == EscalationPhase.Submitted)],
            EscalationEvent.TermsRecounted e =>
            [
                Card(Decider(escalation), attention: false),
                .. e.Terms.Select(moved => Recounted(escalation, moved)),
            ],
            EscalationEvent.NoticesGiven e => DecisionNotices.Effects(escalation, e.Given, e.Act.At, Decider(escalation)),
            EscalationEvent.DecisionOverdue =>
            [
                Card(Decider(escalation), attention: false),
                Tell(Decider(escalation), "n.decision.late", Title(escalation), Code(escalation)),
                Tell(new Office(), "n.decision.late.office", Title(escalation), Code(escalation)),
            ],
            _ => [],
        };

    private static Tell Recounted(Escalation escalation, RecountedTerm moved) =>
        Tell(
            Decider(escalation),
            "n.termMoved",
            Title(escalation),
            new("term", Key: RelativeTermKeys.Of(moved.Term)),
            new("old", Moment: moved.Old),
            new("new", Moment: moved.New)
        );

    private static Audience Decider(Escalation escalation) => escalation.Decider is { } decider ? new Individual(decider) : new Leaders();

    private static ShowCard Card(Audience to, bool attention) => new(CardName.Escalation, to, attention);

    private static Tell Tell(Audience to, string key, params NoticeValue[] values) => new(to, key, [.. values]);

    private static NoticeValue Code(Escalation escalation) => new("code", Text: escalation.Id.Value);

    private static NoticeValue Title(Escalation escalation) => new("task", Text: escalation.Opening!.TaskTitle);
}
