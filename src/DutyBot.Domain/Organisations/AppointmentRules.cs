using DutyBot.Domain.Documents;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Domain.Organisations.OrganisationRules;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>People and their positions over time .</summary>
internal static class AppointmentRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            RegisterPerson c => Decide(organisation, c),
            Appoint c => Decide(organisation, c),
            EndAppointment c => Decide(organisation, c),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not about an appointment."),
        };

    /// <summary>An appointment; a head or acting head who is already there ends the day before, and never was one if the day is their first.</summary>
    public static IEnumerable<OrganisationEvent> Appointed(
        Organisation organisation,
        Act act,
        PersonId person,
        UnitId unit,
        Position position,
        LocalDate from,
        LocalDate? to
    )
    {
        if (position == Position.Head)
        {
            foreach (var held in organisation.PostsIn(unit, from).Where(IsHeadship))
            {
                yield return new AppointmentEnded(act, held.Person, unit, held.Position, from.PlusDays(-1));
            }
        }

        yield return new Appointed(act, person, unit, position, from, to);
    }

    private static bool IsHeadship(Appointment held) => held.Position is Position.Head or Position.Acting;

    private static Decision<OrganisationEvent> Decide(Organisation organisation, RegisterPerson command)
    {
        var wanted = new Person(command.Person ?? default, command.Name.Trim(), command.Title.Trim(), command.Upn?.Trim());
        return command.Person is { } id && organisation.PersonOf(id) == wanted
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [
                    command.Person is null ? new Problem("E-PERSON-UNKNOWN", Fields.Person) : null,
                    Wording.NotSaid(command.Name, Fields.Name, "E-NAME-REQUIRED"),
                    SecrecyMarks.Check(command.Title, Fields.Title),
                ],
                () => [new PersonRegistered(command.Act, wanted.Id, wanted.Name, wanted.Title, wanted.Upn)]
            );
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, Appoint command)
    {
        if (IsHeld(organisation, command))
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [
                organisation.Unknown(command.Person),
                command.From is { } from ? organisation.NotThere(command.Unit, from) : NoDate(command.From),
                command.Position is null ? new Problem("E-POSITION-REQUIRED", Fields.Position) : null,
                NotAPeriod(command.From, command.To),
            ],
            () =>
                Appointed(
                    organisation,
                    command.Act,
                    command.Person!.Value,
                    command.Unit!.Value,
                    command.Position!.Value,
                    command.From!.Value,
                    command.To
                )
        );
    }

    private static bool IsHeld(Organisation organisation, Appoint c) =>
        c is { Person: { } person, Unit: { } unit, Position: { } position, From: { } from }
        && organisation.PostsIn(unit, from).Any(a => a.Person == person && a.Position == position && a.Validity.To == c.To)
        && (position != Position.Head || organisation.PostsIn(unit, from).First().Person == person);

    private static Decision<OrganisationEvent> Decide(Organisation organisation, EndAppointment command)
    {
        if (command is not { Person: { } person, Unit: { } unit, Position: { } position, LastDay: { } last })
        {
            return command.LastDay is null ? NoDate(command.LastDay, Fields.Until)! : new Problem("E-NO-SUCH-APPOINTMENT", Fields.Person);
        }

        var held = organisation.PostsIn(unit, last).FirstOrDefault(a => a.Person == person && a.Position == position);
        return held is null ? new Problem("E-NO-SUCH-APPOINTMENT", Fields.Person)
            : held.Validity.To == last ? Decision<OrganisationEvent>.Nothing
            : new AppointmentEnded(command.Act, person, unit, position, last);
    }
}
