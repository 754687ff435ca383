using DutyBot.Domain.Organisations;

namespace DutyBot.Domain;

/// <summary>
/// The one place that answers "may this person do this, today": from the organisation on the date of the act, never from card data (D-06).
/// Each answer is the act as it is to be recorded, naming on whose behalf it was done, or null for no.
/// </summary>
internal static class Rights
{
    public static Problem Forbidden { get; } = new("E-FORBIDDEN");

    public static Problem HeadOnly { get; } = new("E-HEAD-ONLY");

    /// <summary>The head (or acting head) of the unit, or a person to whom the head delegated.</summary>
    public static Act? AsHead(this DutyContext context, Act act, UnitId unit) =>
        act.By is { } person ? Recorded(act, context.Organisation.MayActAsHead(person, unit, context.DateOf(act))) : null;

    /// <summary>May give tasks to units.</summary>
    public static Act? AsAssigner(this DutyContext context, Act act) =>
        act.By is { } person ? Recorded(act, context.Organisation.MayAssign(person, context.DateOf(act))) : null;

    /// <summary>The assigner of a given task while still in office, whoever that assigner delegated to, or the leadership above them .</summary>
    public static Act? AsAssignerOf(this DutyContext context, Act act, PersonId assigner) =>
        act.By is { } person && Recorded(act, context.Organisation.MayAssignFor(person, assigner, context.DateOf(act))) is { } recorded
            ? recorded
            : context.AsLeader(act);

    public static Act? AsLeader(this DutyContext context, Act act) =>
        act.By is { } person ? Recorded(act, context.Organisation.MayActAsLeader(person, context.DateOf(act))) : null;

    /// <summary>The unit whose head decides escalations on that date.</summary>
    public static UnitId? LeadershipUnit(this DutyContext context, Act act) =>
        context.Organisation.UnitsOn(context.DateOf(act)).FirstOrDefault(u => u.Kind == UnitKind.Leadership)?.Id;

    /// <summary>Anybody appointed to the unit on that date, or acting as its head.</summary>
    public static Act? AsMember(this DutyContext context, Act act, UnitId unit) =>
        act.By is { } person && context.Organisation.IsMemberOf(person, unit, context.DateOf(act))
            ? act with
            {
                OnBehalfOf = null,
            }
            : context.AsHead(act, unit);

    private static Act? Recorded(Act act, Authority authority) => authority.IsGranted ? act with { OnBehalfOf = authority.OnBehalfOf } : null;
}
