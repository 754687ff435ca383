using System.Collections.Immutable;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <content>Which units there are on a date.</content>
public sealed partial record Organisation
{
    /// <summary>The unit with the name it had on the date, also before its first and after its last day; null when never heard of.</summary>
    public UnitView? UnitOn(UnitId id, LocalDate date) => Units.GetValueOrDefault(id)?.On(date);

    public bool IsActive(UnitId id, LocalDate date) => Units.GetValueOrDefault(id)?.IsActive(date) == true;

    /// <summary>The unit that stands for this one on the date: itself while active, else the active unit its successions lead to, if any.</summary>
    public UnitId? SuccessorOf(UnitId id, LocalDate date)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? next = id; next is { } unit && seen.Add(unit); next = UnitOn(unit, date)?.Successor)
        {
            if (IsActive(unit, date))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>The active units: leadership first, then by kind and name.</summary>
    public ImmutableArray<UnitView> UnitsOn(LocalDate date) => Sorted(Units.Values.Where(u => u.IsActive(date)), date);

    /// <summary>Every unit there ever was or is planned, as of the date, in the same order.</summary>
    public ImmutableArray<UnitView> AllUnits(LocalDate date) => Sorted(Units.Values, date);

    /// <summary>The active units directly under this one; under none for the top.</summary>
    public ImmutableArray<UnitView> ChildrenOf(UnitId? parent, LocalDate date) =>
        Sorted(Units.Values.Where(u => u.IsActive(date) && u.ParentOn(date) == parent), date);

    /// <summary>Văn phòng.</summary>
    public UnitView? OfficeOn(LocalDate date) => ActiveOf(UnitKind.Office, date).FirstOrDefault()?.On(date);

    /// <summary>Where the unit's cards are posted.</summary>
    public string? ChannelOf(UnitId unit) => BoundChannelOf(unit)?.Id;

    public BoundChannel? BoundChannelOf(UnitId unit) => Units.GetValueOrDefault(unit)?.Channel;

    /// <summary>The units that are active or planned on the date, in the same order.</summary>
    public ImmutableArray<UnitView> LivingUnits(LocalDate date) => Sorted(Units.Values.Where(u => u.IsLiving(date)), date);

    /// <summary>Active units whose name or short name has the words of the query (D-08).</summary>
    /// <param name="alsoPlanned">Also units that begin later, under their first name.</param>
    public ImmutableArray<UnitView> SearchUnits(string query, LocalDate date, bool alsoPlanned = false)
    {
        var words = SearchText.Words(query);
        return Sorted(
            Units.Values.Where(u => (alsoPlanned ? u.IsLiving(date) : u.IsActive(date)) && words.All(u.NameOn(date).Searched.HasWord)),
            date
        );
    }

    /// <summary>Units that have ended or will end, with what is to become of their open duties; those handed over already are left out.</summary>
    internal IEnumerable<(UnitId Unit, UnitEnd End)> Endings =>
        Units.Values.Where(u => u.End is { HandedOver: false }).Select(u => (u.Id, u.End!)).OrderBy(u => u.Id.Value, StringComparer.Ordinal);

    internal Unit? Find(UnitId unit) => Units.GetValueOrDefault(unit);

    /// <summary>Whether another unit that is not at its end by the date has the name, given as it is searched for.</summary>
    internal bool IsNameTaken(string folded, UnitId except, LocalDate date) =>
        Units.Values.Any(u => u.Id != except && (u.End is not { } end || end.At > date) && u.NameOn(date).Folded == folded);

    /// <summary>Whether another unit that is not at its end by the date has the code.</summary>
    internal bool IsCodeTaken(string code, UnitId except, LocalDate date) =>
        Units.Values.Any(u =>
            u.Id != except && (u.End is not { } end || end.At > date) && string.Equals(u.Code, code, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Days from a date on at which the tree changes: between two of them it stays as it is.</summary>
    internal IEnumerable<LocalDate> TreeChangesFrom(LocalDate date) =>
        Units
            .Values.SelectMany(u => u.Parents.Select(p => p.From).Append(u.From).Concat(u.End is { } end ? [end.At] : []))
            .Where(d => d > date)
            .Append(date)
            .Distinct()
            .Order();

    private IEnumerable<Unit> ActiveOf(UnitKind kind, LocalDate date) =>
        UnitsByKind.GetValueOrDefault(kind, []).Select(id => Units[id]).Where(u => u.IsActive(date)).OrderBy(u => u.Id.Value, StringComparer.Ordinal);

    private ImmutableDictionary<UnitKind, ImmutableArray<UnitId>> UnitsByKind { get; init; } =
        ImmutableDictionary<UnitKind, ImmutableArray<UnitId>>.Empty;

    private static ImmutableArray<UnitView> Sorted(IEnumerable<Unit> units, LocalDate date) =>
        [
            .. units
                .OrderBy(u => u.Kind)
                .ThenBy(u => u.NameOn(date).Folded, StringComparer.Ordinal)
                .ThenBy(u => u.Id.Value, StringComparer.Ordinal)
                .Select(u => u.On(date)),
        ];

    private Organisation AfterUnit(OrganisationEvent evt) =>
        evt switch
        {
            UnitCreated e => WithUnit(e),
            UnitRenamed e => Change(e.Unit, u => u.Renamed(new UnitName(e.From, e.Name, e.ShortName))),
            UnitMoved e => Change(e.Unit, u => u.Moved(new UnitParent(e.From, e.Parent))),
            UnitEnded e => Change(e.Unit, u => u with { End = new UnitEnd(e.At, e.Successor, e.Chosen ?? [], HandedOver: false) }),
            UnitHandedOver e => Change(e.Unit, u => u.End is { } end ? u with { End = end with { HandedOver = true } } : u),
            ChannelBound e => Change(e.Unit, u => u with { Channel = new BoundChannel(e.ChannelId, e.TeamId, e.ChannelName) }),
            ChannelUnbound e => Change(e.Unit, u => u with { Channel = null }),
            _ => this,
        };

    private Organisation WithUnit(UnitCreated e) =>
        Units.ContainsKey(e.Unit)
            ? this
            : this with
            {
                Units = Units.Add(
                    e.Unit,
                    new Unit(e.Unit, e.Kind, e.From, [new UnitName(e.From, e.Name, e.ShortName)], [new UnitParent(e.From, e.Parent)])
                    {
                        Code = e.Code,
                    }
                ),
                UnitsByKind = UnitsByKind.SetItem(e.Kind, UnitsByKind.GetValueOrDefault(e.Kind, []).Add(e.Unit)),
            };

    private Organisation Change(UnitId id, Func<Unit, Unit> change) =>
        Units.TryGetValue(id, out var unit) ? this with { Units = Units.SetItem(id, change(unit)) } : this;
}
