using DutyBot.Domain;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>
/// Something a person does by filling in a form: which form, and which command it makes. Everything else (rights, refusals, the second press,
/// the form that comes back filled in) is the same for all and lives in <see cref="FormDesk"/>.
/// </summary>
internal abstract class FormFeature
{
    private const string OpenPrefix = "form.";

    private protected FormFeature(string verb)
    {
        Verb = verb;
        OpenVerb = OpenVerbOf(verb);
        Kind = KindOf(verb);
    }

    /// <summary>The verb that sends the form.</summary>
    public string Verb { get; }

    /// <summary>The verb of the buttons that open the form.</summary>
    public string OpenVerb { get; }

    /// <summary>The only kind of duty the form is for.</summary>
    public DutyKind Kind { get; }

    /// <param name="verb">The verb that sends the form.</param>
    public static string OpenVerbOf(string verb) => OpenPrefix + verb;

    /// <summary>
    /// The form judges what its sender has read, so what was read must not have changed meanwhile: otherwise the form comes back, filled in,
    /// beside the new state (D-07).
    /// </summary>
    public virtual bool JudgesWhatWasRead => false;

    /// <summary>Which of the duty's cards is shown when the form is done with: what a <see cref="CardVerbs.View"/> of it carries.</summary>
    public virtual IReadOnlyDictionary<string, string> ViewAfter(CardAction action) => CardAction.EmptyExtras;

    /// <summary>
    /// The form as it is shown to this person now; <paramref name="action"/> is what its send button will say. Null when the button names
    /// something that does not exist.
    /// </summary>
    public abstract ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel);

    /// <summary>What the filled-in form asks for.</summary>
    public abstract DutyCommand Command(Visit visit, CardAction action, FormValues values);

    /// <summary>
    /// Of which duty it is asked: the one the button names, unless it is what was filled in that says so. The command then has what only the
    /// duty of the button knows.
    /// </summary>
    public virtual ValueTask<Demand> Asks(Visit visit, CardAction action, FormValues values, CancellationToken cancel) =>
        new(new Demand(action.Duty!.Value, Command(visit, action, values)));

    /// <summary>
    /// Where the form asks in two steps: what the buttons of the second carry, once the first is filled in; null when there is nothing more to ask.
    /// </summary>
    public virtual CardAction? Further(Visit visit, CardAction action, FormValues values) => null;

    /// <summary>Adds what the form must carry from its opening on, such as the id of the duty it will create.</summary>
    public virtual CardAction Opening(Visit visit, CardAction action) => action;

    /// <summary>
    /// What a form comes to that was sent without a mistake and is about something outside the duty: a word about what was done there, or the same
    /// form with what is wrong with it there. Null when the command is to be carried out.
    /// </summary>
    public virtual ValueTask<FormAnswer?> Instead(Visit visit, CardAction action, FormValues values, CancellationToken cancel) =>
        new((FormAnswer?)null);

    protected static UnitId? Unit(FormValues values, string field) => values.Choice(field) is { } id ? new UnitId(id) : null;

    protected static PersonId? Person(FormValues values, string field) => values.Choice(field) is { } id ? new PersonId(id) : null;

    protected static T? Choice<T>(FormValues values, string field)
        where T : struct, Enum => Enum.TryParse<T>(values.Choice(field), out var chosen) ? chosen : null;

    /// <summary>A field that travels in the button, set when the form was opened.</summary>
    protected static UnitId UnitOf(CardAction action) => new(action.Extras?.GetValueOrDefault(Extras.Unit) ?? "");

    private static DutyKind KindOf(string verb) =>
        verb.Split('.')[0] switch
        {
            "task" => DutyKind.Task,
            "consult" => DutyKind.Consultation,
            "escalation" => DutyKind.Escalation,
            "urging" => DutyKind.Urging,
            "campaign" => DutyKind.Campaign,
            "org" => DutyKind.Organisation,
            "reminder" => DutyKind.Reminders,
            _ => throw new ArgumentException($"'{verb}' does not begin with a kind of duty.", nameof(verb)),
        };

    /// <summary>What a form asks of a duty.</summary>
    public sealed record Demand(DutyId Duty, DutyCommand Command);

    /// <summary>Names of what a button may carry besides verb, duty and version.</summary>
    public static class Extras
    {
        public const string Unit = "unit";
        public const string NewDuty = "new";
        public const string Item = CardVerbs.Extras.Item;
    }

    /// <summary>Most characters of a long text: four pages, so that no card or row grows beyond its limits.</summary>
    protected const int LongText = 8_000;

    protected const int ShortText = 500;

    /// <summary>Most questions of one round; what does not fit belongs into a second round.</summary>
    protected const int MostQuestions = 8;
}
