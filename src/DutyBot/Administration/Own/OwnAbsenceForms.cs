using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime.Text;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>Somebody says from when until when they are away, and how far.</summary>
internal sealed class OwnAbsenceForm() : NewOwnFeature("org.absenceOwn")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.absence"],
            Intro = [visit.Texts["admin.ownAbsence"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                new ChoiceField(Fields.Grade, visit.Texts["fld.grade"], AdminChoices.Of<AbsenceGrade>(visit.Texts, "grade")) { Required = true },
                AdminChoices.From(visit),
                AdminChoices.Until(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new RecordAbsence(
            visit.Act,
            OwnerOf(action),
            Choice<AbsenceGrade>(values, Fields.Grade),
            values.Date(Fields.From),
            values.Date(Fields.Until)
        );
}

/// <summary>Somebody is back before the last day, or an absence is withdrawn before it begins.</summary>
internal sealed class EndOwnAbsenceForm() : OwnFeature("org.endOwnAbsence")
{
    public static CardAction Action(Absence absence) =>
        new CardAction(OpenVerbOf("org.endOwnAbsence"), DutyId.Organisation)
            .With(OwnExtras.Owner, absence.Person.Value)
            .With(OwnExtras.From, LocalDatePattern.Iso.Format(absence.Validity.From));

    protected override Form? Form(Visit visit, CardAction action)
    {
        if (DateIn(action, OwnExtras.From) is not { } from)
        {
            return null;
        }

        var isToCome = from > visit.Names.Today;
        var meant = visit.Context.Organisation.AbsencesSince(OwnerOf(action), visit.Names.Today).FirstOrDefault(a => a.Validity.From == from);
        return new()
        {
            Title = visit.Texts[isToCome ? "card.withdrawAbsence" : "card.endAbsence"],
            Intro = meant is null ? [] : [OwnStandIns.Line(meant, visit.Names)],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Items = [new FormNote(visit.Texts[isToCome ? "admin.withdrawNote" : "admin.backToday"])],
        };
    }

    // Whoever is back today was away until yesterday at the latest.
    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var from = DateIn(action, OwnExtras.From)!.Value;
        var last = from > visit.Names.Today ? from.PlusDays(-1) : visit.Names.Today.PlusDays(-1);
        return new EndAbsence(visit.Act, OwnerOf(action), last, from);
    }
}
