using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>Which card shows a duty: to the recipient of an effect, or to a person who asks. Null when there is nothing for them to see.</summary>
internal sealed class CardDrafts(DutyDesk desk)
{
    public async ValueTask<CardDraft?> Of(CardName card, DutyId duty, UnitId? unit, Scene scene, CancellationToken cancel) =>
        card switch
        {
            CardName.Assignment or CardName.Coordination or CardName.ReturnRequest => OfTask(
                card,
                await desk.Task(duty, cancel),
                await desk.Version(duty, cancel),
                unit,
                scene
            ),
            CardName.ConsultationRequest => await Request(duty, unit, scene, cancel),
            CardName.ConsultationSummary => await Summary(duty, scene, cancel),
            CardName.Urging => unit is { } urged ? await Urging(duty, [urged], scene, cancel) : null,
            CardName.Escalation => await Escalation(duty, new EscalationReader(EscalationSeat.Leader), scene, cancel),
            _ => await Decision(duty, scene, cancel),
        };

    public async ValueTask<CardDraft?> For(DutyId duty, Standing standing, Scene scene, CancellationToken cancel) =>
        duty.Kind switch
        {
            DutyKind.Task => For(await desk.Task(duty, cancel), await desk.Version(duty, cancel), standing, scene),
            DutyKind.Consultation => await ForRound(duty, standing, scene, cancel),
            DutyKind.Escalation => await ForEscalation(duty, standing, scene, cancel),
            DutyKind.Urging => await Urging(duty, await SeenIn(duty, standing, cancel), scene, cancel),
            _ => null,
        };

    private static CardDraft? OfTask(CardName card, WorkTask task, long version, UnitId? unit, Scene scene) =>
        (task.Phase, card) switch
        {
            (TaskPhase.NotIssued, _) => null,
            (_, CardName.Coordination) => CoordinationCard.Of(TaskViews.Coordination(task, version, unit, scene), scene.Texts),
            (_, CardName.ReturnRequest) => ReturnRequestCard.Of(TaskViews.ReturnRequest(task, version, null, scene), scene.Texts),
            _ => AssignmentCard.Of(TaskViews.Assignment(task, version, unit, TaskSeats.Lead, scene), scene.Texts),
        };

    // 1.6: the facts of a task are for the units concerned, the Office and the leadership.
    private static CardDraft? For(WorkTask task, long version, Standing standing, Scene scene)
    {
        if (task.Phase == TaskPhase.NotIssued)
        {
            return null;
        }

        var decides = scene.Context.Permits(new TaskCommand.RejectReturn(scene.ActOf(standing.Person), ""), task, out _, out var refusal);
        var conflict = Standing.ConflictOf(refusal);
        if (task.Phase == TaskPhase.ReturnRequested && (decides || conflict is not null))
        {
            return ReturnRequestCard.Of(TaskViews.ReturnRequest(task, version, conflict, scene), scene.Texts);
        }

        var assigns = standing.DecidesFor(task.Assigner);
        var leads = standing.IsIn(task.LeadUnit);

        if (assigns || leads || standing.IsLeadership || standing.IsOffice)
        {
            var seats =
                (leads ? TaskSeats.Lead : TaskSeats.None)
                | (assigns ? TaskSeats.Assigner : TaskSeats.None)
                | (MayRemind(ReminderFacts.Of(task, scene.Context, scene.Now), standing, scene) ? TaskSeats.Reminder : TaskSeats.None);
            return AssignmentCard.Of(TaskViews.Assignment(task, version, null, seats, scene), scene.Texts);
        }

        return standing.IsConcernedBy(task) ? CoordinationCard.Of(TaskViews.Coordination(task, version, null, scene), scene.Texts) : null;
    }

    private async ValueTask<CardDraft?> Request(DutyId duty, UnitId? unit, Scene scene, CancellationToken cancel) =>
        unit is { } asked && (await desk.Consultation(duty, cancel)) is var round && round.Item(asked) is { } item
            ? ConsultationRequestCard.Of(RequestViews.Of(round, item, await desk.Version(duty, cancel), forChannel: true, scene), scene.Texts)
            : null;

    private async ValueTask<CardDraft?> Summary(DutyId duty, Scene scene, CancellationToken cancel)
    {
        var round = await desk.Consultation(duty, cancel);
        if (round.Opening is not { } opening)
        {
            return null;
        }

        var task = (await desk.Task(opening.Task, cancel), await desk.Version(opening.Task, cancel));
        return ConsultationSummaryCard.Of(SummaryViews.ForLead(round, await desk.Version(duty, cancel), task, scene), scene.Texts);
    }

    // 1.6: before the close, opinions are for the lead unit and the unit that gave them.
    private async ValueTask<CardDraft?> ForRound(DutyId duty, Standing standing, Scene scene, CancellationToken cancel)
    {
        var round = await desk.Consultation(duty, cancel);
        if (round.Opening is null)
        {
            return null;
        }

        if (standing.IsIn(round.LeadUnit))
        {
            return await Summary(duty, scene, cancel);
        }

        var version = await desk.Version(duty, cancel);
        return standing.ItemOf(round) is { } item
                ? ConsultationRequestCard.Of(RequestViews.Of(round, item, version, forChannel: false, scene), scene.Texts)
            : standing.IsLeadership || standing.IsOffice
                ? ConsultationSummaryCard.Of(
                    SummaryViews.ForLeadership(
                        round,
                        version,
                        unit => MayJudge(round, unit, standing, scene),
                        MayRemind(ReminderFacts.Of(round, scene.Context, scene.Now), standing, scene),
                        scene
                    ),
                    scene.Texts
                )
            : null;
    }

    private async ValueTask<CardDraft?> Escalation(DutyId duty, EscalationReader reader, Scene scene, CancellationToken cancel)
    {
        var escalation = await desk.Escalation(duty, cancel);
        if (escalation.Opening is not { } opening)
        {
            return null;
        }

        var round = await desk.Consultation(opening.Consultation, cancel);
        var view = EscalationViews.Of(escalation, await desk.Version(duty, cancel), round, reader, scene);
        return EscalationCard.Of(view, scene.Texts);
    }

    private async ValueTask<CardDraft?> Decision(DutyId duty, Scene scene, CancellationToken cancel) =>
        EscalationViews.Decision(await desk.Escalation(duty, cancel), await desk.Version(duty, cancel), scene) is { } view
            ? DecisionCard.Of(view, scene.Texts)
            : null;

    private async ValueTask<CardDraft?> ForEscalation(DutyId duty, Standing standing, Scene scene, CancellationToken cancel)
    {
        var escalation = await desk.Escalation(duty, cancel);
        return escalation.Opening is not { } opening ? null
            : ReaderOf(escalation, standing, scene) is { } reader ? await Escalation(duty, reader, scene, cancel)
            : standing.IsIn(escalation.LeadUnit) || IsConcerned(standing, opening) ? await Decision(duty, scene, cancel)
            : null;
    }

    private static EscalationReader? ReaderOf(Escalation escalation, Standing standing, Scene scene)
    {
        var may = scene.Context.Permits(new EscalationCommand.Decide(scene.ActOf(standing.Person), null, ""), escalation, out _, out var refusal);
        var conflict = Standing.ConflictOf(refusal);
        return may ? new(EscalationSeat.Leader)
            : standing.IsHeadOf(escalation.LeadUnit) ? new(EscalationSeat.LeadHead, conflict)
            : standing.IsLeadership || standing.IsOffice || conflict is not null ? new(EscalationSeat.Reader, conflict)
            : null;
    }

    // 1.6: a unit sees what was urged of it; the leadership and the Office see all of it.
    private async ValueTask<IReadOnlyList<UnitId>> SeenIn(DutyId duty, Standing standing, CancellationToken cancel) =>
        (await desk.Urging(duty, cancel)).Notice is { } notice
            ? [.. notice.Units.Select(urged => urged.Unit).Where(unit => standing.IsLeadership || standing.IsOffice || standing.IsIn(unit))]
            : [];

    private async ValueTask<CardDraft?> Urging(DutyId duty, IReadOnlyList<UnitId> units, Scene scene, CancellationToken cancel)
    {
        if (units.Count == 0 || (await desk.Urging(duty, cancel)).Notice is not { } notice)
        {
            return null;
        }

        var tasks = new List<WorkTask>();
        foreach (var id in notice.Units.Where(urged => units.Contains(urged.Unit)).SelectMany(urged => urged.Tasks))
        {
            tasks.Add(await desk.Task(id, cancel));
        }

        return UrgingCard.Of(UrgingViews.Of(notice, tasks, await desk.Version(duty, cancel), scene), scene.Texts);
    }

    private static bool MayJudge(Consultation round, UnitId unit, Standing standing, Scene scene) =>
        scene.Context.Permits(new ConsultationCommand.RejectReturn(scene.ActOf(standing.Person), unit, ""), round, out _, out _);

    // something is late, and this reader may remind somebody who answers for it.
    private static bool MayRemind(IReadOnlyList<Answerable> answerables, Standing standing, Scene scene) =>
        answerables.Any(one =>
            one.Fact.Due is not null
            && scene.Context.Permits(
                new ReminderCommand.Issue(scene.ActOf(standing.Person), one.Person, one.Fact, "", ""),
                ReminderRecord.Empty,
                out _,
                out _
            )
        );

    private static bool IsConcerned(Standing standing, EscalationOpening opening) =>
        opening.ConsultedUnits.Concat(opening.CoordinatingUnits).Append(opening.LeadUnit).Any(standing.IsIn);
}
