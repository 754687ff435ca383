using NodaTime;

namespace DutyBot.Domain.Clock;

/// <summary>Who owes something: a unit (its head in office at that moment acts for it) or one person. Exactly one of the two is set.</summary>
public sealed record Owner
{
    private Owner(UnitId? unit, PersonId? person)
    {
        Unit = unit;
        Person = person;
    }

    public UnitId? Unit { get; }

    public PersonId? Person { get; }

    /// <summary>A stable key for indexes: <c>unit|…</c> or <c>person|…</c>.</summary>
    public string Key => Unit is { } unit ? $"unit|{unit}" : $"person|{Person}";

    public static Owner Of(UnitId unit) => new(unit, null);

    public static Owner Of(PersonId person) => new(null, person);
}

/// <summary>What is owed; each has a text in vi and en.</summary>
public enum ObligationKind
{
    Accept,
    DecideReturn,
    Complete,
    Report,
    Reply,
    IssueDraft,
    CloseRound,
    Escalate,
    NameOfficer,
    DecideEscalation,
    ReviseProposal,
    SupplyPapers,

    /// <summary>A person may explain a formal reminder .</summary>
    ExplainReminder,

    /// <summary>The issuer of a reminder keeps or withdraws it after the explanation.</summary>
    AnswerExplanation,

    /// <summary>A leader decides a review file .</summary>
    ConcludeReview,

    /// <summary>An ended unit's open duties go to their successors: owed by nobody in person.</summary>
    HandOver,

    /// <summary>Whether everybody can be reached is checked in the morning: owed by nobody in person.</summary>
    CheckReachability,

    /// <summary>The heads are told of what their units have left lying: owed by nobody in person.</summary>
    TellBacklog,

    /// <summary>The unit has the lead of a task, a round or an escalation that is not finished.</summary>
    Lead,

    /// <summary>A due notice is to be given: the clock's business, and in nobody's list of work.</summary>
    Notice,

    /// <summary>Notices have arrived for a person and are to be brought to them.</summary>
    BringNotices,

    /// <summary>Somebody whose chat could not be written to is to be sent for.</summary>
    SendFor,

    /// <summary>The unit coordinates in a task that is not finished.</summary>
    Coordinate,

    /// <summary>A unit marks its open tasks in a review campaign .</summary>
    MarkTasks,

    /// <summary>A review campaign runs in which the unit takes part.</summary>
    TakePart,

    /// <summary>Whoever opened a review campaign follows it until its day is over.</summary>
    FollowCampaign,
}

/// <summary>
/// Something a duty waits for. A duty's open obligations are a pure function of its state; the ones with a <see cref="Due"/> instant are
/// its rows in <c>Deadlines</c>, and all of them are what "việc của tôi" lists.
/// </summary>
/// <param name="Name">Unique within the duty and stable while open, for example <c>reply:phong-ke-hoach</c>.</param>
/// <param name="Due">The instant (UTC) after which the clock records that it passed; null when nothing falls due.</param>
public sealed record Obligation(string Name, ObligationKind Kind, Owner Owner, Instant? Due);
