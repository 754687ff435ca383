using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>A unit gets a competence in a field; at most one unit decides in a field at a time .</summary>
internal sealed class AssignCompetence() : OrganisationFeature("org.assignCompetence")
{
    protected override Form Form(Visit visit, CardAction action)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.assignField"],
            Submit = action,
            SubmitLabel = t["btn.save"],
            Values = FormValues.Empty.With(Fields.From, visit.Names.Today),
            Items =
            [
                new TextField(Fields.Field, t["fld.field"], 200) { Required = true },
                new ChoiceField(Fields.Action, t["fld.competenceKind"], CompetenceWords.Actions(t)) { Required = true },
                new ChoiceField(Fields.Unit, t["fld.competenceUnit"], CompetenceChoices.Units(visit)) { Required = true },
                new DateField(Fields.From, t["fld.validFrom"]) { Required = true },
                new DateField(Fields.Until, t["fld.validUntil"]),
                new TextField(Fields.Basis, t["fld.ruleBasis"], ShortText) { Required = true, Multiline = true },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.AssignCompetence(
            visit.Act,
            values.Text(Fields.Field),
            Choice<CompetenceAction>(values, Fields.Action),
            Unit(values, Fields.Unit),
            values.Date(Fields.From),
            values.Date(Fields.Until),
            values.Text(Fields.Basis)
        );
}

/// <summary>A competence ends with a day.</summary>
internal sealed class EndCompetence() : OrganisationFeature("org.endCompetence")
{
    protected override Form Form(Visit visit, CardAction action)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.endField"],
            Submit = action,
            SubmitLabel = t["btn.endField"],
            Values = FormValues.Empty.With(Fields.Until, visit.Names.Today),
            Items =
            [
                new ChoiceField(Fields.Field, t["fld.field"], CompetenceChoices.Held(visit)) { Required = true },
                new DateField(Fields.Until, t["fld.lastDay"]) { Required = true },
                new TextField(Fields.Basis, t["fld.ruleBasis"], ShortText) { Required = true, Multiline = true },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var chosen = CompetenceChoices.Of(visit, values.Choice(Fields.Field));
        return new OrganisationCommand.EndCompetence(
            visit.Act,
            chosen?.Field ?? "",
            chosen?.Action,
            chosen?.Unit,
            values.Date(Fields.Until),
            values.Text(Fields.Basis)
        );
    }
}

/// <summary>What the forms about competences offer.</summary>
internal static class CompetenceChoices
{
    public static IReadOnlyList<Choice> Units(Visit visit) =>
        [.. visit.Context.Organisation.UnitsOn(visit.Names.Today).Select(unit => new Choice(unit.Name, unit.Id.Value))];

    /// <summary>All of all times, so that sending the form twice asks for the same thing.</summary>
    public static IReadOnlyList<Choice> Held(Visit visit) =>
        [.. visit.Context.Organisation.AllCompetences.DistinctBy(KeyOf).Select(held => new Choice(Title(held, visit), KeyOf(held)))];

    public static Competence? Of(Visit visit, string? key) => visit.Context.Organisation.AllCompetences.FirstOrDefault(held => KeyOf(held) == key);

    private static string Title(Competence held, Visit visit) =>
        $"{held.Field} – {CompetenceWords.Of(held.Action, visit.Texts)} – {visit.Names.Of(held.Unit)}";

    // No comma: a choice is read as a list of them.
    private static string KeyOf(Competence held) => $"{held.Action}:{held.Unit}:{held.Field}".Replace(',', ';');
}
