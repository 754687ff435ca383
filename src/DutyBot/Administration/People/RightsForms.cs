using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>An admin enters a written delegation (D-03).</summary>
internal sealed class DelegateForm() : OrganisationFeature("org.delegate")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.delegate"],
            Intro = [visit.Texts["admin.delegate"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Person(visit, Fields.Grantor, "fld.grantor"),
                AdminChoices.Person(visit, Fields.Delegate, "fld.delegate"),
                new ChoiceField(Fields.Scope, visit.Texts["fld.scope"], AdminChoices.Of<DelegationScope>(visit.Texts, "scope")) { Required = true },
                AdminChoices.From(visit),
                AdminChoices.Until(visit),
                AdminChoices.Basis(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new DelegateRights(
            visit.Act,
            Person(values, Fields.Grantor),
            Person(values, Fields.Delegate),
            Choice<DelegationScope>(values, Fields.Scope),
            values.Date(Fields.From),
            values.Date(Fields.Until),
            values.Text(Fields.Basis)
        );
}

internal sealed class EndDelegationForm() : OrganisationFeature("org.endDelegation")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.endDelegation"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit, Fields.Until),
            Items =
            [
                AdminChoices.Person(visit, Fields.Grantor, "fld.grantor"),
                AdminChoices.Person(visit, Fields.Delegate, "fld.delegate"),
                AdminChoices.Until(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new EndDelegation(visit.Act, Person(values, Fields.Grantor), Person(values, Fields.Delegate), values.Date(Fields.Until));
}

/// <summary>A person is away, in one of two grades; no right is lost by it.</summary>
internal sealed class RecordAbsenceForm() : OrganisationFeature("org.recordAbsence")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.absence"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Person(visit),
                new ChoiceField(Fields.Grade, visit.Texts["fld.grade"], AdminChoices.Of<AbsenceGrade>(visit.Texts, "grade")) { Required = true },
                AdminChoices.From(visit),
                AdminChoices.Until(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new RecordAbsence(
            visit.Act,
            Person(values, Fields.Person),
            Choice<AbsenceGrade>(values, Fields.Grade),
            values.Date(Fields.From),
            values.Date(Fields.Until)
        );
}

internal sealed class EndAbsenceForm() : OrganisationFeature("org.endAbsence")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.endAbsence"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit, Fields.Until),
            Items = [AdminChoices.Person(visit), AdminChoices.Until(visit)],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new EndAbsence(visit.Act, Person(values, Fields.Person), values.Date(Fields.Until));
}
