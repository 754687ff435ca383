using System.Collections.Immutable;
using NodaTime;
using static DutyBot.Domain.Organisations.ReachProblem;

namespace DutyBot.Domain.Organisations;

/// <summary>What Teams answered about a channel or a person.</summary>
public enum Reach
{
    /// <summary>No usable answer: too many requests, or no connection. Nothing follows from it.</summary>
    NotKnown,
    Reached,
    NotReached,
}

/// <summary>What Teams answered; whatever it was not asked about is not known.</summary>
public sealed record ReachAnswers(ImmutableDictionary<string, Reach> Channels, ImmutableDictionary<PersonId, Reach> People)
{
    public Reach Of(string channel) => Channels.GetValueOrDefault(channel);

    public Reach Of(PersonId person) => People.GetValueOrDefault(person);
}

/// <summary>Why a duty, or the next level of it, might reach nobody.</summary>
public enum ReachProblem
{
    NoChannel,
    ChannelGone,
    ChannelNotKnown,
    NoHead,
    HeadNotReached,
    HeadNotKnown,
    HeadAwayWithoutSubstitute,
    SubstituteNotReached,
    NoLeader,
    LeaderNotReached,
    NoSecondDecider,
    SecondDeciderNotReached,
    NoOffice,
    NoAdmin,
    AdminNotReached,
    NoAssigner,
    AssignerNotReached,

    /// <summary>Deadlines cannot be counted: nobody has entered the days off of a year (D-05).</summary>
    CalendarMissing,
}

/// <param name="Unit">The unit that is concerned, if it is one.</param>
/// <param name="Person">Who was not reached, if it is one person.</param>
/// <param name="Year">Of the calendar, if that is missing.</param>
public sealed record ReachFinding(ReachProblem Problem, UnitId? Unit = null, PersonId? Person = null, int? Year = null);

/// <summary>Whether everybody who is owed something on a date can be told of it; a function of who is who and of what Teams answered.</summary>
public static class Reachability
{
    /// <summary>The channels Teams must be asked about.</summary>
    public static ImmutableArray<string> Channels(Organisation organisation, LocalDate date) =>
        [.. organisation.UnitsOn(date).Select(unit => organisation.ChannelOf(unit.Id)).OfType<string>().Distinct()];

    /// <summary>The people Teams must be asked about.</summary>
    public static ImmutableArray<PersonId> People(Organisation organisation, LocalDate date) =>
        [
            .. organisation
                .UnitsOn(date)
                .SelectMany(unit =>
                    organisation.HeadOf(unit.Id, date) is { } head ? Substitutes(organisation, unit.Id, head, date).Prepend(head) : []
                )
                .Concat(organisation.Leaders(date))
                .Concat(SecondDeciders(organisation, date))
                .Concat(organisation.Holders(Role.Admin, date))
                .Concat(Assigners(organisation, date))
                .Distinct(),
        ];

    public static ImmutableArray<ReachFinding> Findings(Organisation organisation, LocalDate date, ReachAnswers answers) =>
        [
            .. organisation.UnitsOn(date).SelectMany(unit => OfUnit(organisation, unit.Id, date, answers)),
            .. OfAny([.. organisation.Leaders(date).Take(1)], answers, NoLeader, LeaderNotReached),
            .. OfAny(SecondDeciders(organisation, date), answers, NoSecondDecider, SecondDeciderNotReached),
            .. organisation.OfficeOn(date) is null ? [new ReachFinding(NoOffice)] : Array.Empty<ReachFinding>(),
            .. OfAny(organisation.Holders(Role.Admin, date), answers, NoAdmin, AdminNotReached),
            .. OfAny(Assigners(organisation, date), answers, NoAssigner, AssignerNotReached),
            .. organisation.Calendar.YearMissedOn(date) is { } year ? [new ReachFinding(CalendarMissing, Year: year)] : Array.Empty<ReachFinding>(),
        ];

    private static IEnumerable<ReachFinding> OfUnit(Organisation organisation, UnitId unit, LocalDate date, ReachAnswers answers)
    {
        if (organisation.ChannelOf(unit) is not { } channel)
        {
            yield return new ReachFinding(NoChannel, unit);
        }
        else if (answers.Of(channel) is var reach and not Reach.Reached)
        {
            yield return new ReachFinding(reach == Reach.NotReached ? ChannelGone : ChannelNotKnown, unit);
        }

        if (OfHead(organisation, unit, date, answers) is { } finding)
        {
            yield return finding;
        }
    }

    private static ReachFinding? OfHead(Organisation organisation, UnitId unit, LocalDate date, ReachAnswers answers)
    {
        if (organisation.HeadOf(unit, date) is not { } head)
        {
            return new ReachFinding(NoHead, unit);
        }

        if (organisation.AbsenceOf(head, date) is null)
        {
            return answers.Of(head) switch
            {
                Reach.Reached => null,
                Reach.NotReached => new ReachFinding(HeadNotReached, unit, head),
                _ => new ReachFinding(HeadNotKnown, unit, head),
            };
        }

        var substitutes = Substitutes(organisation, unit, head, date).ToList();
        return substitutes.Count == 0 ? new ReachFinding(HeadAwayWithoutSubstitute, unit, head)
            : substitutes.All(person => answers.Of(person) == Reach.NotReached) ? new ReachFinding(SubstituteNotReached, unit, substitutes[0])
            : null;
    }

    /// <summary>One reachable person is enough; whoever is not known may be.</summary>
    private static IEnumerable<ReachFinding> OfAny(
        ImmutableArray<PersonId> people,
        ReachAnswers answers,
        ReachProblem nobody,
        ReachProblem notReached
    ) =>
        people.IsEmpty ? [new ReachFinding(nobody)]
        : people.All(person => answers.Of(person) == Reach.NotReached) ? [new ReachFinding(notReached, null, people[0])]
        : [];

    /// <summary>Who may act as head for the person by delegation and is there to do it, then the deputies who are there.</summary>
    private static IEnumerable<PersonId> Substitutes(Organisation organisation, UnitId unit, PersonId head, LocalDate date) =>
        organisation
            .DelegationsBy(head, date)
            .Where(delegation => delegation.Covers(DelegationScope.Headship))
            .Select(delegation => delegation.Delegate)
            .Concat(organisation.DeputiesOf(unit, date))
            .Where(person => organisation.AbsenceOf(person, date) is null)
            .Distinct();

    /// <summary>Who decides when the leader is concerned in person (1.6): another leader, or a deputy of the leadership.</summary>
    private static ImmutableArray<PersonId> SecondDeciders(Organisation organisation, LocalDate date) =>
        [
            .. organisation
                .Leaders(date)
                .Skip(1)
                .Concat(Leadership(organisation, date).SelectMany(unit => organisation.DeputiesOf(unit, date)))
                .Distinct(),
        ];

    /// <summary>Everybody who may give tasks in person.</summary>
    public static ImmutableArray<PersonId> Assigners(Organisation organisation, LocalDate date) =>
        [
            .. organisation
                .Holders(Role.Assigner, date)
                .Concat(Leadership(organisation, date).SelectMany(unit => organisation.MembersOf(unit, date)))
                .Where(person => organisation.IsAssigner(person, date))
                .Distinct(),
        ];

    private static IEnumerable<UnitId> Leadership(Organisation organisation, LocalDate date) =>
        organisation.UnitsOn(date).Where(unit => unit.Kind == UnitKind.Leadership).Select(unit => unit.Id);
}
