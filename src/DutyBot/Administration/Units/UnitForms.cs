using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>A unit begins (D-04).</summary>
internal sealed class CreateUnitForm() : OrganisationFeature("org.createUnit")
{
    public override CardAction Opening(Visit visit, CardAction action) => base.Opening(visit, action).With(Extras.NewDuty, visit.Ids.NewUnit().Value);

    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.createUnit"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Name(visit),
                AdminChoices.ShortName(visit),
                new TextField(Fields.Code, visit.Texts["fld.unitCode"], 40) { Hint = visit.Texts["hint.unitCode"] },
                new ChoiceField(Fields.Kind, visit.Texts["fld.unitKind"], AdminChoices.Of<UnitKind>(visit.Texts, "kind")) { Required = true },
                AdminChoices.Unit(visit, Fields.Parent, "fld.parent", required: false),
                AdminChoices.From(visit),
                AdminChoices.Basis(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new CreateUnit(visit.Act, UnitInputs.New(action, values), values.Date(Fields.From), values.Text(Fields.Basis));
}

/// <summary>A unit gets another name and stays the same unit.</summary>
internal sealed class RenameUnitForm() : OrganisationFeature("org.renameUnit")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.renameUnit"],
            Intro = [visit.Texts["admin.renameUnit"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Unit(visit),
                AdminChoices.Name(visit),
                AdminChoices.ShortName(visit),
                AdminChoices.From(visit),
                AdminChoices.Basis(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new RenameUnit(
            visit.Act,
            Unit(values, Fields.Unit),
            values.Text(Fields.Name),
            values.Text(Fields.ShortName),
            values.Date(Fields.From),
            values.Text(Fields.Basis)
        );
}

/// <summary>A unit stands under another parent.</summary>
internal sealed class MoveUnitForm() : OrganisationFeature("org.moveUnit")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.moveUnit"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Unit(visit),
                AdminChoices.Unit(visit, Fields.Parent, "fld.parent", required: false),
                AdminChoices.From(visit),
                AdminChoices.Basis(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new MoveUnit(visit.Act, Unit(values, Fields.Unit), Unit(values, Fields.Parent), values.Date(Fields.From), values.Text(Fields.Basis));
}

/// <summary>What the forms of units read in the same way.</summary>
internal static class UnitInputs
{
    /// <summary>The unit a form creates, under the id that travels in its button.</summary>
    public static NewUnit New(CardAction action, FormValues values) =>
        new(
            new UnitId(action.Extras?.GetValueOrDefault(FormFeature.Extras.NewDuty) ?? ""),
            values.Text(Fields.Name),
            values.Text(Fields.ShortName),
            Enum.TryParse<UnitKind>(values.Choice(Fields.Kind), out var kind) ? kind : null,
            values.Choice(Fields.Parent) is { } parent ? new UnitId(parent) : null,
            values.Text(Fields.Code) is { Length: > 0 } code ? code : null
        );
}
