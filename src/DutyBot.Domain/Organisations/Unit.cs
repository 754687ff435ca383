using System.Collections.Immutable;
using DutyBot.Domain.Text;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>A unit as it was on a date: the name valid then, and whether it existed.</summary>
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
);

/// <summary>A unit over all time; renaming keeps its identity.</summary>
internal sealed record Unit(UnitId Id, UnitKind Kind, UnitId? Parent, LocalDate From, ImmutableArray<UnitName> Names)
{
    public LocalDate? EndedAt { get; init; }

    public UnitId? Successor { get; init; }

    public string? Channel { get; init; }

    public bool IsActive(LocalDate date) => From <= date && !HasEnded(date);

    public Unit Renamed(UnitName name) => this with { Names = [.. Names.Where(n => n.From != name.From).Append(name).OrderBy(n => n.From)] };

    public UnitName NameOn(LocalDate date) => Names.LastOrDefault(n => n.From <= date, Names[0]);

    public UnitView On(LocalDate date)
    {
        var name = NameOn(date);
        var ended = HasEnded(date);
        return new(Id, name.Full, name.Short, Kind, Parent, IsActive(date), ended ? EndedAt : null, ended ? Successor : null);
    }

    private bool HasEnded(LocalDate date) => EndedAt is { } end && end <= date;
}

/// <summary>A name and the day from which it is the unit's name.</summary>
internal sealed record UnitName(LocalDate From, string Full, string Short)
{
    /// <summary>What lists are sorted by; folded once, because every reply looks units up.</summary>
    public string Folded { get; } = SearchText.Fold(Full);
}
