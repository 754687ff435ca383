using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The one way in: every activity becomes an answer here. Learns addresses, finds out who is asking, and hands on.</summary>
internal sealed class ActivityRouter(
    Office office,
    DutyDesk desk,
    DutyIds ids,
    Addresses addresses,
    Presses presses,
    Conversations conversations,
    TeamRosters teams,
    Waiting waiting,
    RunningTerms terms,
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

        var visit = await Visit(stage?.PartOf(person) ?? person, cancel);
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
            Incoming.Installation { Added: true } when isNew => conversations.Greet(visit),
            Incoming.Installation or Incoming.MembersChanged => new ActivityAnswer.Accepted(),
            _ => new ActivityAnswer.NotForUs(),
        };
    }

    private async ValueTask<Visit> Visit(PersonId person, CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        var language = await addresses.LanguageOf(person, context.Organisation, cancel);
        return new Visit(person, new Act(office.Now, person), context, Texts.Of(language), desk, ids)
        {
            Rosters = new Rosters(teams),
            Waiting = waiting,
            Terms = terms,
        };
    }
}
