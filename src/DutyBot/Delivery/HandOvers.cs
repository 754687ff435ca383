using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
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
            var answer = await desk.Execute(rows.Key, await CommandFor(rows.Key, handOver, cancel), cancel);
            found |= answer.Changed || answer.Busy || rows.Any(IsUnderWay);
            refused.AddRange(answer.Problems.Select(problem => $"{rows.Key} {problem.Key}"));
        }

        return refused.Count > 0 ? new Settlement.Dead(string.Join(", ", refused))
            : found ? new Settlement.RetryAt(office.Now + LookAgain, "looking again")
            : new Settlement.Done();
    }

    private async ValueTask<IEnumerable<OwedRow>> HeldBy(UnitId unit, CancellationToken cancel) =>
        (await store.OwedBy(Owner.Of(unit), cancel)).Where(row => row.Duty.Kind is DutyKind.Task or DutyKind.Consultation or DutyKind.Escalation);

    // A row stands before the append it announces; later the duty itself has disowned it.
    private bool IsUnderWay(OwedRow row) => office.Now < row.IntendedAt + StoreTiming.IntentGrace;

    private async ValueTask<DutyCommand> CommandFor(DutyId duty, Effect.HandOver handOver, CancellationToken cancel)
    {
        var act = Act.OfSystem(office.Now);
        var to = await SuccessorFor(duty, handOver, cancel);
        return duty.Kind switch
        {
            DutyKind.Task => new TaskCommand.SucceedUnit(act, handOver.From, to),
            DutyKind.Consultation => new ConsultationCommand.SucceedUnit(act, handOver.From, to),
            _ => new EscalationCommand.SucceedUnit(act, handOver.From, to),
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
