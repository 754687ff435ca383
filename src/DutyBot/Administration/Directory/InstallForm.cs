using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Teams.Graph;
using static DutyBot.Domain.Organisations.OrganisationCommand;

namespace DutyBot.Administration;

/// <summary>Brings DutyBot back to a team from which it was removed, where the office allows that; nothing of the organisation changes by it.</summary>
internal sealed class InstallForm() : OrganisationFeature("org.installInTeam")
{
    private const string Team = "team";

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        await visit.Rosters.LoadTeams(cancel);
        var teams = visit.Rosters.Teams.Where(team => team.AadGroupId is not null).ToList();
        return new Form
        {
            Title = visit.Texts["card.installInTeam"],
            Intro = [visit.Texts[teams.Count == 0 ? "admin.noKnownTeam" : "admin.installInTeam"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.installInTeam"],
            Items =
            [
                new ChoiceField(Team, visit.Texts["fld.team"], [.. teams.Select(team => new Choice(team.Name ?? team.Id, team.AadGroupId!))])
                {
                    Required = true,
                },
            ],
        };
    }

    public override async ValueTask<FormAnswer?> Instead(Visit visit, CardAction action, FormValues values, CancellationToken cancel)
    {
        if (!IsAdmin(visit))
        {
            return null;
        }

        if (values.Choice(Team) is not { } group)
        {
            var form = await Form(visit, action, cancel);
            return form is null ? null : new FormAnswer.Show(form.Refused(values, [new Problem("E-TEAM-REQUIRED", Team)]));
        }

        var outcome = await visit.Tenant.InstallIn(group, cancel);
        return new FormAnswer.Told(Words(visit, outcome, visit.Rosters.Teams.First(team => team.AadGroupId == group).Name ?? group));
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) => new All(visit.Act, []);

    private static string Words(Visit visit, Installation? outcome, string team) =>
        outcome switch
        {
            Installation.Installed => visit.Texts.Format("n.installed", ("team", team)),
            Installation.AlreadyThere => visit.Texts.Format("n.installedBefore", ("team", team)),
            Installation.BlockedByPolicy => visit.Texts.Format("n.installBlocked", ("team", team)),
            Installation.NotInCatalogue => visit.Texts["n.notInCatalogue"],
            _ => string.Join(' ', GraphWords.Without(visit.Tenant.Failure, GraphFunctions.InstallForTeam, visit.Texts)),
        };
}
