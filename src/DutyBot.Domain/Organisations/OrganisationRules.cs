using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>What the rules of the organisation's acts have in common.</summary>
internal static class OrganisationRules
{
    /// <summary>R-87: a change rests on a document, and the document is no state secret.</summary>
    public static Problem? NoBasis(string basis, string field = Basis) => Wording.NotSaid(basis, field, "E-BASIS-REQUIRED");

    public static Problem? NoDate(LocalDate? date, string field = From) => date is null ? new Problem("E-DATE-REQUIRED", field) : null;

    public static Problem? NotAPeriod(LocalDate? from, LocalDate? until) =>
        from is { } first && until is { } last && last < first ? new Problem("E-PERIOD", Until) : null;

    /// <summary>A period that is over helps nobody any more.</summary>
    public static Problem? PeriodPast(LocalDate? until, LocalDate today) =>
        until is { } last && last < today ? new Problem("E-PERIOD-PAST", Until) : null;

    /// <summary>What is in force ends yesterday at the earliest, which is at once; what is still to come may be withdrawn altogether.</summary>
    public static Problem? EndedInThePast(LocalDate last, LocalDate from, LocalDate today) =>
        from <= today && last < today.PlusDays(-1) ? new Problem("E-LAST-DAY-PAST", Until, ("date", today.PlusDays(-1))) : null;

    public static Problem? Unknown(this Organisation organisation, PersonId? person, string field = OrganisationFields.Person) =>
        person is { } id && organisation.PersonOf(id) is not null ? null : new Problem("E-PERSON-UNKNOWN", field);

    /// <summary>Of somebody's own right or absence: whoever is not registered can mend nothing in the form.</summary>
    public static Problem? Unregistered(this Organisation organisation, Act act, PersonId? person, string field = OrganisationFields.Person) =>
        organisation.Unknown(person, field) is not { } unknown ? null
        : act.By is { } by && by == person ? new Problem("E-NOT-REGISTERED")
        : unknown;

    /// <summary>Null when the unit exists and will not have ended by the date.</summary>
    public static Problem? NotThere(this Organisation organisation, UnitId? unit, LocalDate on, string field = OrganisationFields.Unit) =>
        unit is not { } id || organisation.Find(id) is not { } known ? new Problem("E-UNIT-UNKNOWN", field)
        : known.End is { } end && end.At <= on ? new Problem("E-UNIT-ENDED", field, ("unit", id), ("date", end.At))
        : known.From > on ? new Problem("E-UNIT-NOT-YET", field, ("unit", id), ("date", known.From))
        : null;

    /// <summary>1.4.14: nothing takes effect before the unit's last change, and nothing more happens to a unit whose end is recorded.</summary>
    public static Problem? TooEarly(this Organisation organisation, UnitId unit, LocalDate on, string field) =>
        organisation.Find(unit) is not { } known ? null
        : known.End is { } end ? new Problem("E-UNIT-ENDED", field, ("unit", unit), ("date", end.At))
        : on < known.LastChange ? new Problem("E-EFFECTIVE-TOO-EARLY", field, ("unit", unit), ("date", known.LastChange))
        : null;

    /// <summary>A name of its own, so that people can tell units apart.</summary>
    public static IEnumerable<Problem> BadName(this Organisation organisation, UnitId unit, string name, string shortName, LocalDate on)
    {
        if (Wording.NotSaid(name, Name, "E-NAME-REQUIRED") is { } missing)
        {
            yield return missing;
        }
        else if (organisation.IsNameTaken(SearchText.Fold(name), unit, on))
        {
            yield return new Problem("E-UNIT-NAME-TAKEN", Name);
        }

        if (SecrecyMarks.Check(shortName, ShortName) is { } secret)
        {
            yield return secret;
        }
    }

    /// <summary>Mã định danh (NĐ 30/2020): of one unit alone, for example <c>000.00.12.H26</c>; a unit may have none.</summary>
    public static Problem? BadCode(this Organisation organisation, string? code, UnitId unit, LocalDate on) =>
        string.IsNullOrWhiteSpace(code) ? null
        : code.Trim().Length > MaxCodeLength ? new Problem("E-TOO-LONG", Code, ("n", code.Trim().Length), ("max", MaxCodeLength))
        : organisation.IsCodeTaken(code.Trim(), unit, on) ? new Problem("E-UNIT-CODE-TAKEN", Code)
        : null;

    private const int MaxCodeLength = 40;

    public static Decision<OrganisationEvent> Decide(IEnumerable<Problem?> problems, Func<IEnumerable<OrganisationEvent>> events)
    {
        var found = problems.OfType<Problem>().ToList();
        return found.Count > 0 ? Decision<OrganisationEvent>.Reject(found) : new Decision<OrganisationEvent>([.. events()], []);
    }
}
