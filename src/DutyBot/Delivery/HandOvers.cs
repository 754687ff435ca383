using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>
/// Gives what an ended unit holds to its successors, and looks again until nothing is found: another replica may have taken the unit for an
/// active one for as long as <see cref="OrganisationBook"/> may be behind.
/// </summary>
internal sealed class HandOvers(IDutyStore store, DutyDesk desk, Office office)
{
    private static readonly Duration LookAgain = Duration.FromMinutes(1);

    /// <param name="recordedAt">When the unit's end was recorded; the register is looked at until a minute after it at the least.</param>
    public async ValueTask<Settlement> CarryOut(Effect.HandOver handOver, Instant recordedAt, CancellationToken cancel)
    {
        var found = office.Now < recordedAt + LookAgain;
        var refused = new List<string>();
        foreach (var rows in (await HeldBy(handOver.From, cancel)).GroupBy(row => row.Duty))
        {
            var to = await SuccessorFor(rows.Key, handOver, cancel);
            var answer = await desk.Execute(rows.Key, Succeeds(rows.Key, handOver.From, to), cancel);
            found |= answer.Changed || answer.Busy || rows.Any(IsUnderWay);
            refused.AddRange(answer.Problems.Select(problem => $"{rows.Key} {problem.Key}"));
        }

        return refused.Count > 0 ? new Settlement.Dead(string.Join(", ", refused))
            : found ? new Settlement.RetryAt(office.Now + LookAgain, "looking again")
            : new Settlement.Done();
    }

    /// <summary>
    /// For a round or an escalation that has begun by a message: a unit may have ended while the message was under way, and its hand-over may have
    /// been carried out before there was anything to find.
    /// </summary>
    public async ValueTask<Answer> CatchUp(DutyId duty, CancellationToken cancel)
    {
        var organisation = (await office.Context(cancel)).Organisation;
        var answer = new Answer(Changed: false, []);
        foreach (var unit in (await desk.Obligations(duty, cancel)).Select(o => o.Owner.Unit).OfType<UnitId>().Distinct())
        {
            if (answer.IsAccepted && !organisation.IsActive(unit, office.Today) && await TakerOver(duty, unit, organisation, cancel) is { } to)
            {
                answer = await desk.Execute(duty, Succeeds(duty, unit, to), cancel);
            }
        }

        return answer;
    }

    // Where the task went that it belongs to, or else whoever the unit's end named.
    private async ValueTask<UnitId?> TakerOver(DutyId duty, UnitId from, Organisation organisation, CancellationToken cancel)
    {
        var task = await Decisive(duty, from, cancel);
        var taker = task.Kind == DutyKind.Task ? (await desk.Task(task, cancel)).SuccessorOf(from) : null;
        return organisation.SuccessorOf(taker ?? from, office.Today);
    }

    private async ValueTask<IEnumerable<OwedRow>> HeldBy(UnitId unit, CancellationToken cancel) =>
        (await store.OwedBy(Owner.Of(unit), cancel)).Where(row =>
            row.Duty.Kind is DutyKind.Task or DutyKind.Consultation or DutyKind.Escalation or DutyKind.Reminders
        );

    // A row stands before the append it announces; later the duty itself has disowned it.
    private bool IsUnderWay(OwedRow row) => office.Now < row.IntendedAt + StoreTiming.IntentGrace;

    private DutyCommand Succeeds(DutyId duty, UnitId from, UnitId to)
    {
        var act = Act.OfSystem(office.Now);
        return duty.Kind switch
        {
            DutyKind.Task => new TaskCommand.SucceedUnit(act, from, to),
            DutyKind.Consultation => new ConsultationCommand.SucceedUnit(act, from, to),
            // A file waits for whatever unit is the leadership.
            DutyKind.Reminders => new ReminderCommand.AskAnew(act),
            _ => new EscalationCommand.SucceedUnit(act, from, to),
        };
    }

    // The unit that was chosen may itself have ended since.
    private async ValueTask<UnitId> SuccessorFor(DutyId duty, Effect.HandOver handOver, CancellationToken cancel)
    {
        var decided = await Decisive(duty, handOver.From, cancel);
        var chosen = handOver.Chosen.FirstOrDefault(choice => choice.Duty == decided)?.To ?? handOver.DefaultSuccessor;
        return (await office.Context(cancel)).Organisation.SuccessorOf(chosen, office.Today) ?? chosen;
    }

    // A round or an escalation is led by whoever leads its task.
    private async ValueTask<DutyId> Decisive(DutyId duty, UnitId from, CancellationToken cancel) =>
        duty.Kind switch
        {
            DutyKind.Consultation when await desk.Consultation(duty, cancel) is { Opening: { } opening } round && round.LeadUnit == from =>
                opening.Task,
            DutyKind.Escalation when await desk.Escalation(duty, cancel) is { Opening: { } opening } escalation && escalation.LeadUnit == from =>
                opening.Task,
            _ => duty,
        };
}
