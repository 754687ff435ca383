using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>A message that says it is a test goes to a unit or a person; what became of it comes to the admin's chat .</summary>
internal sealed class SendTestMessageForm() : OrganisationFeature("org.sendTest")
{
    public override CardAction Opening(Visit visit, CardAction action) => base.Opening(visit, action) with { Nonce = visit.Ids.NewPress() };

    protected override Form? Form(Visit visit, CardAction action) =>
        action.Nonce is not { Length: > 0 }
            ? null
            : new Form
            {
                Title = visit.Texts["card.sendTest"],
                Intro = [visit.Texts["admin.sendTest"]],
                Submit = action,
                SubmitLabel = visit.Texts["btn.sendTest"],
                Items =
                [
                    AdminChoices.Unit(visit, Fields.Unit, "fld.testUnit", required: false),
                    AdminChoices.Person(visit, Fields.Person, "fld.testPerson", required: false),
                ],
            };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.SendTestMessage(visit.Act, action.Nonce ?? "", Unit(values, Fields.Unit), Person(values, Fields.Person));
}
