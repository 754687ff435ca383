using DutyBot.Domain.Tasks;

namespace DutyBot.Cards;

/// <summary>What has happened to a task and what is next, a sentence each.</summary>
internal static class TaskNotes
{
    public static IEnumerable<string> Of(WorkTask task, Scene scene) =>
        Start(task, scene).Concat(Return(task, scene)).Concat(Work(task, scene)).OfType<string>();

    /// <summary>What became of a return.</summary>
    public static IEnumerable<string> OfReturn(WorkTask task, Scene scene) =>
        new[]
        {
            Rejected(task, scene),
            InConflict(task, scene),
            task.HandOvers > 0 ? scene.Texts.Format("note.handedOver", ("unit", scene.Names.Of(task.LeadUnit))) : null,
            Cancelled(task, scene),
        }.OfType<string>();

    private static IEnumerable<string?> Start(WorkTask task, Scene scene) =>
        [
            task.AcceptedBy is { } accepted ? scene.Done("note.accepted", accepted) : null,
            task.WasDeemedAccepted ? scene.Texts["note.deemedAccepted"] : null,
            TakenOver(task, scene),
            task is { AwaitsOfficer: true, WasDeemedAccepted: false } ? scene.Texts["note.nameOfficer"] : null,
            task is { Phase: TaskPhase.Assigned, FinalAssignment: true } ? scene.Texts["note.final"] : null,
        ];

    private static IEnumerable<string?> Return(WorkTask task, Scene scene) =>
        [
            task.PendingReturn is { } asked ? scene.Done("note.returnRequested", asked.Act) : null,
            Rejected(task, scene),
            InConflict(task, scene),
            Cancelled(task, scene),
        ];

    private static IEnumerable<string?> Work(WorkTask task, Scene scene)
    {
        if (task is { IsLive: true, Urgings: [.., var urged] })
        {
            yield return UrgingViews.Note(urged, scene);
        }

        foreach (var round in task.Rounds.Where(round => round.IsOpen))
        {
            yield return scene.Texts.Format("note.consulting", ("code", round.Consultation), ("due", scene.Names.Deadline(round.Opening.ReplyBy)));
        }

        if (task.RoundToEscalate is { Outcome: { } outcome })
        {
            yield return scene.Texts.Format("note.disagreement", ("list", scene.List(outcome.DisagreeingUnits)));
        }

        if (task.OpenEscalation is { } escalation)
        {
            yield return scene.Texts.Format("note.escalated", ("code", escalation.Escalation));
        }
    }

    // The unit that ended, by the name it had then.
    private static string? TakenOver(WorkTask task, Scene scene) =>
        task is { IsLive: true, LeadPeriods: [.., { To: { } until } before, _] } && task.SuccessorOf(before.Unit) == task.LeadUnit
            ? scene.Texts.Format(
                "note.takenOver",
                ("former", scene.Names.On(before.Unit, scene.Names.Calendar.DateOf(until))),
                ("date", scene.Names.Calendar.DateOf(until))
            )
            : null;

    private static string? Rejected(WorkTask task, Scene scene) =>
        task.ReturnRejectedBecause is { } reason ? scene.Texts.Format("note.returnRejected", ("reason", reason)) : null;

    // 1.6: that nobody else was left to decide it stays visible.
    private static string? InConflict(WorkTask task, Scene scene) =>
        task.ReturnDecidedBy is { InConflict: true } decided ? scene.Done("note.returnDecided", decided) : null;

    private static string? Cancelled(WorkTask task, Scene scene) =>
        task.CancelReason is { } reason ? scene.Texts.Format("note.cancelled", ("reason", reason)) : null;
}
