using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Reminders;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Cards;

/// <summary>A due notice in ready words, with what its reader may do at once.</summary>
internal static class DueLines
{
    /// <summary>The rung of the ladder with which a formal reminder is suggested (<c>overdue.ladder</c>).</summary>
    public const string Suggestion = "n.overdue.remind";

    /// <param name="forms">Where the buttons open their forms.</param>
    public static DigestLine Of(DueNotice notice, Names names, FormPlace forms) =>
        new(names.Of(notice), notice.Duty)
        {
            Item =
                ReminderObligations.ExplanationIn(notice.Target) is { } no && notice.Duty.Kind == DutyKind.Reminders
                    ? FormalReminder.ItemOf(no)
                    : null,
            Acts = notice.Key == Suggestion ? [Draft(notice.Duty, names, forms)] : [],
        };

    // Nothing is issued before a person has read the form and sent it (decision D7).
    private static CardButton Draft(DutyId task, Names names, FormPlace forms) =>
        forms.Opener(names.Texts["btn.draftReminder"], new CardAction(FormFeature.OpenVerbOf(IssueReminder.OfTask), task));
}
