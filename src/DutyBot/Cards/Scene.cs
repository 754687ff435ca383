using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Policies;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;

namespace DutyBot.Cards;

/// <summary>In whose words, as of when and with which kind of forms a card is made.</summary>
internal sealed record Scene(Names Names, Instant Now, FormPlace Forms)
{
    /// <summary>UTF-16 code units of a title inside a sentence.</summary>
    private const int TitleLength = 120;

    public Texts Texts => Names.Texts;

    /// <summary>What the domain may look at, to say beforehand who may do what.</summary>
    public DutyContext Context => new(Names.Organisation, Names.Calendar, PolicyAt(Now));

    /// <summary>The settings a duty that started at an instant keeps .</summary>
    public Policy PolicyAt(Instant start) => Names.Organisation.PolicyAt(start);

    /// <summary>The act of a person who would press now.</summary>
    public Act ActOf(PersonId person) => new(Now, person);

    /// <summary>A task's title where it is only mentioned.</summary>
    public static string Short(string title) => LongText.Cut(title, TitleLength);

    /// <summary>"thứ Tư, 25/11/2026 – Sắp đến hạn (còn 02 ngày làm việc)".</summary>
    public string Due(Instant due) => $"{Names.Deadline(due)} – {Timeliness.Of(due, Names, Now)}";

    public string? Due(Instant? due) => due is { } date ? Due(date) : null;

    /// <summary>What was done, by whom, on whose behalf, when.</summary>
    public string Done(string key, Act act) => Texts.Format(key, ("person", Names.Of(act)), ("at", act.At));

    /// <summary>The states that apply, in one line.</summary>
    public static string Joined(params IEnumerable<string?> states) => string.Join(" · ", states.OfType<string>());

    public string List(IEnumerable<UnitId> units) => string.Join(", ", units.Select(Names.Of));

    public CardHead Head(DutyId duty, long version, string title, string state, Urgency urgency, string summary) =>
        new(duty, version, Texts[title], state, urgency, summary);

    public DutyButtons ButtonsOf(DutyId duty, long version) => new(Texts, Forms, duty, version);
}

/// <summary>Makes the buttons of one duty as of one version; what a button opens is the form of the feature of that verb.</summary>
internal sealed record DutyButtons(Texts Texts, FormPlace Forms, DutyId Duty, long Version)
{
    /// <param name="verb">The feature's, for example <c>task.accept</c>.</param>
    public CardButton Open(string label, string verb) => Forms.Opener(Texts[label], Action(verb));

    /// <summary>The act a card asks for first.</summary>
    public CardButton OpenFirst(string label, string verb) => Open(label, verb) with { Style = ButtonStyle.Positive };

    /// <summary>An act on the item of one unit.</summary>
    public CardButton OpenOf(UnitId unit, string label, string verb) => Forms.Opener(label, Action(verb).With(FormFeature.Extras.Unit, unit.Value));

    /// <summary>An act on one of the duty's matters.</summary>
    public CardButton OpenItem(string item, string label, string verb) =>
        Forms.Opener(Texts[label], Action(verb).With(FormFeature.Extras.Item, item));

    private CardAction Action(string verb) => new(FormFeature.OpenVerbOf(verb), Duty, Version);
}
