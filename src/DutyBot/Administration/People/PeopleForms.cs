using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>People of a team that DutyBot is in become known; their names are Teams', never the form's (D-06).</summary>
internal sealed class RegisterMembersForm() : OrganisationFeature("org.registerMembers")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        await visit.Rosters.LoadMembers(cancel);
        // Also whoever is called otherwise by now, as the first admin is, whose name nobody knew.
        var unknown = visit
            .Rosters.Members.Where(member => Registrations.IsNews(visit, Registrations.IdOf(member.AadObjectId!), member.Name))
            .ToList();
        return new Form
        {
            Title = visit.Texts["card.registerMembers"],
            Intro = [visit.Texts[unknown.Count > 0 ? "admin.registerMembers" : "admin.nobodyNew"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Items =
            [
                new MultiChoiceField(
                    Fields.Person,
                    visit.Texts["fld.people"],
                    [.. unknown.Select(member => new Choice(member.Name ?? member.AadObjectId!, Registrations.IdOf(member.AadObjectId!).Value))]
                )
                {
                    Required = true,
                    Style = ChoiceStyle.Expanded,
                },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var chosen = values.Choices(Fields.Person).Select(Registrations.IdOf).ToList();
        return new All(
            visit.Act,
            chosen.Count == 0 ? [new RegisterPerson(visit.Act, null, "", "", null)] : [.. chosen.Select(id => Registrations.Register(visit, id))]
        );
    }
}

/// <summary>A person gets a position in a unit; a new head ends the term of the one before .</summary>
internal sealed class AppointForm() : OrganisationFeature("org.appoint")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.appoint"],
            Intro = [visit.Texts["admin.appoint"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Person(visit),
                AdminChoices.Unit(visit),
                new ChoiceField(Fields.Position, visit.Texts["fld.position"], AdminChoices.Of<Position>(visit.Texts, "pos")) { Required = true },
                AdminChoices.From(visit),
                AdminChoices.Until(visit, required: false),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new Appoint(
            visit.Act,
            Person(values, Fields.Person),
            Unit(values, Fields.Unit),
            Choice<Position>(values, Fields.Position),
            values.Date(Fields.From),
            values.Date(Fields.Until)
        );
}

internal sealed class EndAppointmentForm() : OrganisationFeature("org.endAppointment")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.endAppointment"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit, Fields.Until),
            Items =
            [
                AdminChoices.Person(visit),
                AdminChoices.Unit(visit),
                new ChoiceField(Fields.Position, visit.Texts["fld.position"], AdminChoices.Of<Position>(visit.Texts, "pos")) { Required = true },
                AdminChoices.Until(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new EndAppointment(
            visit.Act,
            Person(values, Fields.Person),
            Unit(values, Fields.Unit),
            Choice<Position>(values, Fields.Position),
            values.Date(Fields.Until)
        );
}

/// <summary>A role is granted to a person, beside any position (1.6).</summary>
internal sealed class GrantRoleForm() : OrganisationFeature("org.grantRole")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.grantRole"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items = [AdminChoices.Person(visit), RoleInput(visit), AdminChoices.From(visit)],
        };

    public static ChoiceField RoleInput(Visit visit) =>
        new(Fields.Role, visit.Texts["fld.role"], AdminChoices.Of<Role>(visit.Texts, "role")) { Required = true };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new GrantRole(visit.Act, Person(values, Fields.Person), Choice<Role>(values, Fields.Role), values.Date(Fields.From));
}

internal sealed class WithdrawRoleForm() : OrganisationFeature("org.withdrawRole")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.withdrawRole"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit, Fields.Until),
            Items = [AdminChoices.Person(visit), GrantRoleForm.RoleInput(visit), AdminChoices.Until(visit)],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new WithdrawRole(visit.Act, Person(values, Fields.Person), Choice<Role>(values, Fields.Role), values.Date(Fields.Until));
}
