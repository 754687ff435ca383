using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>The tree of units over time.</summary>
internal static class UnitTree
{
    /// <summary>Whether some unit stands above itself at an instant from the date on (1.4.14: at none).</summary>
    public static bool HasCycle(Organisation organisation, LocalDate from) =>
        organisation.TreeChangesFrom(from).Any(date => organisation.AllUnits(date).Any(unit => StandsAboveItself(organisation, unit.Id, date)));

    /// <summary>Whether one unit stands, at whatever distance, under another on the date.</summary>
    public static bool IsUnder(Organisation organisation, UnitId unit, UnitId above, LocalDate date)
    {
        var seen = new HashSet<UnitId>();
        for (
            var next = organisation.Find(unit)?.ParentOn(date);
            next is { } parent && seen.Add(parent);
            next = organisation.Find(parent)?.ParentOn(date)
        )
        {
            if (parent == above)
            {
                return true;
            }
        }

        return false;
    }

    private static bool StandsAboveItself(Organisation organisation, UnitId unit, LocalDate date) => IsUnder(organisation, unit, unit, date);
}
