using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Tasks;

/// <summary>What a task waits for (1.7), as a pure function of its state.</summary>
public static class TaskObligations
{
    public const string Accept = "accept";
    public const string DecideReturn = "decideReturn";
    public const string NameOfficer = "nameOfficer";
    public const string Complete = "complete";
    public const string Report = "report";
    public const string Escalate = "escalate";
    public const string Lead = "lead";

    /// <summary>The unit coordinates; like <see cref="Lead"/> never due, but how all duties of a unit are found (D-04).</summary>
    public static string Coordinate(UnitId unit) => $"coordinate:{unit}";

    public static IReadOnlyList<Obligation> Of(WorkTask task)
    {
        if (!task.IsLive)
        {
            return [];
        }

        var open = new List<Obligation>();
        var lead = Owner.Of(task.LeadUnit);
        if (task.Phase == TaskPhase.Assigned)
        {
            open.Add(new(Accept, ObligationKind.Accept, lead, task.AcceptBy));
        }

        if (task.Phase == TaskPhase.ReturnRequested)
        {
            var decider = Owner.Of(task.ReturnDecider ?? task.Assigner);
            open.Add(new(DecideReturn, ObligationKind.DecideReturn, decider, task.ReturnDecisionOverdue ? null : task.ReturnDecisionBy));
        }

        if (task.AwaitsOfficer)
        {
            open.Add(new(NameOfficer, ObligationKind.NameOfficer, lead, null));
        }

        // A withdrawn escalation may be submitted anew, but it was withdrawn because the units have agreed.
        if (task.RoundToEscalate is { } round && task.Escalations.All(e => e.Consultation != round.Consultation))
        {
            open.Add(new(Escalate, ObligationKind.Escalate, lead, null));
        }

        open.AddRange(OfTheWork(task));
        open.AddRange(NoticeRules.Waiting(task.Notices, TaskNotices.About(task, open)));
        open.Add(new(Lead, ObligationKind.Lead, lead, null));
        open.AddRange(task.CoordinatingUnits.Select(unit => new Obligation(Coordinate(unit), ObligationKind.Coordinate, Owner.Of(unit), null)));
        return open;
    }

    // The work itself is owed from issue, not from acceptance; once the passing of a date is recorded, it is owed without one.
    private static IEnumerable<Obligation> OfTheWork(WorkTask task)
    {
        // Until an officer is named the head is it, and that is whoever heads the unit then (T7, R-15).
        var owner = task is { Phase: TaskPhase.InProgress, AwaitsOfficer: false, Officer: { } officer } ? Owner.Of(officer) : Owner.Of(task.LeadUnit);
        yield return new(Complete, ObligationKind.Complete, owner, task.CompletionDeadlinePassed ? null : task.CompleteBy);
        if (task.ReportBy is not null)
        {
            yield return new(Report, ObligationKind.Report, owner, task.ReportDeadlinePassed ? null : task.ReportBy);
        }
    }
}
