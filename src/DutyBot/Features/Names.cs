using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Features;

/// <summary>Turns ids and instants into what a person reads, in one language, as of one day.</summary>
internal sealed record Names(Organisation Organisation, WorkingCalendar Calendar, LocalDate Today, Texts Texts)
{
    public string Of(UnitId unit) => Organisation.UnitOn(unit, Today)?.Name ?? unit.Value;

    /// <summary>The name it had on a day.</summary>
    public string On(UnitId unit, LocalDate date) => Organisation.UnitOn(unit, date)?.Name ?? unit.Value;

    /// <summary>The unit as it is called today and, where that was another unit or another name, what stood there at that moment (D-04).</summary>
    /// <param name="key">A text with <c>{unit}</c> and <c>{former}</c>.</param>
    public string Since(UnitId unit, UnitId former, Instant at, string key)
    {
        var (now, then) = (Of(unit), On(former, Calendar.DateOf(at)));
        return now == then ? now : Texts.Format(key, ("unit", now), ("former", then));
    }

    public string Of(PersonId person) => Organisation.PersonOf(person)?.Name ?? Texts["name.unknown"];

    /// <summary>The name where somebody is to be chosen: whoever is away today is marked, with the last day of the absence.</summary>
    public string AndAbsence(PersonId person) =>
        Organisation.AbsenceOf(person, Today) is { Validity.To: { } last } absence
            ? Texts.Format(absence.Grade == AbsenceGrade.FullyAway ? "name.away" : "name.awayFinishing", ("person", Of(person)), ("date", last))
            : Of(person);

    /// <summary>
    /// "…, thừa ủy quyền của … theo …" when the act was done by delegation (D-03), "…, thay mặt …" when it was done for somebody fully away without
    /// one; says so when somebody decided who was concerned in person (1.6).
    /// </summary>
    public string Of(Act act) =>
        act switch
        {
            { By: { } by, OnBehalfOf: { } absent, InAbsence: true } => Texts.Format("name.standIn", ("person", Of(by)), ("absent", Of(absent))),
            { By: { } by, OnBehalfOf: { } grantor } => OnBehalf(by, grantor, Calendar.DateOf(act.At)),
            { By: { } by, InConflict: true } => Texts.Format("name.inConflict", ("person", Of(by))),
            { By: { } by } => Of(by),
            _ => Texts["name.system"],
        };

    /// <summary>The last day of a term that ends with a day; the moment of one that ends within it.</summary>
    public string Deadline(Instant due) =>
        due == Calendar.StartOfDay(Calendar.DateOf(due)) ? Texts.Format(Calendar.DayOfDeadline(due)) : Texts.Format(due);

    /// <summary>A problem in words.</summary>
    public string Of(Problem problem) => Texts.Format(Readable(problem));

    /// <summary>The same problem with every argument in words, as a form can show it.</summary>
    public Problem Readable(Problem problem) =>
        problem with
        {
            Arguments = [.. problem.Arguments.Select(argument => (argument.Name, Readable(argument.Value)))],
        };

    /// <summary>The sentence of a notice.</summary>
    public string Of(Effect.Tell notice) => Texts.Format(notice.Key, [.. notice.Values.Select(value => (value.Name, Readable(value)))]);

    /// <summary>The sentence of a due notice. The days are counted as of today: it may have waited over a weekend.</summary>
    public string Of(DueNotice notice) =>
        Texts.Format(
            notice.Key,
            [
                .. notice.Values.Select(value =>
                    (value.Name, value.Number is null || notice.Due is not { } due ? Readable(value) : (object)Math.Abs(WorkingDaysTo(due)))
                ),
            ]
        );

    private int WorkingDaysTo(Instant due) => Calendar.WorkingDaysBetween(Today, Calendar.DayOfDeadline(due));

    private string OnBehalf(PersonId by, PersonId grantor, LocalDate on) =>
        Organisation.DelegationBy(grantor, by, on)?.Document is { Length: > 0 } document
            ? Texts.Format("name.onBehalf", ("person", Of(by)), ("grantor", Of(grantor)), ("document", document))
            : Texts.Format("name.onBehalf.bare", ("person", Of(by)), ("grantor", Of(grantor)));

    private object Readable(object value) =>
        value switch
        {
            UnitId unit => Of(unit),
            PersonId person => Of(person),
            Instant due => Deadline(due),
            ImmutableArray<UnitId> units => units.Select(Of).ToList(),
            ImmutableArray<(UnitId Unit, int No)> answers => answers
                .Select(a => Texts.Format("name.answer", ("unit", Of(a.Unit)), ("no", a.No)))
                .ToList(),
            _ => value,
        };

    private object Readable(NoticeValue value) =>
        value switch
        {
            // The sentence around it brings its own full stop.
            { Text: { } text } => text.TrimEnd('.'),
            { Number: { } number } => number,
            { Date: { } date } => date,
            { Moment: { } moment } => Deadline(moment),
            { Unit: { } unit } => Of(unit),
            { Person: { } person } => Of(person),
            { Key: { } key } => Texts[key],
            _ => "",
        };
}
