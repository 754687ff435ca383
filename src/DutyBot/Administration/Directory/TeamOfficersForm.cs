using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Teams.Graph;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>
/// Members of the team that holds a unit's channel become the unit's officers. Those without any position are ticked beforehand: a team may be
/// that of several units, and who works in another one is not taken from it by default.
/// </summary>
internal sealed class TeamOfficersForm() : AskingForm("org.teamOfficers", Fields.Unit)
{
    protected override Problem NothingAsked => new("E-UNIT-UNKNOWN", Fields.Unit);

    protected override Form Ask(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.teamOfficers"],
            Intro = [visit.Texts["admin.teamOfficers"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.seeMembers"],
            Items = [AdminChoices.Unit(visit)],
        };

    protected override async ValueTask<Form> Found(Visit visit, CardAction action, string asked, CancellationToken cancel)
    {
        var unit = new UnitId(asked);
        var (all, notes) = await Members(visit, unit, cancel);
        var others = all.Where(choice => !visit.Context.Organisation.IsMemberOf(new PersonId(choice.Value), unit, visit.Names.Today)).ToList();
        var shown = others.Take(TenantDesk.MostMembers).ToList();
        return new Form
        {
            Title = visit.Texts["card.teamOfficers"],
            Intro =
            [
                .. notes,
                visit.Texts.Format(shown.Count == 0 ? "admin.noOtherMembers" : "admin.chooseOfficers", ("unit", visit.Names.Of(unit))),
                .. others.Count > shown.Count ? [visit.Texts.Format("admin.moreMembers", ("n", others.Count - shown.Count))] : Array.Empty<string>(),
            ],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit).With(Fields.Person, shown.Select(choice => choice.Value).Where(id => IsFree(visit, id))),
            Items =
            [
                new MultiChoiceField(Fields.Person, visit.Texts["fld.people"], shown) { Required = true, Style = ChoiceStyle.Expanded },
                AdminChoices.From(visit),
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var chosen = values.Choices(Fields.Person).Select(Registrations.IdOf).ToList();
        return new All(visit.Act, chosen.Count == 0 ? [Appointed(visit, action, values, null)] : [.. chosen.SelectMany(Both)]);

        IEnumerable<OrganisationCommand> Both(PersonId id) => [.. Registrations.IfUnknown(visit, id), Appointed(visit, action, values, id)];
    }

    private Appoint Appointed(Visit visit, CardAction action, FormValues values, PersonId? person) =>
        new(visit.Act, person, Asked(action) is { } unit ? new UnitId(unit) : null, Position.Officer, values.Date(Fields.From), null);

    private static bool IsFree(Visit visit, string id) => visit.Context.Organisation.PostsOf(new PersonId(id), visit.Names.Today).IsEmpty;

    // The team's roster at the Bot Connector says the same of a team that DutyBot is in; Graph knows the team's members also when it is not.
    private static async ValueTask<(IReadOnlyList<Choice>, IReadOnlyList<string>)> Members(Visit visit, UnitId unit, CancellationToken cancel)
    {
        await visit.Rosters.LoadTeams(cancel);
        var team = visit.Context.Organisation.BoundChannelOf(unit) is { } bound ? await visit.Rosters.TeamOf(bound, cancel) : null;
        if (team is null)
        {
            await visit.Rosters.LoadMembers(cancel);
            return ([.. Registrations.OnRosters(visit)], [visit.Texts["admin.unitWithoutTeam"]]);
        }

        if (team.AadGroupId is { } group && await visit.Tenant.MembersOf(group, cancel) is { } found)
        {
            return ([.. found.People.Select(Registrations.ChoiceOf)], []);
        }

        await visit.Rosters.LoadMembersOf(team, cancel);
        return ([.. Registrations.OnRosters(visit)], GraphWords.Without(visit.Tenant.Failure, GraphFunctions.TeamMembers, visit.Texts));
    }
}
