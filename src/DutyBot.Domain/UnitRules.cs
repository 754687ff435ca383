using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Domain;

/// <summary>R-09: an address is clear when the unit is active on that date and somebody answers for it.</summary>
internal static class UnitRules
{
    public static Problem? NotReachable(UnitId unit, string field, LocalDate on, DutyContext context)
    {
        var organisation = context.Organisation;
        return organisation.UnitOn(unit, on) switch
        {
            { IsActive: true } when organisation.HeadOf(unit, on) is not null => null,
            { IsActive: true } => new Problem("E-UNIT-NO-HEAD", field, ("unit", unit)),
            { EndedAt: { } ended } when organisation.SuccessorOf(unit, on) is { } successor => new Problem(
                "E-UNIT-INACTIVE",
                field,
                ("unit", unit),
                ("date", ended),
                ("successor", successor)
            ),
            _ => new Problem("E-UNIT-UNKNOWN", field),
        };
    }

    /// <summary>The unit whose head decides escalations on that date.</summary>
    public static UnitId? LeadershipUnit(this DutyContext context, Act act) =>
        context.Organisation.UnitsOn(context.DateOf(act)).FirstOrDefault(u => u.Kind == UnitKind.Leadership)?.Id;
}
