using DutyBot.Domain;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The form of a return, for a task as for a consultation: one of two reasons, the competent unit, and why .</summary>
internal static class ReturnForm
{
    public static Form Of(Visit visit, CardAction action, string about, UnitId returningUnit) =>
        new()
        {
            Title = visit.Texts["card.return"],
            Intro = [about],
            Submit = action,
            SubmitLabel = visit.Texts["btn.return"],
            Items =
            [
                new ChoiceField("reason", visit.Texts["fld.reason"], Reasons(visit)) { Required = true, Style = ChoiceStyle.Expanded },
                visit.Units(returningUnit).One("competentUnit", visit.Texts["fld.competentUnit"]) with
                {
                    Hint = visit.Texts["hint.competentUnit"],
                },
                new TextField("text", visit.Texts["fld.why.return"], 4_000) { Required = true, Multiline = true },
            ],
        };

    public static ReturnReason? Reason(FormValues values) => Enum.TryParse<ReturnReason>(values.Choice("reason"), out var reason) ? reason : null;

    private static Choice[] Reasons(Visit visit) =>
        [
            new(visit.Texts["ret.notOurs"], nameof(ReturnReason.NotOurCompetence)),
            new(visit.Texts["ret.askers"], nameof(ReturnReason.RequesterCompetence)),
        ];
}
