using System.Collections.Immutable;
using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>
/// A unit becomes several (D-04). First which; then what the parts are called, who heads them, and which of them goes on with each open duty.
/// The parts are of the unit's kind and stand where it stood.
/// </summary>
internal sealed class SplitUnitForm() : OrganisationFeature("org.splitUnit")
{
    private const int MostParts = 6;

    /// <summary>Duties that are given to a part one by one, so that the card stays within its size; the rest goes to the part named for it.</summary>
    private const int MostDuties = 12;

    private const string DutiesExtra = "duties";
    private const char BetweenDuties = ';';

    public override CardAction Opening(Visit visit, CardAction action) => base.Opening(visit, action).With(Extras.NewDuty, visit.Ids.NewUnit().Value);

    public override CardAction? Further(Visit visit, CardAction action, FormValues values) =>
        SplitOf(action) is null && Unit(values, Fields.Unit) is { } unit ? action.With(Extras.Unit, unit.Value) : null;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        if (SplitOf(action) is not { } unit)
        {
            return WhichUnit(visit, action);
        }

        if (visit.Context.Organisation.UnitOn(unit, visit.Names.Today) is null)
        {
            return null;
        }

        // Which duties are asked about is fixed when the form is shown: what is sent must not slide to another.
        var held = await visit.Waiting.HeldBy(unit, cancel);
        var asked = DutiesOf(action) is { IsDefault: false } known ? held.Where(item => known.Contains(item.Duty)) : held.Take(MostDuties);
        return Parts(visit, action, unit, [.. asked], held.Count);
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new SplitUnit(
            visit.Act,
            SplitOf(action) ?? Unit(values, Fields.Unit),
            [.. values.RowsOf(Fields.Parts).Select(no => Part(visit, action, values, no))],
            PartChosen(action, values, Fields.Successor),
            [.. ChosenOf(action, values)],
            values.Date(Fields.From),
            values.Text(Fields.Basis)
        );

    /// <summary>The unit chosen in the first step; null in it.</summary>
    private static UnitId? SplitOf(CardAction action) => action.Extras?.ContainsKey(Extras.Unit) == true ? UnitOf(action) : null;

    private static Form WhichUnit(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.splitUnit"],
            Intro = [visit.Texts["admin.splitWhich"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.continue"],
            Items = [AdminChoices.Unit(visit)],
        };

    private static Form Parts(Visit visit, CardAction action, UnitId unit, IReadOnlyList<WaitingItem> asked, int held) =>
        new()
        {
            Title = visit.Texts.Format("card.splitUnit.of", ("unit", visit.Names.Of(unit))),
            Intro = [visit.Texts["admin.successionNote"], visit.Texts.Format("admin.splitUnit", ("n", held))],
            Submit = action.With(DutiesExtra, string.Join(BetweenDuties, asked.Select(item => item.Duty))),
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                new RowGroup(Fields.Parts, visit.Texts["fld.parts"], MostParts, no => Part(visit, no)) { FirstRows = 2 },
                new ChoiceField(Fields.Successor, visit.Texts["fld.restOfDuties"], PartChoices(visit)) { Required = true },
                .. asked.Select(item => new ChoiceField(Fields.OfDuty(item.Duty), $"{item.Duty}: {item.Title}", PartChoices(visit))),
                AdminChoices.From(visit),
                AdminChoices.Basis(visit),
            ],
        };

    private static FormField[] Part(Visit visit, int no) =>
        [
            new TextField(Fields.OfPart(Fields.Name, no), visit.Texts.Format("fld.partName", ("n", no)), 200) { Required = no <= 2 },
            new TextField(Fields.OfPart(Fields.ShortName, no), visit.Texts.Format("fld.partShortName", ("n", no)), 30),
            AdminChoices.People(visit).One(Fields.OfPart(Fields.Head, no), visit.Texts.Format("fld.partHead", ("n", no)), required: no <= 2, no: no),
        ];

    private static Choice[] PartChoices(Visit visit) =>
        [
            .. Enumerable
                .Range(1, MostParts)
                .Select(no => new Choice(visit.Texts.Format("lbl.part", ("n", no)), no.ToString(CultureInfo.InvariantCulture))),
        ];

    private static NewUnitWithHead Part(Visit visit, CardAction action, FormValues values, int no)
    {
        var unit = visit.Context.Organisation.UnitOn(UnitOf(action), values.Date(Fields.From) ?? visit.Names.Today);
        return new(
            new NewUnit(
                IdOf(action, no),
                values.Text(Fields.OfPart(Fields.Name, no)),
                values.Text(Fields.OfPart(Fields.ShortName, no)),
                unit?.Kind,
                unit?.Parent
            ),
            Person(values, Fields.OfPart(Fields.Head, no))
        );
    }

    // The ids are made of the one that the form got when it was opened, so that sending it twice creates no unit twice.
    private static UnitId IdOf(CardAction action, int no) =>
        action.Extras?.GetValueOrDefault(Extras.NewDuty) is { Length: > 0 } id ? new UnitId($"{id}-{no}") : default;

    private static UnitId? PartChosen(CardAction action, FormValues values, string field) =>
        int.TryParse(values.Choice(field), NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? IdOf(action, no) : null;

    private static IEnumerable<ChosenSuccessor> ChosenOf(CardAction action, FormValues values) =>
        from duty in DutiesOf(action).IsDefault ? [] : DutiesOf(action)
        let part = PartChosen(action, values, Fields.OfDuty(duty))
        where part is not null
        select new ChosenSuccessor(duty, part.Value);

    private static ImmutableArray<DutyId> DutiesOf(CardAction action) =>
        action.Extras?.GetValueOrDefault(DutiesExtra) is { } list
            ? [.. list.Split(BetweenDuties, StringSplitOptions.RemoveEmptyEntries).Select(Parsed).OfType<DutyId>()]
            : default;

    private static DutyId? Parsed(string code) => DutyId.TryParse(code, out var duty) ? duty : null;
}
