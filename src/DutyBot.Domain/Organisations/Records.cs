using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both included; open when it has no last day.</summary>
public readonly record struct Validity(LocalDate From, LocalDate? To)
{
    public bool Contains(LocalDate date) => From <= date && (To is not { } to || date <= to);

    /// <summary>Ends with <paramref name="lastDay"/>, if it would have gone on beyond it.</summary>
    public Validity CutAfter(LocalDate lastDay) => Contains(lastDay) ? this with { To = lastDay } : this;
}

public sealed record Person(PersonId Id, string Name, string Title, string? Upn);

public sealed record Appointment(PersonId Person, UnitId Unit, Position Position, Validity Validity);

public sealed record Delegation(PersonId Grantor, PersonId Delegate, DelegationScope Scope, Validity Validity, string Document)
{
    public bool Covers(DelegationScope wanted) => Scope == DelegationScope.Everything || Scope == wanted;
}

public sealed record RoleGrant(PersonId Person, Role Role, Validity Validity);

/// <summary>A time during which one person headed a unit .</summary>
public sealed record HeadPeriod(PersonId Head, LocalDate From, LocalDate To);

/// <summary>Whether a person may act, and how; a <c>ByDelegation</c> act shows "thừa ủy quyền" and the person it is done for.</summary>
public sealed record Authority
{
    private Authority(bool isGranted, Delegation? delegation)
    {
        IsGranted = isGranted;
        OnBehalfOf = delegation?.Grantor;
        Document = delegation?.Document;
    }

    public static Authority None { get; } = new(false, null);

    /// <summary>By the person's own appointment or role.</summary>
    public static Authority InOwnRight { get; } = new(true, null);

    public bool IsGranted { get; }

    /// <summary>Set when the authority comes from a delegation.</summary>
    public PersonId? OnBehalfOf { get; }

    /// <summary>The document of that delegation.</summary>
    public string? Document { get; }

    public static Authority ByDelegation(Delegation delegation) => new(true, delegation);
}
