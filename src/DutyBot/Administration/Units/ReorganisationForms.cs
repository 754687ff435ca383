using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>Units become one: an existing unit, or a new one when its name is filled in (D-04).</summary>
internal sealed class MergeUnitsForm() : OrganisationFeature("org.mergeUnits")
{
    private const int ShortList = 15;

    public override CardAction Opening(Visit visit, CardAction action) => base.Opening(visit, action).With(Extras.NewDuty, visit.Ids.NewUnit().Value);

    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.mergeUnits"],
            Intro = [visit.Texts["admin.successionNote"], visit.Texts["admin.mergeUnits"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Units(visit).Many(Fields.Units, visit.Texts["fld.mergedUnits"], required: true, shortList: ShortList),
                AdminChoices.Unit(visit, Fields.Into, "fld.into", required: false),
                AdminChoices.Name(visit) with
                {
                    Required = false,
                    Label = visit.Texts["fld.newUnitName"],
                },
                AdminChoices.ShortName(visit),
                new ChoiceField(Fields.Kind, visit.Texts["fld.unitKind"], AdminChoices.Of<UnitKind>(visit.Texts, "kind")),
                AdminChoices.Unit(visit, Fields.Parent, "fld.parent", required: false),
                AdminChoices.Person(visit, Fields.Head, "fld.head", required: false),
                AdminChoices.From(visit),
                AdminChoices.Basis(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new MergeUnits(
            visit.Act,
            [.. values.Choices(Fields.Units).Select(id => new UnitId(id))],
            Unit(values, Fields.Into),
            values.Text(Fields.Name).Length > 0 ? UnitInputs.New(action, values) : null,
            Person(values, Fields.Head),
            values.Date(Fields.From),
            values.Text(Fields.Basis)
        );
}

/// <summary>A unit ends, and another goes on with what it holds.</summary>
internal sealed class DissolveUnitForm() : OrganisationFeature("org.dissolveUnit")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.dissolveUnit"],
            Intro = [visit.Texts["admin.successionNote"], visit.Texts["admin.dissolveUnit"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Unit(visit),
                AdminChoices.Unit(visit, Fields.Successor, "fld.successor", required: false),
                AdminChoices.From(visit),
                AdminChoices.Basis(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new DissolveUnit(visit.Act, Unit(values, Fields.Unit), Unit(values, Fields.Successor), values.Date(Fields.From), values.Text(Fields.Basis));
}
