using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Features;
using NodaTime;

namespace DutyBot.Cards;

/// <summary>What a person is in the organisation today, as far as it says which cards the person may see (1.6).</summary>
internal sealed record Standing(PersonId Person, Organisation Organisation, LocalDate Today)
{
    public static Standing Of(PersonId person, Names names) => new(person, names.Organisation, names.Today);

    /// <summary>Decides escalations, in person or by delegation.</summary>
    public bool IsLeader => Organisation.MayActAsLeader(Person, Today).IsGranted;

    /// <summary>Leader, deputy or whoever else gives tasks: sees what the leadership sees.</summary>
    public bool IsLeadership => IsLeader || Organisation.MayAssign(Person, Today).IsGranted;

    /// <summary>May decide on what that assigner assigned.</summary>
    public bool DecidesFor(PersonId assigner) => IsLeader || Organisation.MayAssignFor(Person, assigner, Today).IsGranted;

    public bool IsOffice => Organisation.OfficeOn(Today) is { } office && IsIn(office.Id);

    /// <summary>Of the unit, or of the one that stands in its place today (D-04).</summary>
    public bool IsIn(UnitId unit) => WorksIn(unit) || (Organisation.SuccessorOf(unit, Today) is { } successor && WorksIn(successor));

    public bool IsHeadOf(UnitId unit) => Organisation.MayActAsHead(Person, unit, Today).IsGranted;

    /// <summary>The refusal, when it is only for a conflict of interest: it names who decides instead (1.6).</summary>
    public static Problem? ConflictOf(Problem? refusal) => refusal is { Key: "E-CONFLICT-OF-INTEREST" } ? refusal : null;

    /// <summary>Works in a unit that leads, led, coordinates or was asked.</summary>
    public bool IsConcernedBy(WorkTask task) =>
        task.LeadPeriods.Select(period => period.Unit)
            .Concat(task.CoordinatingUnits)
            .Concat(task.Rounds.SelectMany(round => round.Opening.Units).Select(asked => asked.Unit))
            .Any(IsIn)
        || Person == task.Assigner;

    /// <summary>The person's unit among those asked, or null.</summary>
    public ConsultationItem? ItemOf(Consultation round) =>
        round.Items.FirstOrDefault(item => WorksIn(item.Unit)) ?? round.Items.FirstOrDefault(item => IsIn(item.Unit));

    private bool WorksIn(UnitId unit) => Organisation.IsMemberOf(Person, unit, Today) || IsHeadOf(unit);
}
