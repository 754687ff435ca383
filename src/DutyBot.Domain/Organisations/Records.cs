using DutyBot.Domain.Text;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both included; open when it has no last day.</summary>
public readonly record struct Validity(LocalDate From, LocalDate? To)
{
    public bool Contains(LocalDate date) => From <= date && (To is not { } to || date <= to);

    public bool Overlaps(Validity other) => (To is not { } to || other.From <= to) && (other.To is not { } end || From <= end);

    public bool IsNotOverBefore(LocalDate day) => To is not { } to || to >= day;

    /// <summary>Ends with <paramref name="lastDay"/>, if it would have gone on beyond it.</summary>
    public Validity CutAfter(LocalDate lastDay) => Contains(lastDay) ? this with { To = lastDay } : this;
}

public sealed record Person(PersonId Id, string Name, string Title, string? Upn)
{
    /// <summary>What searches look through; folded once, because an office may have 60,000 people.</summary>
    internal FoldedText Folded { get; } = new($"{Name} {Title}");

    internal string FoldedName { get; } = SearchText.Fold(Name);
}

public sealed record Appointment(PersonId Person, UnitId Unit, Position Position, Validity Validity);

public sealed record Delegation(PersonId Grantor, PersonId Delegate, DelegationScope Scope, Validity Validity, string Document)
{
    public bool Covers(DelegationScope wanted) => Scope == DelegationScope.Everything || Scope == wanted;
}

/// <summary>A time during which a person is away. It takes no rights; whoever must reach somebody looks further.</summary>
public sealed record Absence(PersonId Person, AbsenceGrade Grade, Validity Validity);

/// <param name="For">The absence of the one in whose place the person stands.</param>
public sealed record StandIn(PersonId Person, Absence For);

/// <summary>A unit's competence in a field of work (lĩnh vực).</summary>
public sealed record Competence(string Field, CompetenceAction Action, UnitId Unit, string Basis, Validity Validity);

/// <summary>How long work of a category normally takes, in working days, from a day on .</summary>
public sealed record Norm(string Category, int WorkingDays, LocalDate From, string Basis);

/// <summary>What an assignment form starts with. <paramref name="WorkingDays"/> counts from the day of assignment.</summary>
public sealed record TaskTemplate(string Work, string Deliverable, string Requirement, int? WorkingDays);

/// <summary>A unit's channel in Teams, as an admin bound it.</summary>
public sealed record BoundChannel(string Id, string? TeamId, string? Name);

/// <summary>A value of the settings: in force from a day on, for what starts after it was recorded .</summary>
public sealed record SettingChange(string Key, string Value, LocalDate From, Instant RecordedAt, string Basis);

public sealed record RoleGrant(PersonId Person, Role Role, Validity Validity);

/// <summary>A time during which one person headed a unit .</summary>
public sealed record HeadPeriod(PersonId Head, LocalDate From, LocalDate To);

/// <summary>Whether a person may act, and how; a <c>ByDelegation</c> act shows "thừa ủy quyền" and the person it is done for.</summary>
public sealed record Authority
{
    private Authority(bool isGranted)
    {
        IsGranted = isGranted;
    }

    public static Authority None { get; } = new(false);

    /// <summary>By the person's own appointment or role.</summary>
    public static Authority InOwnRight { get; } = new(true);

    public bool IsGranted { get; }

    /// <summary>Set when the authority comes from a delegation, or from the absence of this person.</summary>
    public PersonId? OnBehalfOf { get; private init; }

    /// <summary>The document of that delegation.</summary>
    public string? Document { get; private init; }

    /// <summary>Nobody has the delegation of the person who is away; this is the next in line.</summary>
    public bool IsInAbsence { get; private init; }

    public static Authority ByDelegation(Delegation delegation) => new(true) { OnBehalfOf = delegation.Grantor, Document = delegation.Document };

    public static Authority InAbsenceOf(PersonId absent) => new(true) { OnBehalfOf = absent, IsInAbsence = true };
}
