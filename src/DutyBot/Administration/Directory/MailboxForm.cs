using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Teams.Graph;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>Whether a mailbox answers by itself, as a hint beside the form that records an absence; whether there is one, the admin says.</summary>
internal sealed class MailboxForm() : AskingForm("org.absenceHint", Fields.Person)
{
    protected override Problem NothingAsked => new("E-PERSON-UNKNOWN", Fields.Person);

    protected override Form Ask(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.absenceHint"],
            Intro = [visit.Texts["admin.absenceHint"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.seeMailbox"],
            Items = [AdminChoices.Person(visit)],
        };

    protected override async ValueTask<Form> Found(Visit visit, CardAction action, string asked, CancellationToken cancel)
    {
        var replies = await visit.Tenant.RepliesOf(new PersonId(asked), cancel);
        var name = visit.Names.Of(new PersonId(asked));
        return new Form
        {
            Title = visit.Texts["card.absence"],
            Intro =
            [
                replies is null ? visit.Texts.Format("admin.absenceOf", ("person", name)) : Hint(visit, replies, name),
                .. GraphWords.Without(visit.Tenant.Failure, GraphFunctions.AutomaticReplies, visit.Texts),
            ],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = Dates(visit, replies),
            Items =
            [
                new ChoiceField(Fields.Grade, visit.Texts["fld.grade"], AdminChoices.Of<AbsenceGrade>(visit.Texts, "grade")) { Required = true },
                AdminChoices.From(visit),
                AdminChoices.Until(visit),
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new RecordAbsence(
            visit.Act,
            Asked(action) is { } person ? new PersonId(person) : null,
            Choice<AbsenceGrade>(values, Fields.Grade),
            values.Date(Fields.From),
            values.Date(Fields.Until)
        );

    private static string Hint(Visit visit, AutomaticReplies replies, string person) =>
        replies switch
        {
            AutomaticReplies.Always => visit.Texts.Format("admin.repliesOn", ("person", person)),
            AutomaticReplies.Scheduled { From: var from, Until: var until } when until > visit.Act.At => from <= visit.Act.At
                ? visit.Texts.Format("admin.repliesUntil", ("person", person), ("until", until))
                : visit.Texts.Format("admin.repliesPlanned", ("person", person), ("from", from), ("until", until)),
            _ => visit.Texts.Format("admin.repliesOff", ("person", person)),
        };

    private static FormValues Dates(Visit visit, AutomaticReplies? replies) =>
        replies is AutomaticReplies.Scheduled { From: var from, Until: var until } && until > visit.Act.At
            ? FormValues
                .Empty.With(Fields.From, (LocalDate?)LocalDate.Max(visit.Names.Today, visit.Context.Calendar.DateOf(from)))
                .With(Fields.Until, (LocalDate?)visit.Context.Calendar.DateOf(until - Duration.Epsilon))
            : AdminChoices.Today(visit);
}
