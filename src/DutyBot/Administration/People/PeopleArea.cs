using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>People, their positions and roles today, and who stands in for whom.</summary>
internal sealed class PeopleArea() : AdminArea("people")
{
    private const int PageSize = 40;

    public override string Title(Scene scene) => scene.Texts["admin.people"];

    public override async ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel)
    {
        var scene = page.Scene;
        var people = scene.Names.Organisation.SearchPeople("", scene.Names.Today);
        var ledger = await page.Ledger(cancel);
        var shown = people
            .Skip(page.Number * PageSize)
            .Take(PageSize)
            .Select(person => Line(person, ledger.GetValueOrDefault(person.Id, DeliveryState.Nothing), scene));
        return
        [
            new(
                scene.Texts.Format("lbl.peopleToday", ("n", people.Length)),
                people.IsEmpty ? [scene.Texts["admin.nobody"]] : [.. shown],
                [
                    .. Pages(page, people.Length > (page.Number + 1) * PageSize, "btn.back", "btn.nextPage"),
                    Open(scene, "btn.registerMembers", "org.registerMembers"),
                    Open(scene, "btn.appoint", "org.appoint"),
                    Open(scene, "btn.endAppointment", "org.endAppointment"),
                    Open(scene, "btn.grantRole", "org.grantRole"),
                    Open(scene, "btn.withdrawRole", "org.withdrawRole"),
                ]
            ),
            new(
                scene.Texts["lbl.fromTeams"],
                [scene.Texts["admin.fromTeams"]],
                [
                    Open(scene, "btn.findPeople", "org.findPeople"),
                    Open(scene, "btn.setLeaders", "org.setLeaders"),
                    Open(scene, "btn.proposeHead", "org.proposeHead"),
                    Open(scene, "btn.teamOfficers", "org.teamOfficers"),
                ]
            ),
            new(
                scene.Texts["lbl.standIns"],
                [scene.Texts["admin.standIns"]],
                [
                    Open(scene, "btn.delegate", "org.delegate"),
                    Open(scene, "btn.endDelegation", "org.endDelegation"),
                    Open(scene, "btn.absence", "org.recordAbsence"),
                    Open(scene, "btn.endAbsence", "org.endAbsence"),
                    Open(scene, "btn.absenceHint", "org.absenceHint"),
                ]
            ),
        ];
    }

    private static string Line(Person person, DeliveryState sent, Scene scene)
    {
        var (organisation, today) = (scene.Names.Organisation, scene.Names.Today);
        var posts = organisation
            .PostsOf(person.Id, today)
            .Select(post => $"{AdminChoices.Name(scene.Texts, "pos", post.Position)}, {scene.Names.Of(post.Unit)}");
        var roles = Enum.GetValues<Role>()
            .Where(role => organisation.HasRole(person.Id, role, today))
            .Select(role => AdminChoices.Name(scene.Texts, "role", role));
        var stands = organisation
            .DelegationsTo(person.Id, today)
            .Select(d => scene.Texts.Format("admin.standsFor", ("person", scene.Names.Of(d.Grantor)), ("date", d.Validity.To!.Value)));
        var away = organisation.AbsenceOf(person.Id, today) is { } absence
            ? scene.Texts.Format(
                "admin.away",
                ("grade", AdminChoices.Name(scene.Texts, "grade", absence.Grade)),
                ("date", absence.Validity.To!.Value)
            )
            : null;
        return Scene.Joined([person.Name, .. posts, .. roles, .. stands, away, LedgerWords.Beside(sent, scene.Texts)]);
    }
}
