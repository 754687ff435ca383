using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Duties;

/// <summary>A duty with running terms that the calendar, as it is now, would end at another time, or with notices that it would give at another.</summary>
/// <param name="Notices">Of those before and after dates that stay.</param>
internal sealed record AffectedDuty(DutyId Duty, string Title, ImmutableArray<RecountedTerm> Terms, int Notices = 0);

/// <summary>
/// Finds the running terms and the notices that were counted by an earlier calendar (D-05). Every one of them belongs to a duty that something
/// counted is due of, so the rows of what is due soon name them all.
/// </summary>
internal sealed class RunningTerms(IDutyStore store, DutyDesk desk, Office office)
{
    /// <summary>Beyond the longest term that the settings allow, in working days and with every holiday.</summary>
    private static readonly Duration Horizon = Duration.FromDays(200);

    /// <summary>Counted terms are short, so they stand first among the rows.</summary>
    private const int MostRows = 2_000;

    /// <summary>The nearest first; those of which only notices move come last.</summary>
    public async ValueTask<ImmutableArray<AffectedDuty>> Affected(CancellationToken cancel)
    {
        var rows = (await store.DueObligations(office.Now + Horizon, MostRows, cancel)).Where(IsCounted);
        return [.. (await Among(rows.Select(row => row.Duty), cancel)).OrderBy(duty => duty.Terms.IsEmpty)];
    }

    /// <summary>Of these duties, those that are still affected.</summary>
    public async ValueTask<ImmutableArray<AffectedDuty>> Among(IEnumerable<DutyId> duties, CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        var affected = ImmutableArray.CreateBuilder<AffectedDuty>();
        foreach (var duty in duties.Distinct())
        {
            if (await Of(duty, context, cancel) is { } found && (found.Terms.Length > 0 || found.Notices > 0))
            {
                affected.Add(found);
            }
        }

        return affected.ToImmutable();
    }

    private async ValueTask<AffectedDuty?> Of(DutyId duty, DutyContext context, CancellationToken cancel)
    {
        switch (duty.Kind)
        {
            case DutyKind.Task:
                var task = await desk.Task(duty, cancel);
                return new AffectedDuty(duty, task.Content.Work, TaskTerms.Moved(task, office.Now, context), TaskTerms.MovedNotices(task, context));
            case DutyKind.Consultation:
                var round = await desk.Consultation(duty, cancel);
                return new AffectedDuty(
                    duty,
                    round.Opening?.TaskTitle ?? "",
                    ConsultationTerms.Moved(round, office.Now, context),
                    ConsultationTerms.MovedNotices(round, context)
                );
            case DutyKind.Escalation:
                var escalation = await desk.Escalation(duty, cancel);
                return new AffectedDuty(
                    duty,
                    escalation.Opening?.TaskTitle ?? "",
                    EscalationTerms.Moved(escalation, office.Now, context),
                    EscalationTerms.MovedNotices(escalation, context)
                );
            case DutyKind.Reminders:
                // Whoever confirms is not one of those who may read what somebody was reminded of (1.6).
                return new AffectedDuty(duty, "", ReminderTerms.Moved(await desk.Reminders(duty, cancel), office.Now, context));
            default:
                return null;
        }
    }

    private static bool IsCounted(OwedRow row) =>
        row.Kind
            is ObligationKind.Accept
                or ObligationKind.DecideReturn
                or ObligationKind.Reply
                or ObligationKind.IssueDraft
                or ObligationKind.DecideEscalation
                or ObligationKind.ExplainReminder
                or ObligationKind.Notice;
}
