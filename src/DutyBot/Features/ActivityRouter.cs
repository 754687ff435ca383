using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The one way in: every activity becomes an answer here. Learns addresses, finds out who is asking, and hands on.</summary>
internal sealed class ActivityRouter(
    Visits visits,
    Addresses addresses,
    Presses presses,
    Conversations conversations,
    Welcome welcome,
    DeliveryLedger ledger,
    Stage? stage = null
)
{
    public async Task<ActivityAnswer> Handle(Activity activity, CancellationToken cancel)
    {
        PersonId? user = activity.From.AadObjectId is { Length: > 0 } id ? new PersonId(id.ToLowerInvariant()) : null;
        var isNew = await addresses.Learn(activity, user, cancel);
        if (user is not { } person)
        {
            return new ActivityAnswer.NotForUs();
        }

        if (IsBack(activity))
        {
            await ledger.Heard(person, cancel);
        }

        var visit = await visits.Of(stage?.PartOf(person) ?? person, cancel);
        return activity.Read() switch
        {
            Incoming.Text { Words: var words } => await conversations.Answer(visit, activity, person, words, cancel),
            // A press that came as a message is answered with a message, which a channel would read.
            Incoming.CardAction { Verb: null, Data: var data } => await conversations.InPerson(
                visit,
                activity,
                await presses.Answer(visit, CardSubmission.Read(data), FormPlace.Card, cancel),
                cancel
            ),
            Incoming.CardAction { Data: var data } => await presses.Answer(visit, CardSubmission.Read(data), FormPlace.Card, cancel),
            Incoming.DialogFetch { Data: var data } => await presses.Answer(visit, CardSubmission.Read(data), FormPlace.Dialog, cancel),
            Incoming.DialogSubmit { Data: var data } => await presses.Answer(visit, CardSubmission.Read(data), FormPlace.Dialog, cancel),
            Incoming.Installation or Incoming.MembersChanged when activity.Conversation.Kind == ConversationKind.Channel => await welcome.Answer(
                visit,
                activity,
                cancel
            ),
            Incoming.Installation { Added: true } when isNew => conversations.Greet(visit),
            Incoming.Installation or Incoming.MembersChanged => new ActivityAnswer.Accepted(),
            _ => new ActivityAnswer.NotForUs(),
        };
    }

    // Of a personal chat that can be written to: whoever takes the app away cannot be reached there.
    private static bool IsBack(Activity activity) =>
        activity.Conversation.Kind == ConversationKind.Personal
        && activity.Read() is not (Incoming.Installation { Added: false } or Incoming.MembersChanged { Removed.IsEmpty: false } or Incoming.Other);
}
