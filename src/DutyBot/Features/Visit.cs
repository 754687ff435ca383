using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Teams;
using DutyBot.Teams.Cards;

namespace DutyBot.Features;

/// <summary>One person asking for one thing: who, when, in which language, in which organisation.</summary>
internal sealed record Visit(PersonId Person, Act Act, DutyContext Context, Texts Texts, DutyDesk Desk, DutyIds Ids)
{
    /// <summary>What Teams says of the teams DutyBot is in.</summary>
    public Rosters Rosters { get; init; } = Rosters.None;

    /// <summary>What Graph says of the tenant.</summary>
    public TenantLook Tenant { get; init; } = TenantLook.None;

    public Names Names { get; } = new(Context.Organisation, Context.Calendar, Context.Calendar.DateOf(Act.At), Texts);

    /// <summary>Every unit a task or a question may be addressed to today: all but the leadership.</summary>
    public IReadOnlyList<Choice> Units(params UnitId[] except) =>
        [
            .. Context
                .Organisation.UnitsOn(Context.DateOf(Act))
                .Where(unit => unit.Kind != UnitKind.Leadership && !except.Contains(unit.Id))
                .Select(unit => new Choice(unit.Name, unit.Id.Value)),
        ];

    /// <summary>Everybody who may be named as the officer of a unit, its head last.</summary>
    public IReadOnlyList<Choice> Officers(UnitId unit)
    {
        var today = Context.DateOf(Act);
        var head = Context.Organisation.HeadOf(unit, today);
        return
        [
            .. Context
                .Organisation.MembersOf(unit, today)
                .OrderBy(person => person == head)
                .ThenBy(Names.Of, StringComparer.Ordinal)
                .Select(person => new Choice(Names.Of(person), person.Value)),
        ];
    }
}
