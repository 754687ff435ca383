using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using DutyBot.Teams.Cards;
using NodaTime;

namespace DutyBot.Features;

/// <summary>The units that may be chosen in a form.</summary>
internal sealed class UnitPool(Organisation organisation, LocalDate today, ImmutableArray<UnitId> except) : ChoicePool
{
    /// <summary>
    /// Whether it holds every unit that has not ended, also the leadership and those to come, as an admin needs; else those a task may be
    /// addressed to.
    /// </summary>
    public bool OfAdmin { get; init; }

    protected override IEnumerable<Choice> All() =>
        (OfAdmin ? organisation.LivingUnits(today) : organisation.UnitsOn(today)).Where(May).Select(Choice);

    public override Choice? Find(string value) => organisation.UnitOn(new UnitId(value), today) is { } unit && May(unit) ? Choice(unit) : null;

    public override IReadOnlyList<Choice> Named(string text)
    {
        var folded = SearchText.Fold(text);
        return [.. Matching(text).Where(unit => folded == SearchText.Fold(unit.Name) || folded == SearchText.Fold(unit.ShortName)).Select(Choice)];
    }

    public override IReadOnlyList<Choice> Search(string text) => [.. Matching(text).Select(Choice)];

    private IEnumerable<UnitView> Matching(string text) => organisation.SearchUnits(text, today, OfAdmin).Where(May);

    private bool May(UnitView unit) =>
        !except.Contains(unit.Id) && (OfAdmin ? unit.EndsAt is not { } end || end > today : unit.IsActive && unit.Kind != UnitKind.Leadership);

    private static Choice Choice(UnitView unit) => new(unit.Name, unit.Id.Value);
}
