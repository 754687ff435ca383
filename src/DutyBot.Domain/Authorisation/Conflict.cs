using System.Collections.Immutable;
using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Domain.Authorisation;

/// <summary>The matters in which nobody decides who is concerned in person (1.6).</summary>
public enum Conflict
{
    None,

    /// <summary>
    /// A return: concerned are who asked for it and the head of the unit it comes from; for a consultation also the head of the unit that waits
    /// for the answer.
    /// </summary>
    OwnReturn,

    /// <summary>A disagreement: concerned are who submitted it and the heads of the units that lead and that disagree.</summary>
    OwnDispute,

    /// <summary>A formal reminder, and the review file that rests on several: concerned is who was reminded.</summary>
    OwnReminder,
}

/// <summary>Who is concerned in person: these persons, and whoever may act as head of one of these units on the date.</summary>
internal sealed record Parties(ImmutableArray<UnitId> Units, ImmutableArray<PersonId> Persons)
{
    public static Parties None { get; } = new([], []);

    /// <summary>Who asked, on whose behalf too, and the units.</summary>
    public static Parties Of(Act? asked, params ImmutableArray<UnitId> units) =>
        new(units, [.. new[] { asked?.By, asked?.OnBehalfOf }.OfType<PersonId>()]);

    /// <remarks>Whoever took a unit over took over its side of the matter (D-04).</remarks>
    public bool Include(PersonId person, Organisation organisation, LocalDate on) =>
        Persons.Contains(person) || Units.Any(unit => organisation.MayActAsHead(person, organisation.SuccessorOf(unit, on) ?? unit, on).IsGranted);

    /// <summary>A delegate is concerned in what concerns the delegate, and in what concerns the grantor.</summary>
    public bool Include(Act act, Organisation organisation, LocalDate on) =>
        new[] { act.By, act.OnBehalfOf }.OfType<PersonId>().Any(person => Include(person, organisation, on));
}
