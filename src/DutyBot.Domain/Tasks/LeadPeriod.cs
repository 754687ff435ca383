using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>A unit's time as lead, with the head who was accountable. <paramref name="To"/> is null for the present one.</summary>
/// <param name="AccountableHead">Null when a unit took over that had no head.</param>
public sealed record LeadPeriod(UnitId Unit, PersonId? AccountableHead, Instant From, Instant? To);

/// <summary>A unit that ended while it had a part in the task, and the unit that took the part over (D-04).</summary>
public sealed record Succession(UnitId From, UnitId To);
