using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>Who would be told if a unit were given a task now, who is next above it, and what is missing; nothing is sent .</summary>
internal sealed class WhoIsToldForm() : AnsweringFeature("org.whoIsTold")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.whoIsTold"],
            Intro = [visit.Texts["admin.whoIsTold"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.whoIsTold"],
            Items = [visit.Units().One(Fields.Unit, visit.Texts["fld.orgUnit"], required: true)],
        };

    public override async ValueTask<FormAnswer> Answer(Visit visit, Form form, FormValues values, CancellationToken cancel)
    {
        if (Unit(values, Fields.Unit) is not { } unit)
        {
            return new FormAnswer.Show(form.Refused(values, [new Problem("E-UNIT-UNKNOWN", Fields.Unit)]));
        }

        var (names, texts) = (visit.Names, visit.Texts);
        var rehearsal = Rehearsal.Of(unit, visit.Context, visit.Act.At);
        var findings = visit.Reach is { } reach ? await reach.Run(names.Organisation, names.Today, unit, cancel) : [];
        List<string> missing = [.. rehearsal.Problems.Select(names.Of), .. findings.IsEmpty ? [] : ReachLines.Of(findings, names)];
        var view = new AdminView(
            texts.Format("lbl.whoIsTold", ("unit", names.Of(unit))),
            [
                new(texts["lbl.told.onIssue"], Lines(rehearsal.OnIssue, names), []),
                new(texts["lbl.told.onSilence"], Lines(rehearsal.OnSilence, names), []),
                new(texts["lbl.told.next"], [Goes("n.told.submitted", new Audience.Leaders(), names)], []),
                new(texts["lbl.told.missing"], missing is [] ? [texts["n.told.complete"]] : missing, []),
            ]
        );
        return new FormAnswer.Read(new RenderedCard(AdminCard.Of(view, texts), view.Title));
    }

    private static string[] Lines(IEnumerable<Effect> effects, Names names) =>
        effects.SelectMany(effect => Of(effect, names)).ToArray() is { Length: > 0 } lines ? lines : [names.Texts["n.told.nobody"]];

    private static IEnumerable<string> Of(Effect effect, Names names) =>
        effect switch
        {
            Effect.ShowCard { Attention: true, To: var to } => Mentioned(to, names).Prepend(Goes("n.told.card", to, names)),
            Effect.Tell { To: var to } => [Goes("n.told.notice", to, names)],
            _ => [],
        };

    private static IEnumerable<string> Mentioned(Audience to, Names names) =>
        Recipients.Find(to, names.Organisation, names.Today) is Recipient.UnitChannel { Head: { } head }
            ? [names.Texts.Format("n.told.mentioned", ("person", names.Of(head)))]
            : [];

    private static string Goes(string key, Audience to, Names names) =>
        Recipients.Find(to, names.Organisation, names.Today) is { } recipient
            ? names.Texts.Format(key, ("to", PlaceWords.Of(recipient, names)))
            : names.Texts.Format("n.told.nobodyThere", ("to", PlaceWords.Of(to, names)));
}
