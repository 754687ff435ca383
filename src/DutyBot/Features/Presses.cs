using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Duties;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>What a pressed button comes to: a form, a fresh card, or a clear no. Nothing of what the button carried is trusted.</summary>
internal sealed class Presses(FormDesk forms, CardDesk cards, BacklogDesk backlog, Office office)
{
    public async ValueTask<ActivityAnswer> Answer(Visit visit, CardSubmission? submission, FormPlace place, CancellationToken cancel) =>
        submission switch
        {
            null => Card(CardDesk.Refusal([new Problem("E-UNREADABLE")], null, visit.Names)),
            { Verb: CardVerbs.View, Duty: { } duty } => Card(await View(visit, duty, submission.Extras, cancel)),
            { Verb: CardVerbs.Backlog } => Card(await Backlog(visit, submission.Extras, cancel)),
            { Verb: CardVerbs.Mine } => Card(await Mine(visit, cancel)),
            _ when await forms.Handle(visit, submission, cancel) is { } answer => await Answer(visit, answer, place, cancel),
            _ => Card(CardDesk.Refusal([new Problem("E-UNREADABLE")], submission.Duty, visit.Names)),
        };

    public async ValueTask<ActivityAnswer> Answer(Visit visit, FormAnswer answer, FormPlace place, CancellationToken cancel) =>
        (answer, place) switch
        {
            (FormAnswer.Show { Form: var form }, FormPlace.Dialog) => new ActivityAnswer.Dialog(
                form.Title,
                CardJson.ToUtf8(FormDialog.Render(form, visit.Texts)),
                DialogSize.Large
            ),
            (FormAnswer.Show { Form: var form }, _) => new ActivityAnswer.Card(CardJson.ToUtf8(FormCard.Render(form, visit.Texts)), form.Title),
            (FormAnswer.Done { View: var view }, FormPlace.Dialog) => new ActivityAnswer.Message(await Saved(visit, view, cancel)),
            (FormAnswer.Done { Duty: var duty, View: var view }, _) => Card(CardDesk.Saved(await View(visit, duty, view, cancel), visit.Names)),
            (FormAnswer.Read { Card: var card }, FormPlace.Dialog) => new ActivityAnswer.Dialog(
                card.Summary,
                CardJson.ToUtf8(card.Card),
                DialogSize.Large
            ),
            (FormAnswer.Read { Card: var card }, _) => Card(card),
            (FormAnswer.Told { Sentence: var sentence }, FormPlace.Dialog) => new ActivityAnswer.Message(sentence),
            (FormAnswer.Told { Sentence: var sentence }, _) => Card(CardDesk.Told(sentence, visit.Names)),
            (FormAnswer.Closed { Duty: var duty, View: var view }, _) => await Closed(visit, duty, view, cancel),
            (FormAnswer.No { Problems: var problems, Duty: var duty }, _) => Card(
                CardDesk.Refusal([.. problems, .. WhoMay(problems, duty, visit)], duty, visit.Names)
            ),
            _ => new ActivityAnswer.NotForUs(),
        };

    private static IReadOnlyList<Problem> NotAdmin(Visit visit)
    {
        Problem[] forbidden = [new("E-FORBIDDEN")];
        return [.. forbidden, .. WhoMay(forbidden, DutyId.Organisation, visit)];
    }

    // Whoever may not administer is told who may.
    private static IEnumerable<Problem> WhoMay(IReadOnlyList<Problem> problems, DutyId? duty, Visit visit) =>
        duty == DutyId.Organisation
        && problems.Any(problem => problem.Key == "E-FORBIDDEN")
        && AdminViews.Admins(visit.Names) is { Count: > 0 } admins
            ? [new Problem("E-ASK-ADMIN", null, ("list", admins))]
            : [];

    /// <summary>The person's own delegations and absences.</summary>
    public ValueTask<RenderedCard> OwnStandIns(Visit visit, CancellationToken cancel) =>
        View(visit, DutyId.Organisation, Administration.OwnStandIns.Extras, cancel);

    // A dialog closes with a word; what a card would have shown after a change of the calendar has to be said in it.
    private static async ValueTask<string> Saved(Visit visit, IReadOnlyDictionary<string, string> view, CancellationToken cancel)
    {
        var affected = view == CalendarArea.Shown && visit.Terms is { } terms ? RecountWords.Count(await terms.Affected(cancel)) : 0;
        return affected == 0 ? visit.Texts["n.saved"] : visit.Texts.Format("n.savedRecount", ("n", affected));
    }

    public ValueTask<RenderedCard> Fresh(Visit visit, DutyId duty, CancellationToken cancel) => View(visit, duty, CardAction.EmptyExtras, cancel);

    private async ValueTask<RenderedCard> View(Visit visit, DutyId duty, IReadOnlyDictionary<string, string> extras, CancellationToken cancel) =>
        await cards.View(duty, extras, visit.Person, await NamesFor(visit, duty, cancel), office.Now, cancel)
        ?? CardDesk.Refusal(duty == DutyId.Organisation ? NotAdmin(visit) : [new Problem("E-NO-SUCH-DUTY", null, ("code", duty))], null, visit.Names);

    // What was just done to the organisation is seen at once.
    private async ValueTask<Names> NamesFor(Visit visit, DutyId duty, CancellationToken cancel)
    {
        if (duty != DutyId.Organisation)
        {
            return visit.Names;
        }

        var context = await office.Context(cancel);
        return visit.Names with { Organisation = context.Organisation, Calendar = context.Calendar };
    }

    public async ValueTask<RenderedCard> Mine(Visit visit, CancellationToken cancel) =>
        await cards.Work(await visit.Waiting.For(visit, cancel), WorkList.OfPerson, visit.Names, office.Now, cancel);

    /// <summary>The review campaign that waits for the person, or in which the person's unit takes part; several as a list .</summary>
    public async ValueTask<RenderedCard> Reviews(Visit visit, CancellationToken cancel)
    {
        var waiting = (await visit.Waiting.For(visit, cancel)).Where(item => item.Kind == ObligationKind.MarkTasks).ToList();
        var found =
            waiting.Count > 0 ? waiting : (await visit.Waiting.OfUnits(visit, cancel)).Where(item => item.Kind == ObligationKind.TakePart).ToList();
        return found.DistinctBy(item => item.Duty).ToList() switch
        {
            [] => CardDesk.Told(visit.Texts["n.noCampaign"], visit.Names),
            [var only] => await Fresh(visit, only.Duty, cancel),
            var several => await cards.Work(several, WorkList.OfUnits, visit.Names, office.Now, cancel),
        };
    }

    /// <summary>What the person's units, or all of them, have left lying; for heads, the leadership and the Office .</summary>
    /// <param name="extras">Which unit and which page.</param>
    public async ValueTask<RenderedCard> Backlog(Visit visit, IReadOnlyDictionary<string, string> extras, CancellationToken cancel) =>
        await backlog.Asked(visit.Person, extras, new Scene(visit.Names, office.Now, FormPlace.Card), cancel)
        ?? CardDesk.Refusal([new Problem("E-FORBIDDEN")], null, visit.Names);

    public async ValueTask<RenderedCard> OfUnits(Visit visit, CancellationToken cancel) =>
        await cards.Work(await visit.Waiting.OfUnits(visit, cancel), WorkList.OfUnits, visit.Names, office.Now, cancel);

    public static ActivityAnswer Card(RenderedCard rendered) => new ActivityAnswer.Card(CardJson.ToUtf8(rendered.Card), rendered.Summary);

    // A duty that was never created has nothing to go back to.
    private async ValueTask<ActivityAnswer> Closed(Visit visit, DutyId? duty, IReadOnlyDictionary<string, string> view, CancellationToken cancel) =>
        duty is { } id && await cards.View(id, view, visit.Person, visit.Names, office.Now, cancel) is { } fresh
            ? Card(fresh)
            : Card(CardDesk.Closed(visit.Names));
}
