using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using static DutyBot.Domain.Effects.Audience;
using static DutyBot.Domain.Effects.Effect;

namespace DutyBot.Domain.Tasks;

/// <summary>Everything a task does to the world, event by event. <c>task</c> is the state after the event.</summary>
public static class TaskEffects
{
    public static IEnumerable<Effect> Of(WorkTask task, TaskEvent happened) => [.. Own(task, happened), .. InCampaigns(task, happened)];

    private static IEnumerable<Effect> Own(WorkTask task, TaskEvent happened) =>
        happened switch
        {
            TaskEvent.Issued => Handed(task).Concat(task.CoordinatingUnits.Select(u => Card(CardName.Coordination, new Channel(u), attention: true))),
            TaskEvent.Accepted e =>
            [
                Quiet(task),
                TellAssigner(task, "n.accepted", Unit(task), new("officer", Person: e.Officer)),
                TellOfficer(task, e.Officer),
            ],
            TaskEvent.DeemedAccepted =>
            [
                Quiet(task),
                Tell(new Head(task.LeadUnit), "n.deemedAccepted", Title(task)),
                Tell(new Office(), "n.deemedAccepted.office", Title(task), Unit(task)),
            ],
            TaskEvent.OfficerNamed e => [Quiet(task), TellOfficer(task, e.Officer)],
            TaskEvent.ReturnRequested => [Quiet(task), .. ReturnCards(task, attention: true)],
            TaskEvent.ReturnRejected e =>
            [
                Card(CardName.Assignment, new Channel(task.LeadUnit), attention: true),
                .. ReturnCards(task, attention: false),
                Tell(new Head(task.LeadUnit), "n.return.no", new NoticeValue("reason", Text: e.Reason)),
            ],
            // T12: the next in line gets the request as well and may decide it.
            TaskEvent.ReturnDecisionOverdue =>
            [
                Card(CardName.ReturnRequest, NextDecider(task), attention: true),
                Tell(Decider(task), "n.returnDecision.late", Title(task)),
                Tell(new Office(), "n.returnDecision.late.office", Title(task), new("assigner", Person: task.ReturnDecider ?? task.Assigner)),
            ],
            TaskEvent.Reassigned => Reassigned(task),
            TaskEvent.Cancelled e => Cancelled(task, e),
            TaskEvent.ConsultationOpened e => [Quiet(task), new Send(e.Consultation, new ConsultationCommand.Open(e.Act, e.Consultation, e.Opening))],
            TaskEvent.RoundEnded or TaskEvent.Urged => [Quiet(task)],
            TaskEvent.Escalated e => [Quiet(task), new Send(e.Escalation, new EscalationCommand.Submit(e.Act, e.Escalation, e.Opening))],
            TaskEvent.DecisionReceived or TaskEvent.EscalationWithdrawn => [Quiet(task)],
            TaskEvent.UnitSucceeded { AsLead: true } e => TakenOver(task, e),
            TaskEvent.UnitSucceeded e => Coordinating(task, e),
            TaskEvent.TermsRecounted e => [Quiet(task), .. e.Terms.Select(moved => Recounted(task, moved))],
            // The ladder begins on the next working day; a history from before there were ladders is told at once.
            TaskEvent.CompletionDeadlinePassed when task.Notices.Any(notice => notice is { Target: TaskObligations.Complete, IsRung: true }) =>
            [
                Quiet(task),
            ],
            TaskEvent.CompletionDeadlinePassed => Passed(task, "n.completion.late"),
            TaskEvent.ReportDeadlinePassed => Passed(task, "n.report.late"),
            TaskEvent.NoticesGiven e => TaskNoticeEffects.Of(task, e.Given),
            _ => [],
        };

    // Whose marks are waited for, or not any more, in a review.
    private static IEnumerable<Effect> InCampaigns(WorkTask task, TaskEvent happened) =>
        happened switch
        {
            TaskEvent.Cancelled or TaskEvent.ReturnRequested or TaskEvent.ReturnRejected => [new NoteInCampaigns(task.LeadUnit)],
            TaskEvent.Reassigned => [new NoteInCampaigns(task.LeadPeriods[^2].Unit)],
            TaskEvent.UnitSucceeded { AsLead: true } e => [new NoteInCampaigns(e.From)],
            _ => [],
        };

    private static IEnumerable<Effect> ReturnCards(WorkTask task, bool attention)
    {
        yield return Card(CardName.ReturnRequest, Decider(task), attention);
        if (task.ReturnDecisionOverdue && NextDecider(task) != Decider(task))
        {
            yield return Card(CardName.ReturnRequest, NextDecider(task), attention);
        }
    }

    private static Audience Decider(WorkTask task) => new Individual(task.ReturnDecider ?? task.Assigner);

    private static Audience NextDecider(WorkTask task) => task.NextReturnDecider is { } next ? new Individual(next) : new Leaders();

    private static IEnumerable<Effect> Handed(WorkTask task) => [Card(CardName.Assignment, new Channel(task.LeadUnit), attention: true)];

    private static IEnumerable<Effect> Reassigned(WorkTask task)
    {
        var before = task.LeadPeriods[^2].Unit;
        return
        [
            .. Handed(task),
            Card(CardName.Assignment, new Channel(before), attention: false),
            .. ReturnCards(task, attention: false),
            Tell(new Head(before), "n.return.ok", Unit(task)),
        ];
    }

    private static IEnumerable<Effect> Cancelled(WorkTask task, TaskEvent.Cancelled e)
    {
        NoticeValue reason = new("reason", Text: e.Reason);
        yield return Quiet(task);
        yield return Tell(new Head(task.LeadUnit), "n.cancelled", Title(task), reason);
        foreach (var unit in task.CoordinatingUnits)
        {
            yield return Tell(new Head(unit), "n.cancelled", Title(task), reason);
        }

        foreach (var card in task.ReturnDecisionBy is null ? [] : ReturnCards(task, attention: false))
        {
            yield return card;
        }

        foreach (var round in task.Rounds.Where(r => r.IsOpen))
        {
            yield return new Send(round.Consultation, new ConsultationCommand.Cancel(Act.OfSystem(e.Act.At), e.Reason));
        }

        foreach (var escalation in task.Escalations.Where(x => x.IsOpen))
        {
            yield return new Send(escalation.Escalation, new EscalationCommand.Withdraw(Act.OfSystem(e.Act.At), e.Reason));
        }
    }

    // The task's card is new to the unit that took over; the one in the ended unit's channel says where it went.
    private static IEnumerable<Effect> TakenOver(WorkTask task, TaskEvent.UnitSucceeded e)
    {
        NoticeValue former = new("former", Unit: e.From);
        return
        [
            .. Handed(task),
            Card(CardName.Assignment, new Channel(e.From), attention: false),
            .. task.PendingReturn is null ? [] : ReturnCards(task, attention: false),
            Tell(new Head(e.To), "n.succeeded", Title(task), former),
            .. Told(task, e).Distinct().Select(person => Tell(new Individual(person), "n.succeeded.moved", Title(task), former, Unit(task))),
            .. Passed(task, e),
        ];
    }

    // Whoever had to do with it before; the new head has a notice of their own.
    private static IEnumerable<PersonId> Told(WorkTask task, TaskEvent.UnitSucceeded e) =>
        new[] { task.LeadPeriods[^2].AccountableHead, e.Officer, e.Released }.OfType<PersonId>().Where(person => person != e.AccountableHead);

    private static IEnumerable<Effect> Coordinating(WorkTask task, TaskEvent.UnitSucceeded e) =>
        [
            .. task.CoordinatingUnits.Contains(e.To) ? [Card(CardName.Coordination, new Channel(e.To), attention: true)] : Array.Empty<Effect>(),
            Card(CardName.Coordination, new Channel(e.From), attention: false),
            Quiet(task),
        ];

    // The task's rounds and escalations are led by whoever leads the task.
    private static IEnumerable<Effect> Passed(WorkTask task, TaskEvent.UnitSucceeded e) =>
        [
            .. task.Rounds.Where(r => r.IsOpen).Select(r => new Send(r.Consultation, new ConsultationCommand.SucceedUnit(e.Act, e.From, e.To))),
            .. task.Escalations.Where(x => x.IsOpen).Select(x => new Send(x.Escalation, new EscalationCommand.SucceedUnit(e.Act, e.From, e.To))),
        ];

    private static IEnumerable<Effect> Passed(WorkTask task, string key)
    {
        yield return Quiet(task);
        yield return Tell(new Head(task.LeadUnit), key, Title(task));
        if (task is { AwaitsOfficer: false, Officer: { } officer } && officer != task.Lead.AccountableHead)
        {
            yield return Tell(new Individual(officer), key, Title(task));
        }
    }

    private static Effect Recounted(WorkTask task, RecountedTerm moved) =>
        Tell(
            moved.Term == RelativeTerm.DecideReturn ? Decider(task) : new Head(task.LeadUnit),
            "n.termMoved",
            Title(task),
            new("term", Key: RelativeTermKeys.Of(moved.Term)),
            new("old", Moment: moved.Old),
            new("new", Moment: moved.New)
        );

    private static Effect TellOfficer(WorkTask task, PersonId officer) => Tell(new Individual(officer), "n.officer", Title(task));

    private static Effect TellAssigner(WorkTask task, string key, params NoticeValue[] values) =>
        Tell(new Individual(task.Assigner), key, [Title(task), .. values]);

    private static Effect Quiet(WorkTask task) => Card(CardName.Assignment, new Channel(task.LeadUnit), attention: false);

    private static ShowCard Card(CardName card, Audience to, bool attention) => new(card, to, attention);

    private static Tell Tell(Audience to, string key, params NoticeValue[] values) => new(to, key, [.. values]);

    private static NoticeValue Title(WorkTask task) => new("task", Text: task.Content.Work);

    private static NoticeValue Unit(WorkTask task) => new("unit", Unit: task.LeadUnit);
}
