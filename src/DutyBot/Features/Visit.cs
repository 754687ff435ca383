using System.Collections.Immutable;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Teams;

namespace DutyBot.Features;

/// <summary>One person asking for one thing: who, when, in which language, in which organisation.</summary>
internal sealed record Visit(PersonId Person, Act Act, DutyContext Context, Texts Texts, DutyDesk Desk, DutyIds Ids)
{
    /// <summary>What Teams says of the teams DutyBot is in.</summary>
    public Rosters Rosters { get; init; } = Rosters.None;

    /// <summary>Asks Teams who can be reached; null in a visit in which Teams cannot be asked.</summary>
    public ReachabilityCheck? Reach { get; init; }

    /// <summary>What Graph says of the tenant.</summary>
    public TenantLook Tenant { get; init; } = TenantLook.None;

    /// <summary>What waits for whom.</summary>
    public required BacklogBoard Backlog { get; init; }

    public required Waiting Waiting { get; init; }

    /// <summary>Which running terms a changed calendar would move.</summary>
    public RunningTerms? Terms { get; init; }

    public Names Names { get; } = new(Context.Organisation, Context.Calendar, Context.Calendar.DateOf(Act.At), Texts);

    /// <summary>Every unit a task or a question may be addressed to today: all but the leadership.</summary>
    public ChoicePool Units(params ImmutableArray<UnitId> except) => new UnitPool(Context.Organisation, Names.Today, except);

    /// <summary>Everybody who may be named as the officer of a unit, its head last.</summary>
    public ChoicePool Officers(UnitId unit)
    {
        var head = Context.Organisation.HeadOf(unit, Names.Today);
        return new PersonPool(
            Names,
            [.. Context.Organisation.MembersOf(unit, Names.Today).OrderBy(person => person == head).ThenBy(Names.Of, StringComparer.Ordinal)]
        );
    }
}
