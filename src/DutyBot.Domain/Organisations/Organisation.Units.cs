using System.Collections.Immutable;
using DutyBot.Domain.Text;
using NodaTime;

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
    public ImmutableArray<UnitView> UnitsOn(LocalDate date) =>
        [
            .. Units
                .Values.Where(u => u.IsActive(date))
                .OrderBy(u => u.Kind)
                .ThenBy(u => u.NameOn(date).Folded, StringComparer.Ordinal)
                .ThenBy(u => u.Id.Value, StringComparer.Ordinal)
                .Select(u => u.On(date)),
        ];

    /// <summary>Văn phòng.</summary>
    public UnitView? OfficeOn(LocalDate date) => ActiveOf(UnitKind.Office, date).FirstOrDefault()?.On(date);

    /// <summary>Where the unit's cards are posted.</summary>
    public string? ChannelOf(UnitId unit) => Units.GetValueOrDefault(unit)?.Channel;

    /// <summary>Active units whose name or short name has the words of the query (D-08).</summary>
    public ImmutableArray<UnitView> SearchUnits(string query, LocalDate date) =>
        [.. UnitsOn(date).Where(u => SearchText.Matches(query, $"{u.Name} {u.ShortName}"))];

    private IEnumerable<Unit> ActiveOf(UnitKind kind, LocalDate date) =>
        Units.Values.Where(u => u.Kind == kind && u.IsActive(date)).OrderBy(u => u.Id.Value, StringComparer.Ordinal);
}
