using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Domain.Organisations.OrganisationRules;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>Who is away, from when until when and how far (features 45).</summary>
internal static class AbsenceRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            RecordAbsence c => Decide(organisation, c, context.DateOf(c.Act)),
            EndAbsence { From: { } from } c => Decide(organisation, c, from, context.DateOf(c.Act)),
            EndAbsence c => Decide(organisation, c),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not about an absence."),
        };

    private static Decision<OrganisationEvent> Decide(Organisation organisation, RecordAbsence command, LocalDate today) =>
        IsKnown(organisation, command)
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [
                    organisation.Unregistered(command.Act, command.Person),
                    command.Grade is null ? new Problem("E-GRADE-REQUIRED", Fields.Grade) : null,
                    NoDate(command.From),
                    NoDate(command.Until, Fields.Until),
                    NotAPeriod(command.From, command.Until),
                    PeriodPast(command.Until, today),
                    Overlap(organisation, command),
                ],
                () => [new AbsenceRecorded(command.Act, command.Person!.Value, command.Grade!.Value, command.From!.Value, command.Until!.Value)]
            );

    private static bool IsKnown(Organisation organisation, RecordAbsence command) =>
        command is { Person: { } person, Grade: { } grade, From: { } from, Until: { } until }
        && organisation.AbsencesSince(person, from).Contains(new Absence(person, grade, new Validity(from, until)));

    // One absence a day, so that it is clear how far somebody is away; the earlier one is ended or withdrawn first.
    private static Problem? Overlap(Organisation organisation, RecordAbsence command) =>
        command is { Person: { } person, From: { } from, Until: { } until }
        && from <= until
        && organisation.AbsencesSince(person, from).FirstOrDefault(a => a.Validity.Overlaps(new Validity(from, until))) is { } other
            ? new Problem("E-ABSENCE-OVERLAP", Fields.From, ("from", other.Validity.From), ("until", other.Validity.To!.Value))
            : null;

    private static Decision<OrganisationEvent> Decide(Organisation organisation, EndAbsence command) =>
        command is not { Person: { } person, LastDay: { } last }
            ? NoDate(command.LastDay, Fields.Until) ?? new Problem("E-PERSON-UNKNOWN", Fields.Person)
        : organisation.AbsenceOf(person, last.PlusDays(1)) is null ? Decision<OrganisationEvent>.Nothing
        : new AbsenceEnded(command.Act, person, last);

    // One that is withdrawn is gone: to withdraw it again changes nothing.
    private static Decision<OrganisationEvent> Decide(Organisation organisation, EndAbsence command, LocalDate from, LocalDate today)
    {
        if (command is not { Person: { } person, LastDay: { } last })
        {
            return NoDate(command.LastDay, Fields.Until) ?? new Problem("E-PERSON-UNKNOWN", Fields.Person);
        }

        var meant = organisation.AbsencesSince(person, today).FirstOrDefault(a => a.Validity.From == from);
        return meant is null || meant.Validity.To <= last ? Decision<OrganisationEvent>.Nothing
            : EndedInThePast(last, from, today) is { } past ? past
            : new AbsenceEnded(command.Act, person, last, from);
    }
}
