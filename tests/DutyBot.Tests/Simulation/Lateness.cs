using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Storage;

namespace DutyBot.Tests.Simulation;

/// <summary>Finds records of a passed deadline that had not passed.</summary>
internal static class Lateness
{
    /// <summary>An event that says a term is over needs a term that was over: it was owed before the event, and due at or before it.</summary>
    public static IEnumerable<string> Unfounded(StoredDuty history)
    {
        for (var i = 0; i < history.Events.Count; i++)
        {
            var happened = history.Events[i];
            if (!Accuses(happened.Type))
            {
                continue;
            }

            var before = DutyOutline.Of(history.Duty, [.. history.Events.Take(i)]).Owed;
            if (!before.Any(owed => owed.Due <= happened.At && Fits(owed.Kind, happened.Type)))
            {
                yield return $"{happened.Type} at {happened.At} although nothing was due.";
            }
        }
    }

    private static bool Accuses(string type) => Fits(default, type, isAny: true);

    private static bool Fits(ObligationKind kind, string type, bool isAny = false) =>
        type switch
        {
            nameof(TaskEvent.DeemedAccepted) => isAny || kind == ObligationKind.Accept,
            nameof(TaskEvent.ReturnDecisionOverdue) => isAny || kind == ObligationKind.DecideReturn,
            nameof(TaskEvent.CompletionDeadlinePassed) => isAny || kind == ObligationKind.Complete,
            nameof(TaskEvent.ReportDeadlinePassed) => isAny || kind == ObligationKind.Report,
            nameof(ConsultationEvent.ReplyOverdue) => isAny || kind is ObligationKind.Reply or ObligationKind.IssueDraft,
            nameof(ConsultationEvent.NonResponseRecorded) => isAny || kind == ObligationKind.Reply,
            nameof(EscalationEvent.DecisionOverdue) => isAny || kind == ObligationKind.DecideEscalation,
            _ => false,
        };
}
