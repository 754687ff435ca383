using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>A form that asks for one text.</summary>
internal static class ReasonForm
{
    public static Form Of(CardAction action, string title, string sendLabel, string field, string fieldLabel, params string[] intro) =>
        new()
        {
            Title = title,
            Intro = intro,
            Submit = action,
            SubmitLabel = sendLabel,
            Items = [new TextField(field, fieldLabel, 4_000) { Required = true, Multiline = true }],
        };
}
