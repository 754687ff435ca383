namespace DutyBot.Domain;

/// <summary>The two reasons, and only two, for returning a request. "Busy" and "no staff" are not reasons.</summary>
public enum ReturnReason
{
    NotOurCompetence,
    RequesterCompetence,
}

/// <summary>A return as it was made: the reason, the unit that is competent, and why.</summary>
public sealed record ReturnRequest(ReturnReason Reason, UnitId? CompetentUnit, string Text, Act Act);
