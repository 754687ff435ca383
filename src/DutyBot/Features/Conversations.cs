using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Commands;
using DutyBot.Teams.Connector;
using DutyBot.Teams.Forms;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Features;

/// <summary>What a typed line comes to. What is meant for one person is never shown to a channel: it goes to their own chat (D-06).</summary>
internal sealed class Conversations(
    Presses presses,
    FormDesk forms,
    TypedForms typed,
    CardDesk cards,
    Addresses addresses,
    ConnectorClient connector,
    ReachabilityDesk reachability,
    Stage? stage = null
)
{
    public async ValueTask<ActivityAnswer> Answer(Visit visit, Activity activity, PersonId user, string words, CancellationToken cancel)
    {
        var answer = TypedCommand.Parse(words) switch
        {
            TypedCommand.Speak { Language: var language } => await Speak(visit, language, cancel),
            TypedCommand.ActAs { Name: var name } when stage is not null => ActAs(visit, stage, user, name),
            TypedCommand.MoveClock { When: var when } when stage is not null => MoveClock(visit, stage, when),
            TypedCommand.Help => Greet(visit),
            TypedCommand.Configure => Presses.Card(await presses.Fresh(visit, DutyId.Organisation, cancel)),
            TypedCommand.WhoseTask { Words: var field } => new ActivityAnswer.Message(CompetenceWords.Answer(Short(field), visit.Names)),
            TypedCommand.Find { Words: var name } => Find(visit, name),
            TypedCommand.AssignFrom { Template: var template } => await AssignFrom(visit, template, cancel),
            TypedCommand.Holidays => new ActivityAnswer.Message(CalendarWords.Coming(visit.Context.Calendar, visit.Names.Today, visit.Texts)),
            TypedCommand.Deadline { Asked: var asked } => new ActivityAnswer.Message(TermWords.Answer(asked, visit)),
            TypedCommand.Check => Presses.Card(await reachability.Card(visit, cancel)),
            TypedCommand.MyWork => Presses.Card(await presses.Mine(visit, cancel)),
            TypedCommand.UnitWork => Presses.Card(await presses.OfUnits(visit, cancel)),
            TypedCommand.Backlog => Presses.Card(await presses.Backlog(visit, None, cancel)),
            TypedCommand.Show { Duty: var duty } => Presses.Card(await presses.Fresh(visit, duty, cancel)),
            TypedCommand.Assign => await Open(visit, PressOf(AssignVerb), cancel),
            TypedCommand.Urge => await Open(visit, PressOf(UrgeVerb), cancel),
            TypedCommand.Review when OpenCampaign.May(visit) => await Open(visit, PressOf(CampaignVerb), cancel),
            TypedCommand.Review => Presses.Card(await presses.Reviews(visit, cancel)),
            TypedCommand.DelegateRights => await Open(visit, PressOf(DelegateVerb), cancel),
            TypedCommand.ReportAbsence => await Open(visit, PressOf(AbsenceVerb), cancel),
            TypedCommand.OwnStandIns => Presses.Card(await presses.OwnStandIns(visit, cancel)),
            TypedCommand.Act { What: var what, Duty: var duty } => await Open(visit, await typed.Press(visit, what, duty, cancel), cancel),
            TypedCommand.ActOnWhat or TypedCommand.ShowWhat => Refusal(visit, new Problem("E-WHICH-DUTY", null, ("text", words))),
            _ => Refusal(visit, new Problem("E-UNKNOWN-COMMAND", null, ("text", Short(words)))),
        };
        return await InPerson(visit, activity, answer, cancel);
    }

    /// <summary>The answer to a message, as its conversation may read it: a card goes to the person's own chat, with a word about that here.</summary>
    public async ValueTask<ActivityAnswer> InPerson(Visit visit, Activity activity, ActivityAnswer answer, CancellationToken cancel) =>
        activity.Conversation.Kind == ConversationKind.Personal ? answer : await Privately(visit, answer, cancel);

    public ActivityAnswer Greet(Visit visit) => Presses.Card(cards.Help(visit.Names));

    // A day begins at work.
    private static LocalDateTimePattern[] Moments { get; } =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("d/M/uuuu").WithTemplateValue(new LocalDateTime(2000, 1, 1, 8, 0)),
        LocalDateTimePattern.CreateWithInvariantCulture("d/M/uuuu H:mm"),
    ];

    private static string AssignVerb { get; } = new AssignTask().OpenVerb;

    private static string UrgeVerb { get; } = new UrgeUnits().OpenVerb;

    private static string CampaignVerb { get; } = new OpenCampaign().OpenVerb;

    private static string DelegateVerb { get; } = new OwnDelegateForm().OpenVerb;

    private static string AbsenceVerb { get; } = new OwnAbsenceForm().OpenVerb;

    private static Dictionary<string, string> None { get; } = [];

    private static CardSubmission PressOf(string verb) => new(verb, null, null, null, None, None);

    private async ValueTask<ActivityAnswer> Open(Visit visit, CardSubmission? press, CancellationToken cancel) =>
        press is not null && await forms.Handle(visit, press, cancel) is { } answer
            ? await presses.Answer(visit, answer, FormPlace.Card, cancel)
            : Refusal(visit, new Problem("E-NOT-THAT-DUTY"));

    private async ValueTask<ActivityAnswer> AssignFrom(Visit visit, string template, CancellationToken cancel)
    {
        var names = visit.Context.Organisation.Templates.Keys;
        return names.FirstOrDefault(name => SearchText.Fold(name) == SearchText.Fold(template)) is { } known
            ? await Open(
                visit,
                new CardSubmission(AssignVerb, null, null, null, new Dictionary<string, string> { [AssignTask.TemplateExtra] = known }, None),
                cancel
            )
            : Refusal(visit, new Problem("E-NO-TEMPLATE", null, ("text", Short(template))));
    }

    // For those of the organisation; whoever is not registered in it has nothing to look up.
    private static ActivityAnswer Find(Visit visit, string name) =>
        visit.Context.Organisation.PersonOf(visit.Person) is null
            ? Refusal(visit, new Problem("E-FORBIDDEN"))
            : new ActivityAnswer.Message(DirectoryWords.Answer(Short(name), visit.Names));

    private async ValueTask<ActivityAnswer> Speak(Visit visit, Language language, CancellationToken cancel)
    {
        await addresses.Choose(visit.Person, language, cancel);
        return new ActivityAnswer.Message(Texts.Of(language)["n.language"]);
    }

    private static ActivityAnswer ActAs(Visit visit, Stage stage, PersonId user, string name)
    {
        var found = visit.Context.Organisation.SearchPeople(name, visit.Names.Today);
        if (found.FirstOrDefault(person => SearchText.Fold(person.Name) == SearchText.Fold(name)) is { } exact)
        {
            found = [exact];
        }

        if (found is not [var part])
        {
            return new ActivityAnswer.Message(visit.Texts.Format("dev.actAs.which", ("list", found.Take(20).Select(person => person.Name).ToList())));
        }

        stage.Play(user, part.Id);
        return new ActivityAnswer.Message(visit.Texts.Format("dev.actAs.done", ("person", part.Name)));
    }

    private static ActivityAnswer.Message MoveClock(Visit visit, Stage stage, string when)
    {
        var said = Moments.Select(form => form.Parse(when)).FirstOrDefault(parsed => parsed.Success);
        return said is { Value: var local } && stage.Clock.MoveTo(visit.Context.Calendar.At(local.Date, local.TimeOfDay).ToDateTimeOffset())
            ? new(visit.Texts.Format("dev.clock.now", ("at", visit.Context.Calendar.At(local.Date, local.TimeOfDay))))
            : new(visit.Texts["dev.clock.which"]);
    }

    private static ActivityAnswer Refusal(Visit visit, Problem problem) => Presses.Card(CardDesk.Refusal([problem], null, visit.Names));

    private async ValueTask<ActivityAnswer> Privately(Visit visit, ActivityAnswer answer, CancellationToken cancel)
    {
        if (answer is not ActivityAnswer.Card card)
        {
            return answer;
        }

        var chat = await addresses.ChatOf(visit.Person, visit.Context.Organisation, visit.Names.Today, cancel);
        var sent = chat is null ? null : await connector.Send(chat, OutgoingActivity.OfCard(card.Utf8Json, card.Summary), cancel);
        return new ActivityAnswer.Message(visit.Texts[sent is { Succeeded: true } ? "n.sentToChat" : "n.openChat"]);
    }

    private static string Short(string words) => words.Length <= 100 ? words : words[..100] + "…";
}
