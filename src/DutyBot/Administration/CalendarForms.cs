using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>A day becomes a day off, or a Saturday or Sunday a working day, by a document (D-05).</summary>
internal sealed class SetCalendarEntry() : OrganisationFeature("org.setCalendarEntry")
{
    public override IReadOnlyDictionary<string, string> ViewAfter => CalendarArea.Shown;

    protected override Form Form(Visit visit, CardAction action)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.setDay"],
            Submit = action,
            SubmitLabel = t["btn.save"],
            Items =
            [
                new DateField(Fields.Date, t["fld.date"]) { Required = true },
                new ChoiceField(Fields.Kind, t["fld.dayKind"], CalendarWords.Kinds(t)) { Required = true },
                new TextField(Fields.Name, t["fld.dayName"], 200) { Required = true },
                new TextField(Fields.Basis, t["fld.ruleBasis"], ShortText) { Required = true, Multiline = true },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.SetCalendarEntry(
            visit.Act,
            values.Date(Fields.Date),
            Choice<CalendarEntryKind>(values, Fields.Kind),
            values.Text(Fields.Name),
            values.Text(Fields.Basis)
        );
}

/// <summary>A day is again what its day of the week makes it.</summary>
internal sealed class RemoveCalendarEntry() : OrganisationFeature("org.removeCalendarEntry")
{
    public override IReadOnlyDictionary<string, string> ViewAfter => CalendarArea.Shown;

    protected override Form Form(Visit visit, CardAction action)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.removeDay"],
            Intro = [t["lbl.removeDay"]],
            Submit = action,
            SubmitLabel = t["btn.removeDay"],
            Items =
            [
                new DateField(Fields.Date, t["fld.date"]) { Required = true },
                new TextField(Fields.Basis, t["fld.ruleBasis"], ShortText) { Required = true, Multiline = true },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.RemoveCalendarEntry(visit.Act, values.Date(Fields.Date), values.Text(Fields.Basis));
}
