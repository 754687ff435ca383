using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;

namespace DutyBot.Administration;

/// <summary>A person's own delegations and absences, those of today and those to come, in ready words.</summary>
internal static class OwnStandIns
{
    private const string Own = "own";

    /// <summary>Rows of one section.</summary>
    private const int MostRows = 10;

    /// <summary>What a view of this card carries.</summary>
    public static IReadOnlyDictionary<string, string> Extras { get; } = new Dictionary<string, string> { [AdminArea.Extra] = Own };

    public static bool AreAskedFor(IReadOnlyDictionary<string, string> extras) => extras.GetValueOrDefault(AdminArea.Extra) == Own;

    public static RenderedCard Of(PersonId person, Scene scene)
    {
        var (organisation, today) = (scene.Names.Organisation, scene.Names.Today);
        var view = new OwnStandInsView(
            [
                Section("lbl.delegationsGiven", [.. organisation.DelegationsGivenSince(person, today).Select(d => GivenRow(d, scene))], scene),
                Section(
                    "lbl.delegationsReceived",
                    [.. organisation.DelegationsReceivedSince(person, today).Select(d => new OwnRow(Received(d, scene.Names), null))],
                    scene
                ),
                Section("lbl.ownAbsences", [.. organisation.AbsencesSince(person, today).Select(a => AbsenceRow(a, scene))], scene),
            ],
            [AdminArea.Open(scene, "btn.delegate", "org.delegateOwn"), AdminArea.Open(scene, "btn.absence", "org.absenceOwn")]
        );
        return new RenderedCard(OwnStandInsCard.Of(view, scene.Texts), scene.Texts["card.ownStandIns"]);
    }

    public static string Given(Delegation delegation, Names names) => Sentence("admin.delegationGiven", delegation, delegation.Delegate, names);

    public static string Line(Absence absence, Names names) =>
        names.Texts.Format(
            "admin.absenceLine",
            ("from", absence.Validity.From),
            ("until", absence.Validity.To!.Value),
            ("grade", AdminChoices.Name(names.Texts, "grade", absence.Grade))
        );

    private static string Received(Delegation delegation, Names names) => Sentence("admin.delegationReceived", delegation, delegation.Grantor, names);

    private static string Sentence(string key, Delegation delegation, PersonId other, Names names) =>
        names.Texts.Format(
            key,
            ("person", names.Of(other)),
            ("scope", AdminChoices.Name(names.Texts, "scope", delegation.Scope)),
            ("from", delegation.Validity.From),
            ("until", delegation.Validity.To!.Value),
            ("document", delegation.Document)
        );

    private static OwnRow GivenRow(Delegation delegation, Scene scene) =>
        new(
            Given(delegation, scene.Names),
            scene.Forms.Opener(
                scene.Texts[delegation.Validity.From > scene.Names.Today ? "btn.withdrawMine" : "btn.endDelegation"],
                EndOwnDelegationForm.Action(delegation)
            )
        );

    private static OwnRow AbsenceRow(Absence absence, Scene scene) =>
        new(
            string.Join(' ', new[] { Line(absence, scene.Names), StandInThen(absence, scene) }.OfType<string>()),
            scene.Forms.Opener(
                scene.Texts[absence.Validity.From > scene.Names.Today ? "btn.withdrawMine" : "btn.endAbsence"],
                EndOwnAbsenceForm.Action(absence)
            )
        );

    // Who gets what is sent meanwhile, as far as it is known on the first day of it; whoever holds nothing has nobody to be sent it instead.
    private static string? StandInThen(Absence absence, Scene scene)
    {
        var day = LocalDate.Max(absence.Validity.From, scene.Names.Today);
        return absence.Grade != AbsenceGrade.FullyAway ? null
            : scene.Names.Organisation.StandInOf(absence.Person, day) is { } standIn
                ? scene.Texts.Format("admin.standInThen", ("person", scene.Names.Of(standIn.Person)))
            : scene.Names.Organisation.HoldsInPerson(absence.Person, DelegationScope.Everything, day) ? scene.Texts["admin.noStandIn"]
            : null;
    }

    private static OwnSection Section(string title, IReadOnlyList<OwnRow> rows, Scene scene) =>
        new(
            scene.Texts[title],
            rows.Count switch
            {
                0 => [new OwnRow(scene.Texts["admin.ownNone"], null)],
                > MostRows => [.. rows.Take(MostRows), new OwnRow(scene.Texts.Format("admin.moreRows", ("n", rows.Count - MostRows)), null)],
                _ => rows,
            }
        );
}
