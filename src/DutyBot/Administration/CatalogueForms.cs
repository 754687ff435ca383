using System.Globalization;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>How long work of a category normally takes .</summary>
internal sealed class SetNorm() : OrganisationFeature("org.setNorm")
{
    protected override Form Form(Visit visit, CardAction action)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.setNorm"],
            Submit = action,
            SubmitLabel = t["btn.save"],
            Values = FormValues.Empty.With(Fields.From, visit.Names.Today),
            Items =
            [
                new TextField(Fields.Category, t["fld.category"], 200) { Required = true },
                new TextField(Fields.WorkingDays, t["fld.workingDays"], 10) { Required = true },
                new DateField(Fields.From, t["fld.validFrom"]) { Required = true },
                new TextField(Fields.Basis, t["fld.ruleBasis"], ShortText) { Required = true, Multiline = true },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.SetNorm(
            visit.Act,
            values.Text(Fields.Category),
            WholeNumber.Of(values.Text(Fields.WorkingDays)),
            values.Date(Fields.From),
            values.Text(Fields.Basis)
        );
}

/// <summary>What an assignment may start with, under a name.</summary>
internal sealed class SaveTemplate() : OrganisationFeature("org.saveTemplate")
{
    protected override Form Form(Visit visit, CardAction action)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.saveTemplate"],
            Intro = [t["lbl.templateReplaces"]],
            Submit = action,
            SubmitLabel = t["btn.save"],
            Items =
            [
                new TextField(Fields.Name, t["fld.templateName"], 100) { Required = true },
                new TextField(Fields.Work, t["fld.work"], ShortText) { Required = true, Multiline = true },
                new TextField(Fields.Deliverable, t["fld.deliverable"], ShortText),
                new TextField(Fields.Requirement, t["fld.requirement"], LongText) { Multiline = true },
                new TextField(Fields.WorkingDays, t["fld.workingDays"], 10),
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.SaveTemplate(
            visit.Act,
            values.Text(Fields.Name),
            new TaskTemplate(
                values.Text(Fields.Work),
                values.Text(Fields.Deliverable),
                values.Text(Fields.Requirement),
                values.Text(Fields.WorkingDays) is { Length: > 0 } days ? WholeNumber.Of(days) ?? 0 : null
            )
        );
}

/// <summary>A template is no longer offered.</summary>
internal sealed class RemoveTemplate() : OrganisationFeature("org.removeTemplate")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.removeTemplate"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.removeTemplate"],
            Items =
            [
                new ChoiceField(
                    Fields.Name,
                    visit.Texts["fld.templateName"],
                    [.. visit.Context.Organisation.Templates.Keys.Select(name => new Choice(name, name))]
                )
                {
                    Required = true,
                },
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.RemoveTemplate(visit.Act, values.Text(Fields.Name));
}

/// <summary>A number as people type it; null when it is none, so that the domain says what is wrong.</summary>
internal static class WholeNumber
{
    public static int? Of(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
