using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Text;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>A unit as it was on a date: the name and the parent valid then, and whether it existed.</summary>
/// <param name="EndedAt">The first day it no longer existed, once that is known on the date asked about.</param>
/// <param name="Successor">The unit that directly took over; <see cref="Organisation.SuccessorOf"/> follows the whole chain.</param>
public sealed record UnitView(
    UnitId Id,
    string Name,
    string ShortName,
    UnitKind Kind,
    UnitId? Parent,
    bool IsActive,
    LocalDate? EndedAt,
    UnitId? Successor
)
{
    public string? Code { get; init; }

    /// <summary>The day it began, also when that is still to come.</summary>
    public LocalDate Since { get; init; }

    /// <summary>The day from which it will no longer exist, also when that is still to come.</summary>
    public LocalDate? EndsAt { get; init; }
}

/// <summary>A unit over all time; renaming and moving keep its identity.</summary>
internal sealed record Unit(UnitId Id, UnitKind Kind, LocalDate From, ImmutableArray<UnitName> Names, ImmutableArray<UnitParent> Parents)
{
    public string? Code { get; init; }

    public UnitEnd? End { get; init; }

    public BoundChannel? Channel { get; init; }

    public bool IsActive(LocalDate date) => From <= date && IsLiving(date);

    /// <summary>Active, or planned to be.</summary>
    public bool IsLiving(LocalDate date) => !HasEnded(date);

    /// <summary>The day of the last thing that is recorded of it: no reorganisation may take effect before (1.4.14).</summary>
    public LocalDate LastChange => End?.At ?? new[] { From, Names[^1].From, Parents[^1].From }.Max();

    public Unit Renamed(UnitName name) => this with { Names = [.. Names.Where(n => n.From != name.From).Append(name).OrderBy(n => n.From)] };

    public Unit Moved(UnitParent parent) =>
        this with
        {
            Parents = [.. Parents.Where(p => p.From != parent.From).Append(parent).OrderBy(p => p.From)],
        };

    public UnitName NameOn(LocalDate date) => Names.LastOrDefault(n => n.From <= date, Names[0]);

    public UnitId? ParentOn(LocalDate date) => Parents.LastOrDefault(p => p.From <= date, Parents[0]).Parent;

    public UnitView On(LocalDate date)
    {
        var name = NameOn(date);
        var ended = HasEnded(date) ? End : null;
        return new(Id, name.Full, name.Short, Kind, ParentOn(date), IsActive(date), ended?.At, ended?.Successor)
        {
            Code = Code,
            Since = From,
            EndsAt = End?.At,
        };
    }

    private bool HasEnded(LocalDate date) => End is { } end && end.At <= date;
}

/// <summary>A name and the day from which it is the unit's name.</summary>
internal sealed record UnitName(LocalDate From, string Full, string Short)
{
    /// <summary>What lists are sorted by; folded once, because every reply looks units up.</summary>
    public string Folded { get; } = SearchText.Fold(Full);

    public FoldedText Searched { get; } = new($"{Full} {Short}");
}

/// <summary>The unit it stands under from a day on; none for the top.</summary>
internal sealed record UnitParent(LocalDate From, UnitId? Parent);

/// <summary>How a unit ends. Once <paramref name="HandedOver"/>, its open duties are on their way to their successors.</summary>
internal sealed record UnitEnd(LocalDate At, UnitId? Successor, ImmutableArray<ChosenSuccessor> Chosen, bool HandedOver);
