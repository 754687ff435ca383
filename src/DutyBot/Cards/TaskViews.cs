using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>Whose buttons a task's card shows.</summary>
[Flags]
internal enum TaskSeats
{
    None = 0,

    /// <summary>The unit that leads it.</summary>
    Lead = 1,

    /// <summary>The assigner, or the leadership above every assigner.</summary>
    Assigner = 2,

    /// <summary>May remind somebody formally, and there is something to remind of .</summary>
    Reminder = 4,
}

/// <summary>A task in ready words.</summary>
internal static class TaskViews
{
    /// <param name="unit">The unit whose card it is, which may have handed the task over since; null for a person.</param>
    public static AssignmentView Assignment(WorkTask task, long version, UnitId? unit, TaskSeats seats, Scene scene)
    {
        var handedOver = unit is { } shown && shown != task.LeadUnit;
        var gone = Gone(task, unit, scene);
        return new AssignmentView(
            scene.Head(
                task.Id,
                version,
                Title(task, handedOver),
                handedOver ? gone.State : State(task, scene),
                task.Content.Urgency,
                handedOver ? Summary(task, gone.State, scene) : Summary(task, scene)
            ),
            Facts(task, scene),
            task.Phase == TaskPhase.Assigned && !handedOver ? scene.Due(task.AcceptBy) : null,
            handedOver ? null : Decision(task.BindingDecision, scene),
            handedOver ? [gone.Note] : [.. TaskNotes.Of(task, scene)],
            handedOver ? [] : [.. Buttons(task, version, seats, scene)]
        );
    }

    /// <param name="unit">The unit whose card it is, which may have ended since; null for a person.</param>
    public static CoordinationView Coordination(WorkTask task, long version, UnitId? unit, Scene scene)
    {
        var ended = unit is { } shown && task.SuccessorOf(shown) is not null && !task.CoordinatingUnits.Contains(shown);
        var gone = Gone(task, unit, scene);
        return new(
            scene.Head(
                task.Id,
                version,
                "card.task.coordinating",
                ended ? gone.State : State(task, scene),
                task.Content.Urgency,
                scene.Texts.Format(
                    "sum.coordinating",
                    ("task", Scene.Short(task.Content.Work)),
                    ("unit", scene.Names.Of(task.LeadUnit)),
                    ("due", Day(task, scene))
                )
            ),
            Facts(task, scene),
            ended ? [gone.Note]
                : task.Phase == TaskPhase.Cancelled ? [.. TaskNotes.Of(task, scene)]
                : [scene.Texts["note.coordinating"]]
        );
    }

    /// <param name="conflict">Why this reader may not decide it and who does instead, or null (1.6).</param>
    public static ReturnRequestView ReturnRequest(WorkTask task, long version, Problem? conflict, Scene scene)
    {
        var texts = scene.Texts;
        var asked = task.PendingReturn;
        var buttons = scene.ButtonsOf(task.Id, version);
        return new ReturnRequestView(
            scene.Head(task.Id, version, "card.return.request", State(task, scene), task.Content.Urgency, ReturnSummary(task, scene)),
            Facts(task, scene),
            asked is null ? null : scene.Done("note.by", asked.Act),
            asked is null ? null : texts[ReasonKey(asked.Reason)],
            asked?.CompetentUnit is { } competent ? scene.Names.Of(competent) : null,
            asked?.Text,
            asked is null ? null : scene.Due(task.ReturnDecisionBy),
            asked is null ? [.. TaskNotes.OfReturn(task, scene)]
                : conflict is null ? []
                : [scene.Names.Of(conflict)],
            asked is null || conflict is not null
                ? []
                :
                [
                    buttons.OpenFirst("btn.reassign", "task.reassign"),
                    buttons.Open("btn.rejectReturn", "task.rejectReturn"),
                    buttons.Open("btn.cancelTask", "task.cancel"),
                ]
        );
    }

    public static string ReasonKey(ReturnReason reason) => reason == ReturnReason.NotOurCompetence ? "ret.notOurs" : "ret.askers";

    /// <summary>A decision as a passage, or null.</summary>
    public static LongText? Decision(LeadershipDecision? decision, Scene scene)
    {
        if (decision is null)
        {
            return null;
        }

        var approved = decision.Option is { } option ? scene.Texts.Format("note.approved", ("n", option)) : null;
        return new LongText(
            scene.Texts.Format("lbl.decision", ("number", decision.Number), ("person", scene.Names.Of(decision.Act)), ("at", decision.At)),
            string.Join(' ', new[] { approved, decision.Text }.Where(part => !string.IsNullOrEmpty(part)))
        );
    }

    // What the card of a unit says that no longer has the task: it gave it back, or it ended.
    private static (string State, string Note) Gone(WorkTask task, UnitId? unit, Scene scene) =>
        unit is { } shown && task.SuccessorOf(shown) is { } successor
            ? (scene.Texts["st.succeeded"], scene.Texts.Format("note.succeeded", ("unit", scene.Names.Of(successor))))
            : (scene.Texts["st.returned"], scene.Texts.Format("note.handedOver", ("unit", scene.Names.Of(task.LeadUnit))));

    private static string Title(WorkTask task, bool handedOver) =>
        (task.Phase, task.Content.Urgency) switch
        {
            (TaskPhase.Assigned, _) when task.ReturnRejectedBecause is not null => "card.task.detail",
            (TaskPhase.Assigned, Urgency.Flash) when !handedOver => "card.task.assigned.flash",
            (TaskPhase.Assigned, _) when !handedOver => "card.task.assigned",
            _ => "card.task.detail",
        };

    private static string State(WorkTask task, Scene scene) =>
        task.Phase switch
        {
            TaskPhase.Assigned => Live("st.assigned", task, scene),
            TaskPhase.ReturnRequested => Live("st.returnRequested", task, scene),
            TaskPhase.InProgress => Live("st.inProgress", task, scene),
            _ => scene.Texts["st.cancelled"],
        };

    private static string Live(string key, WorkTask task, Scene scene) =>
        Scene.Joined(scene.Texts[key], task.CompleteBy is { } due ? Timeliness.Of(due, scene.Names, scene.Now) : null);

    private static string Deadline(WorkTask task, Scene scene) => task is { IsLive: true, CompleteBy: { } due } ? scene.Due(due) : Day(task, scene);

    /// <summary>The deadline alone, or that there is none.</summary>
    private static string Day(WorkTask task, Scene scene) =>
        task.CompleteBy is { } due ? scene.Names.Deadline(due)
        : task.Content.ReviewOn is { } review ? scene.Texts.Format("st.undated", ("date", review))
        : scene.Texts["note.noDate"];

    private static string Summary(WorkTask task, Scene scene) =>
        task.Phase == TaskPhase.Assigned
            ? scene.Texts.Format(
                "sum.assigned",
                ("task", Scene.Short(task.Content.Work)),
                ("accept", scene.Names.Deadline(task.AcceptBy)),
                ("due", Day(task, scene))
            )
            : Summary(task, State(task, scene), scene);

    private static string Summary(WorkTask task, string state, Scene scene) =>
        scene.Texts.Format("sum.task", ("task", Scene.Short(task.Content.Work)), ("state", state), ("due", Day(task, scene)));

    private static string ReturnSummary(WorkTask task, Scene scene) =>
        task is { PendingReturn: not null, ReturnDecisionBy: { } due }
            ? scene.Texts.Format(
                "sum.return",
                ("unit", scene.Names.Of(task.LeadUnit)),
                ("task", Scene.Short(task.Content.Work)),
                ("due", scene.Names.Deadline(due))
            )
            : Summary(task, scene);

    private static TaskFacts Facts(WorkTask task, Scene scene)
    {
        var (content, names) = (task.Content, scene.Names);
        return new TaskFacts
        {
            Work = content.Work,
            Deliverable = content.Deliverable,
            Requirement = content.Requirement,
            Document = content.Document is { } document
                ? scene.Texts.Format("note.document", ("symbol", document.Symbol.Value), ("date", document.Date), ("body", document.IssuingBody))
                : null,
            Assigner = task.IssuedBy is { } issued ? names.Of(issued) : names.Of(task.Assigner),
            LeadUnit = names.Since(task.LeadUnit, task.LeadPeriods[0].Unit, task.IssuedAt, "name.whenAssigned"),
            AccountableHead = task.Lead.AccountableHead is { } head ? names.Of(head) : scene.Texts["note.noHead"],
            Officer = task.Officer is { } officer ? names.Of(officer) : null,
            CoordinatingUnits = task.CoordinatingUnits.IsEmpty ? null : scene.List(task.CoordinatingUnits),
            Deadline = Deadline(task, scene),
            NoDeadlineReason = content.NoDeadlineReason,
            ReportDeadline = task.IsLive ? scene.Due(task.ReportBy) : null,
            Norm = content.Norm is { } norm ? Norm(norm, scene) : null,
        };
    }

    private static string Norm(TaskNorm norm, Scene scene) =>
        scene.Texts.Format(norm.ShortTermConfirmed ? "note.shortTerm" : "note.norm", ("category", norm.Category), ("n", norm.WorkingDays));

    private static IEnumerable<CardButton> Buttons(WorkTask task, long version, TaskSeats seats, Scene scene)
    {
        var buttons = scene.ButtonsOf(task.Id, version);
        var ofLead = seats.HasFlag(TaskSeats.Lead) ? OfLead(task, buttons, scene) : [];
        return
        [
            .. ofLead,
            .. seats.HasFlag(TaskSeats.Assigner) && task.IsLive ? [buttons.Open("btn.cancelTask", "task.cancel")] : Array.Empty<CardButton>(),
            .. seats.HasFlag(TaskSeats.Reminder) ? [buttons.Open("btn.remind", "task.remind")] : Array.Empty<CardButton>(),
        ];
    }

    private static IEnumerable<CardButton> OfLead(WorkTask task, DutyButtons buttons, Scene scene) =>
        task.Phase switch
        {
            TaskPhase.Assigned =>
            [
                buttons.OpenFirst("btn.accept", "task.accept"),
                .. MayBeReturned(task, scene) ? [buttons.Open("btn.return", "task.return")] : Array.Empty<CardButton>(),
            ],
            TaskPhase.InProgress =>
            [
                .. task.RoundToEscalate is null ? Array.Empty<CardButton>() : [buttons.OpenFirst("btn.escalate", "task.escalate")],
                .. task.Rounds.Any(round => round.IsOpen) ? Array.Empty<CardButton>() : [buttons.Open("btn.consult", "task.consult")],
                buttons.Open("btn.nameOfficer", "task.nameOfficer"),
            ],
            _ => [],
        };

    private static bool MayBeReturned(WorkTask task, Scene scene) =>
        !task.FinalAssignment
        && task.ReturnedBy.Count(unit => unit == task.LeadUnit) < scene.PolicyAt(task.IssuedAt).MaxReturnsPerUnit
        && !WorkingCalendar.IsLate(task.ReturnBy, scene.Now);
}
