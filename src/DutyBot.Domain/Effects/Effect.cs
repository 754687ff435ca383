using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace DutyBot.Domain.Effects;

/// <summary>Which card; its content is rendered from the duty's state at the moment it is sent.</summary>
public enum CardName
{
    Assignment,
    Coordination,
    ReturnRequest,
    ConsultationRequest,
    ConsultationSummary,
    Escalation,
    Decision,

    /// <summary>A formal reminder, for the person who is reminded.</summary>
    FormalReminder,

    /// <summary>The same, for who issued it.</summary>
    IssuedReminder,

    /// <summary>A review file, for who decides it.</summary>
    PersonnelReview,

    /// <summary>The same, for the personnel body.</summary>
    PersonnelAdvice,

    Urging,

    /// <summary>A review campaign, for one of the units that take part.</summary>
    Campaign,

    /// <summary>The report of a review campaign, for whoever opened it.</summary>
    CampaignReport,
}

/// <summary>The ways of having somebody sent for, in the order in which they are taken.</summary>
public enum SentThrough
{
    /// <summary>A mention in the channel of a unit of theirs.</summary>
    Channel,

    /// <summary>Their unit's focal point, in that person's chat.</summary>
    FocalPoint,

    /// <summary>Their unit's head, or who stands in for the head.</summary>
    Head,

    /// <summary>No way is left: what was not delivered waits for them, and for the admins.</summary>
    Nobody,
}

/// <summary>Whom something is for. Who that is, is looked up when it is sent: a head may have changed meanwhile.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "to")]
[JsonDerivedType(typeof(Channel), "channel")]
[JsonDerivedType(typeof(Head), "head")]
[JsonDerivedType(typeof(Individual), "person")]
[JsonDerivedType(typeof(Alone), "alone")]
[JsonDerivedType(typeof(Leaders), "leaders")]
[JsonDerivedType(typeof(Office), "office")]
public abstract record Audience
{
    private Audience() { }

    /// <summary>The unit's channel; its head is mentioned when attention is asked. A unit without a channel is reached through its head.</summary>
    public sealed record Channel(UnitId Unit) : Audience;

    /// <summary>The unit's head in office, in a personal chat.</summary>
    public sealed record Head(UnitId Unit) : Audience;

    public sealed record Individual(PersonId Person) : Audience;

    /// <summary>A person for what concerns them and not their office: nobody stands in for them, and it never goes to a channel (D-06).</summary>
    public sealed record Alone(PersonId Person) : Audience;

    /// <summary>The head of the leadership unit.</summary>
    public sealed record Leaders : Audience;

    /// <summary>The head of the Office.</summary>
    public sealed record Office : Audience;
}

/// <summary>A value for a placeholder of a notice; exactly one of the properties is set. Names are looked up when the notice is sent.</summary>
public sealed record NoticeValue(
    string Name,
    string? Text = null,
    int? Number = null,
    LocalDate? Date = null,
    Instant? Moment = null,
    UnitId? Unit = null,
    PersonId? Person = null,
    string? Key = null
);

/// <summary>One due notice (nhắc hạn): a sentence about a deadline of a duty.</summary>
/// <param name="Id">Unique for the person: the same notice of the same duty is the same, however often it is brought.</param>
/// <param name="Target">The obligation it is about; once that is met, there is nothing to say.</param>
/// <param name="Urgent">Comes through outside of working hours too (Khẩn and above).</param>
public sealed record DueNotice(string Id, DutyId Duty, string Target, string Key, ImmutableArray<NoticeValue> Values, bool Urgent = false)
{
    /// <summary>The deadline (UTC) it speaks of.</summary>
    [JsonIgnore]
    public Instant? Due => Values.FirstOrDefault(value => value.Name == "due")?.Moment;

    /// <summary>Whether it says that a deadline is near; once that has passed, there is nothing to say.</summary>
    [JsonIgnore]
    public bool IsAhead => Key.StartsWith("n.due.", StringComparison.Ordinal);
}

/// <summary>The unit that takes over one duty.</summary>
public sealed record ChosenSuccessor(DutyId Duty, UnitId To);

/// <summary>What a duty owes the world after an event: data, saved with the event in the same write and carried out later.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(ShowCard), "showCard")]
[JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(Send), "send")]
[JsonDerivedType(typeof(HandOver), "handOver")]
[JsonDerivedType(typeof(Notify), "notify")]
[JsonDerivedType(typeof(Remind), "remind")]
[JsonDerivedType(typeof(CheckReachability), "checkReachability")]
[JsonDerivedType(typeof(TellBacklog), "tellBacklog")]
[JsonDerivedType(typeof(ShowBacklog), "showBacklog")]
[JsonDerivedType(typeof(SendTest), "sendTest")]
[JsonDerivedType(typeof(Revive), "revive")]
[JsonDerivedType(typeof(Forget), "forget")]
[JsonDerivedType(typeof(NoteInCampaigns), "noteInCampaigns")]
[JsonDerivedType(typeof(SendFor), "sendFor")]
public abstract record Effect
{
    private Effect() { }

    /// <summary>
    /// Shows a card of this duty. With <paramref name="Attention"/> it is a new message with a mention and a summary line; without, the card
    /// already posted there is edited quietly (or posted if there is none).
    /// </summary>
    /// <param name="Item">Which of the duty's matters the card is about, where it has several: each has a card of its own.</param>
    public sealed record ShowCard(CardName Card, Audience To, bool Attention, string? Item = null) : Effect;

    /// <summary>Tells somebody one sentence: text <paramref name="Key"/> with its values, in the reader's language.</summary>
    public sealed record Tell(Audience To, string Key, ImmutableArray<NoticeValue> Values) : Effect;

    /// <summary>
    /// A due notice for somebody: put into that person's inbox, where it waits for a fitting hour and for others of the same morning.
    /// </summary>
    public sealed record Notify(Audience To, DueNotice Notice) : Effect;

    /// <summary>Brings a person what is in the inbox, as one message. What is no longer open by then is left out.</summary>
    public sealed record Remind(PersonId To, ImmutableArray<DueNotice> Notices) : Effect;

    /// <summary>Gives another duty a command; repeating it changes nothing there.</summary>
    public sealed record Send(DutyId To, DutyCommand Command) : Effect;

    /// <summary>
    /// Gives everything that a unit still holds to the units that stand in its place (D-04, 1.4.14). Which duties these are, is looked up when
    /// it is carried out. Repeating it changes nothing.
    /// </summary>
    /// <param name="DefaultSuccessor">Takes over what nobody was chosen for.</param>
    /// <param name="Chosen">Where a unit is split; what a task's round or escalation was opened for follows the task.</param>
    public sealed record HandOver(UnitId From, UnitId DefaultSuccessor, ImmutableArray<ChosenSuccessor> Chosen) : Effect;

    /// <summary>
    /// Asks Teams whether everybody can be reached and tells the admins, none of them twice for one day. Later than on that day it does
    /// nothing: the next day has a check of its own.
    /// </summary>
    public sealed record CheckReachability(LocalDate Day) : Effect;

    /// <summary>
    /// Puts word of the backlog of their units into the inbox of every head that has one. Who that is, is looked up when it is carried out.
    /// </summary>
    public sealed record TellBacklog(LocalDate Day) : Effect;

    /// <summary>Brings a head the backlog of their units as it is then.</summary>
    public sealed record ShowBacklog(PersonId To) : Effect;

    /// <summary>Sends a message that says it is a test and nothing else, and tells whoever asked for it what became of it.</summary>
    public sealed record SendTest(Audience To, PersonId AskedBy) : Effect;

    /// <summary>Has an effect of any duty carried out that was given up (a dead letter).</summary>
    /// <param name="Letter">Its id in that duty.</param>
    public sealed record Revive(DutyId Of, string Letter) : Effect;

    /// <summary>Takes a dead letter off the list.</summary>
    public sealed record Forget(DutyId Of, string Letter) : Effect;

    /// <summary>
    /// A task that a unit leads, or led until now, has ended or moved: the review campaigns the unit takes part in look at its tasks again.
    /// Which they are, is looked up when it is carried out. Repeating it changes nothing.
    /// </summary>
    public sealed record NoteInCampaigns(UnitId Unit) : Effect;

    /// <summary>
    /// Has somebody sent for whose chat could not be written to, without a word of what waits for them. Once they have been heard from it does
    /// nothing; where nobody is found this way, the next one is taken.
    /// </summary>
    /// <param name="Day">The working day it is for: a person is sent for once on it.</param>
    public sealed record SendFor(PersonId Person, LocalDate Day, SentThrough Through) : Effect;
}
