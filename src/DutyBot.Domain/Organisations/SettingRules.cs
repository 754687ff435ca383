using DutyBot.Domain.Calendar;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Domain.Organisations.OrganisationRules;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>What an office sets for itself, each with its basis (R-23, R-87, R-88, D-05).</summary>
internal static class SettingRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            ChangeSetting c => Decide(organisation, c, context),
            SetCalendarEntry c => Decide(organisation, c),
            RemoveCalendarEntry c => Decide(organisation, c),
            ConfirmRecount c => Decide(organisation, c),
            AssignCompetence c => Decide(organisation, c),
            EndCompetence c => Decide(organisation, c),
            SetNorm c => Decide(organisation, c),
            SaveTemplate c => Decide(organisation, c),
            RemoveTemplate c => Decide(organisation, c),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a setting."),
        };

    private static Decision<OrganisationEvent> Decide(Organisation organisation, ChangeSetting command, DutyContext context)
    {
        if (SettingsCatalogue.Find(command.Key) is not { } setting)
        {
            return new Problem("E-SETTING-UNKNOWN");
        }

        // As it will be on the day from which the new value holds.
        var day = command.From is { } from ? LocalDate.Max(from, context.DateOf(command.Act)) : context.DateOf(command.Act);
        var policy = organisation.PolicyAt(Instant.Max(command.Act.At, context.Calendar.StartOfDay(day)));
        var changed = SettingsCatalogue.Apply(policy, command.Key, command.Value, command.Basis.Trim());
        return OrganisationRules.Decide(
            [
                changed is null ? new Problem(setting.Refusal(command.Value) ?? "E-SETTING-VALUE", Fields.Value) : null,
                Wording.HasSecrecyMark(command.Value) ? new Problem("E-SECRET", Fields.Value) : null,
                NoDate(command.From),
                NoBasis(command.Basis),
            ],
            () =>
                setting.Read(policy) == setting.Read(changed!)
                    ? []
                    :
                    [
                        new SettingChanged(
                            command.Act,
                            setting.Key,
                            setting.Read(policy),
                            setting.Read(changed!),
                            command.From!.Value,
                            command.Basis.Trim()
                        ),
                    ]
        );
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, SetCalendarEntry command)
    {
        if (
            command is { Date: { } known, Kind: { } same }
            && organisation.Calendar.EntryOn(known) == new CalendarEntry(known, same, command.Name.Trim(), command.Source.Trim())
        )
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [
                NoDate(command.Date, Fields.Date),
                command.Kind is null ? new Problem("E-CALENDAR-KIND", Fields.Kind) : null,
                command is { Date: { } date, Kind: { } kind } && IsWeekend(date) != (kind == CalendarEntryKind.SwapWork)
                    ? new Problem("E-CALENDAR-NO-EFFECT", Fields.Date)
                    : null,
                Wording.NotSaid(command.Name, Fields.Name, "E-NAME-REQUIRED"),
                NoBasis(command.Source),
            ],
            () => [new CalendarEntrySet(command.Act, command.Date!.Value, command.Kind!.Value, command.Name.Trim(), command.Source.Trim())]
        );
    }

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static Decision<OrganisationEvent> Decide(Organisation organisation, RemoveCalendarEntry command) =>
        command.Date is { } date && organisation.Calendar.EntryOn(date) is null
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [NoDate(command.Date, Fields.Date), NoBasis(command.Source)],
                () => [new CalendarEntryRemoved(command.Act, command.Date!.Value, command.Source.Trim())]
            );

    // Each duty decides for itself what moves; here only that it shall.
    private static Decision<OrganisationEvent> Decide(Organisation organisation, ConfirmRecount command) =>
        organisation.HasConfirmedRecount(command.Press) ? Decision<OrganisationEvent>.Nothing
        : command.Duties.All(duty => duty.Kind == DutyKind.Organisation) ? new Problem("E-NOTHING-TO-RECOUNT")
        : command.Duties.Length > OrganisationDecider.MostRecounted
            ? new Problem("E-TOO-MANY-CHANGES", null, ("n", OrganisationDecider.MostRecounted))
        : new RecountConfirmed(command.Act, command.Press, [.. command.Duties.Where(duty => duty.Kind != DutyKind.Organisation).Distinct()]);

    // at most one decider per field and day.
    private static Decision<OrganisationEvent> Decide(Organisation organisation, AssignCompetence command)
    {
        var wanted = command is { Action: { } action, Unit: { } unit, From: { } from }
            ? new Competence(command.Field.Trim(), action, unit, command.Basis.Trim(), new Validity(from, command.Until))
            : null;
        if (wanted is not null && organisation.AllCompetences.Contains(wanted))
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [
                Wording.NotSaid(command.Field, Fields.Field, "E-FIELD-REQUIRED"),
                command.Action is null ? new Problem("E-ACTION-REQUIRED", Fields.Action) : null,
                command.From is { } first ? organisation.NotThere(command.Unit, first) : NoDate(command.From),
                NotAPeriod(command.From, command.Until),
                NoBasis(command.Basis),
                wanted is null ? null : Overlap(organisation, wanted),
            ],
            () =>
                [
                    new CompetenceAssigned(
                        command.Act,
                        wanted!.Field,
                        wanted.Action,
                        wanted.Unit,
                        wanted.Basis,
                        wanted.Validity.From,
                        wanted.Validity.To
                    ),
                ]
        );
    }

    private static Problem? Overlap(Organisation organisation, Competence wanted) =>
        wanted.Action == CompetenceAction.Decide
        && organisation.AllCompetences.FirstOrDefault(c =>
            c.Action == CompetenceAction.Decide && SearchText.Fold(c.Field) == SearchText.Fold(wanted.Field) && c.Validity.Overlaps(wanted.Validity)
        )
            is { } other
            ? new Problem("E-COMPETENCE-OVERLAP", Fields.Unit, ("unit", other.Unit), ("date", other.Validity.From))
            : null;

    private static Decision<OrganisationEvent> Decide(Organisation organisation, EndCompetence command)
    {
        if (command is not { Action: { } action, Unit: { } unit, LastDay: { } last })
        {
            return command.LastDay is null ? NoDate(command.LastDay, Fields.Until)! : new Problem("E-NO-SUCH-COMPETENCE", Fields.Field);
        }

        var held = organisation.CompetencesOn(last).FirstOrDefault(c => c.Field == command.Field && c.Action == action && c.Unit == unit);
        return held is null ? new Problem("E-NO-SUCH-COMPETENCE", Fields.Field)
            : held.Validity.To == last ? Decision<OrganisationEvent>.Nothing
            : NoBasis(command.Basis) is { } problem ? problem
            : new CompetenceEnded(command.Act, command.Field, action, unit, last, command.Basis.Trim());
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, SetNorm command) =>
        command is { WorkingDays: { } same, From: { } on } && organisation.NormOf(command.Category, on) is { } norm && norm.WorkingDays == same
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [
                    Wording.NotSaid(command.Category, Fields.Category, "E-CATEGORY-REQUIRED"),
                    command.WorkingDays is >= 1 and <= 500 ? null : new Problem("E-WORKING-DAYS", Fields.WorkingDays),
                    NoDate(command.From),
                    NoBasis(command.Basis),
                ],
                () => [new NormSet(command.Act, command.Category.Trim(), command.WorkingDays!.Value, command.From!.Value, command.Basis.Trim())]
            );

    private static Decision<OrganisationEvent> Decide(Organisation organisation, RemoveTemplate command) =>
        Wording.NotSaid(command.Name, Fields.Name, "E-NAME-REQUIRED") is { } problem ? problem
        : organisation.Templates.ContainsKey(command.Name) ? new TemplateRemoved(command.Act, command.Name)
        : Decision<OrganisationEvent>.Nothing;

    private static Decision<OrganisationEvent> Decide(Organisation organisation, SaveTemplate command) =>
        organisation.Templates.GetValueOrDefault(command.Name.Trim()) == command.Template
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [
                    Wording.NotSaid(command.Name, Fields.Name, "E-NAME-REQUIRED"),
                    Wording.NotSaid(command.Template.Work, Fields.Work, "E-UNCLEAR-WORK"),
                    Wording.HasSecrecyMark(command.Template.Deliverable, command.Template.Requirement)
                        ? new Problem("E-SECRET", Fields.Requirement)
                        : null,
                    command.Template.WorkingDays is null or (>= 1 and <= 500) ? null : new Problem("E-WORKING-DAYS", Fields.WorkingDays),
                ],
                () => [new TemplateSaved(command.Act, command.Name.Trim(), command.Template)]
            );
}
