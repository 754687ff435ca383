using NodaTime;

namespace DutyBot.Domain.Clock;

/// <summary>
/// The terms that are counted in working time from something that happened, and so depend on the calendar. A date that a person gave is none of
/// them: it never moves (D-05).
/// </summary>
public enum RelativeTerm
{
    Accept,
    Return,
    DecideReturn,
    AskPapers,

    /// <summary>Of an answer whose date was counted: sent back, returned in vain, or asked again with papers.</summary>
    Reply,

    /// <summary>Until silence is recorded .</summary>
    NonResponse,
    Decide,

    /// <summary>Of the person who was formally reminded .</summary>
    Explain,
}

/// <summary>A running term counted again with the calendar as it is now.</summary>
/// <param name="Unit">Whose part of a round it is; null where the duty has only one such term.</param>
/// <param name="Old">The first instant (UTC) that was too late.</param>
/// <param name="New">The first instant (UTC) that is too late.</param>
public sealed record RecountedTerm(RelativeTerm Term, UnitId? Unit, Instant Old, Instant New)
{
    /// <summary>
    /// Null when the term stays as it is: the calendar moves only what still runs, and never to where it would have run out already (D-05).
    /// </summary>
    internal static RecountedTerm? Of(RelativeTerm term, UnitId? unit, Instant old, Instant counted, Instant now) =>
        old != counted && old > now && counted > now ? new(term, unit, old, counted) : null;
}

/// <summary>The names of the terms as text keys.</summary>
public static class RelativeTermKeys
{
    public static string Of(RelativeTerm term) =>
        term switch
        {
            RelativeTerm.Accept => "lbl.term.accept",
            RelativeTerm.Return => "lbl.term.return",
            RelativeTerm.DecideReturn => "lbl.term.decideReturn",
            RelativeTerm.AskPapers => "lbl.term.askPapers",
            RelativeTerm.Reply => "lbl.term.reply",
            RelativeTerm.NonResponse => "lbl.term.nonResponse",
            RelativeTerm.Explain => "lbl.term.explain",
            _ => "lbl.term.decide",
        };
}
