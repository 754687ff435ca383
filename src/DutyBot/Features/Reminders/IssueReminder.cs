using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>
/// A leader, or the head of the Office, reminds the accountable head or the officer of what is late in a task or a consultation. The form
/// begins at the duty; what it asks for is decided in the record of the person who is chosen.
/// </summary>
internal sealed class IssueReminder(string verb) : FormFeature(verb)
{
    public const string OfTask = "task.remind";

    private const string Whom = "person";

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await Answerables(visit, action, cancel) is [var first, ..] answerables
            ? new Form
            {
                Title = visit.Texts["card.remind"],
                Intro = [first.Fact.Title, visit.Texts["form.remind.counts"]],
                Submit = action,
                SubmitLabel = visit.Texts["btn.remind"],
                Values = await Filled(FormValues.Empty.With(Whom, ValueOf(first)), first.Fact, visit, cancel),
                Items =
                [
                    new ChoiceField(Whom, visit.Texts["fld.remindedPerson"], [.. answerables.Select(one => ChoiceOf(one, visit))])
                    {
                        Required = true,
                        Style = ChoiceStyle.Expanded,
                    },
                    new TextField("legalBasis", visit.Texts["fld.legalBasis"], ShortText)
                    {
                        Required = true,
                        Hint = visit.Texts["hint.remind.basis"],
                    },
                    new TextField("text", visit.Texts["fld.reminderText"], 4_000) { Required = true, Multiline = true },
                ],
            }
            : null;

    /// <summary>As far as the form knows it; the fact itself is looked up in the duty.</summary>
    public override DutyCommand Command(Visit visit, CardAction action, FormValues values)
    {
        var chosen = (values.Choice(Whom) ?? "").Split('|');
        var fact = new ReminderFact(action.Duty!.Value, new UnitId(chosen[0]), "", null);
        return new ReminderCommand.Issue(visit.Act, new PersonId(chosen[^1]), fact, values.Text("legalBasis"), values.Text("text"));
    }

    public override async ValueTask<Demand> Asks(Visit visit, CardAction action, FormValues values, CancellationToken cancel)
    {
        var command = (ReminderCommand.Issue)Command(visit, action, values);
        var known = (await Answerables(visit, action, cancel)).FirstOrDefault(one => ValueOf(one) == values.Choice(Whom));
        return new Demand(DutyId.OfReminders(command.Person), known is null ? command : command with { Fact = known.Fact });
    }

    private static async ValueTask<IReadOnlyList<Answerable>> Answerables(Visit visit, CardAction action, CancellationToken cancel) =>
        action.Duty!.Value is { Kind: DutyKind.Task } task
            ? ReminderFacts.Of(await visit.Desk.Task(task, cancel), visit.Context, visit.Act.At)
            : ReminderFacts.Of(await visit.Desk.Consultation(action.Duty.Value, cancel), visit.Context, visit.Act.At);

    private static async ValueTask<FormValues> Filled(FormValues values, ReminderFact fact, Visit visit, CancellationToken cancel) =>
        fact is { Due: not null, Duty.Kind: DutyKind.Task }
            ? ReminderDraft.On(values, fact, await visit.Desk.Task(fact.Duty, cancel), visit)
            : values;

    private static string ValueOf(Answerable one) => $"{one.Fact.Unit}|{one.Person}";

    private static Choice ChoiceOf(Answerable one, Visit visit) =>
        new(
            visit.Texts.Format(
                one.As == Answerability.Head ? "name.reminded.head" : "name.reminded.officer",
                ("person", visit.Names.Of(one.Person)),
                ("unit", visit.Names.Of(one.Fact.Unit))
            ),
            ValueOf(one)
        );
}
