using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Domain.Organisations.OrganisationRules;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>
/// Units that end (D-04, 1.4.14). In the same act every open duty has a successor, the staff has a unit, and the units below have a parent.
/// </summary>
internal static class ReorganisationRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            MergeUnits c => Decide(organisation, c),
            SplitUnit c => Decide(organisation, c),
            DissolveUnit c => Decide(organisation, c),
            PassDeadline c => Decide(organisation, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a reorganisation."),
        };

    // The day of an ending has come: its duties are handed over once.
    private static Decision<OrganisationEvent> Decide(Organisation organisation, PassDeadline command, DutyContext context) =>
        organisation.Endings.FirstOrDefault(e => OrganisationObligations.NameOf(e.Unit) == command.Obligation) is { End: { } end } found
        && end.At <= context.DateOf(command.Act)
            ? new UnitHandedOver(command.Act, found.Unit)
            : Decision<OrganisationEvent>.Nothing;

    private static Decision<OrganisationEvent> Decide(Organisation organisation, MergeUnits command)
    {
        if (command.At is not { } at)
        {
            return NoDate(command.At)!;
        }

        var into = command.Created?.Id ?? command.Into ?? default;
        var ending = command.Units.Where(unit => unit != into).Distinct().ToImmutableArray();
        if (!ending.IsEmpty && ending.All(unit => IsEndedInto(organisation, unit, into, at)))
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [
                ending.IsEmpty || (command.Created is not null && ending.Length < 2) ? new Problem("E-MERGE-UNITS", Fields.Units) : null,
                .. ending.Select(unit => Cannot(organisation, unit, at, Fields.Units)),
                .. command.Created is { } created ? UnitChangeRules.Problems(Without(organisation, command.Act, ending, at), created, at) : [],
                command.Created is null ? organisation.NotThere(command.Into, at, Fields.Into) : null,
                NobodyHeads(organisation, command, into, at),
                NoBasis(command.Basis),
                LastLeadership(organisation, ending, command.Created?.Kind ?? organisation.Find(into)?.Kind, at),
            ],
            () => Merged(organisation, command, into, ending, at)
        );
    }

    private static IEnumerable<OrganisationEvent> Merged(
        Organisation organisation,
        MergeUnits command,
        UnitId into,
        ImmutableArray<UnitId> ending,
        LocalDate at
    ) =>
        [
            .. command.Created is { } created ? [UnitChangeRules.Created(command.Act, created, at, command.Basis)] : Array.Empty<OrganisationEvent>(),
            .. HeadOf(organisation, command.Act, into, command.Head, at),
            .. ending.SelectMany(unit => Ended(organisation, command.Act, new(unit, into, Reorganisation.Merged, []), at, command.Basis)),
        ];

    private static Decision<OrganisationEvent> Decide(Organisation organisation, SplitUnit command)
    {
        if (command.At is not { } at || command.Unit is not { } unit)
        {
            return command.Unit is null ? new Problem("E-UNIT-UNKNOWN", Fields.Unit) : NoDate(command.At)!;
        }

        var parts = command.Parts.Select(part => part.Unit.Id).ToImmutableArray();
        if (command.Successor is { } known && IsEndedInto(organisation, unit, known, at))
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        var without = Without(organisation, command.Act, [unit], at);
        return OrganisationRules.Decide(
            [
                Cannot(organisation, unit, at, Fields.Unit),
                parts.Length < 2 ? new Problem("E-SPLIT-PARTS", Fields.Parts) : null,
                .. Parts(without, command, at),
                command.Successor is { } chosen && parts.Contains(chosen) ? null : new Problem("E-NO-SUCCESSOR", Fields.Successor),
                .. command.Chosen.Where(c => !parts.Contains(c.To)).Select(c => new Problem("E-NO-SUCCESSOR", Fields.OfDuty(c.Duty))),
                NoBasis(command.Basis),
                LastLeadership(organisation, [unit], command.Parts.Select(p => p.Unit.Kind).Min(), at),
            ],
            () =>
                [
                    .. command.Parts.Select(part => UnitChangeRules.Created(command.Act, part.Unit, at, command.Basis)),
                    .. command.Parts.SelectMany(part => HeadOf(organisation, command.Act, part.Unit.Id, part.Head, at)),
                    .. Ended(organisation, command.Act, new(unit, command.Successor!.Value, Reorganisation.Split, command.Chosen), at, command.Basis),
                ]
        );
    }

    // Each part is judged as if those before it were there already: two parts cannot have one name.
    private static IEnumerable<Problem> Parts(Organisation organisation, SplitUnit command, LocalDate at)
    {
        foreach (var (part, no) in command.Parts.Select((part, index) => (part, index + 1)))
        {
            var problems = UnitChangeRules.Problems(organisation, part.Unit, at).ToList();
            foreach (var problem in problems.Append(organisation.Unknown(part.Head, Fields.Head)).OfType<Problem>())
            {
                yield return problem with
                {
                    Field = problem.Field is { } field ? Fields.OfPart(field, no) : null,
                };
            }

            if (problems.Count == 0)
            {
                organisation = Organisation.Evolve(organisation, UnitChangeRules.Created(command.Act, part.Unit, at, command.Basis));
            }
        }
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, DissolveUnit command)
    {
        if (command.At is not { } at || organisation.Find(command.Unit ?? default) is not { } unit)
        {
            return command.At is null ? NoDate(command.At)! : new Problem("E-UNIT-UNKNOWN", Fields.Unit);
        }

        if ((command.Successor ?? unit.ParentOn(at)) is not { } successor)
        {
            return new Problem("E-NO-SUCCESSOR", Fields.Successor);
        }

        if (IsEndedInto(organisation, unit.Id, successor, at))
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [
                Cannot(organisation, unit.Id, at, Fields.Unit),
                successor == unit.Id ? new Problem("E-NO-SUCCESSOR", Fields.Successor) : organisation.NotThere(successor, at, Fields.Successor),
                organisation.HeadOf(successor, at) is null ? new Problem("E-UNIT-NO-HEAD", Fields.Successor, ("unit", successor)) : null,
                NoBasis(command.Basis),
                LastLeadership(organisation, [unit.Id], organisation.Find(successor)?.Kind, at),
            ],
            () => Ended(organisation, command.Act, new(unit.Id, successor, Reorganisation.Dissolved, []), at, command.Basis)
        );
    }

    /// <summary>One unit that ends, and who goes on.</summary>
    private sealed record Ending(UnitId Unit, UnitId Successor, Reorganisation How, ImmutableArray<ChosenSuccessor> Chosen);

    private static IEnumerable<OrganisationEvent> Ended(Organisation organisation, Act act, Ending ending, LocalDate at, string basis)
    {
        var unit = organisation.Find(ending.Unit)!;
        foreach (var child in organisation.ChildrenOf(unit.Id, at).Where(child => child.EndsAt is null))
        {
            // A unit below that takes over moves up; the others move under whoever takes over.
            var parent =
                child.Id == ending.Successor || UnitTree.IsUnder(organisation, ending.Successor, child.Id, at) ? unit.ParentOn(at) : ending.Successor;
            yield return new UnitMoved(act, child.Id, parent, LocalDate.Max(at, organisation.Find(child.Id)!.LastChange), basis.Trim());
        }

        yield return new StaffMoved(act, unit.Id, ending.Successor, at);
        yield return new UnitEnded(act, unit.Id, at, ending.Successor, basis.Trim(), ending.How, ending.Chosen.IsEmpty ? null : ending.Chosen);
    }

    private static IEnumerable<OrganisationEvent> HeadOf(Organisation organisation, Act act, UnitId unit, PersonId? head, LocalDate at) =>
        head is { } person && organisation.HeadOf(unit, at) != person
            ? AppointmentRules.Appointed(organisation, act, person, unit, Position.Head, at, null)
            : [];

    private static Problem? NobodyHeads(Organisation organisation, MergeUnits command, UnitId into, LocalDate at) =>
        command.Head is not null ? organisation.Unknown(command.Head, Fields.Head)
        : organisation.HeadOf(into, at) is null
            ? new Problem("E-UNIT-NO-HEAD", Fields.Head, ("unit", command.Created?.Name is { Length: > 0 } name ? name : into))
        : null;

    private static Problem? Cannot(Organisation organisation, UnitId unit, LocalDate at, string field) =>
        organisation.NotThere(unit, at, field) ?? organisation.TooEarly(unit, at, field);

    private static bool IsEndedInto(Organisation organisation, UnitId unit, UnitId into, LocalDate at) =>
        organisation.Find(unit)?.End is { } end && end.At == at && end.Successor == into;

    // The names of ending units are free for those that begin on the same day.
    private static Organisation Without(Organisation organisation, Act act, ImmutableArray<UnitId> ending, LocalDate at) =>
        ending.Aggregate(organisation, (state, unit) => Organisation.Evolve(state, new UnitEnded(act, unit, at, null, "")));

    private static Problem? LastLeadership(Organisation organisation, ImmutableArray<UnitId> ending, UnitKind? successor, LocalDate at) =>
        successor != UnitKind.Leadership
        && ending.Any(unit => organisation.Find(unit)?.Kind == UnitKind.Leadership)
        && organisation.UnitsOn(at).All(u => u.Kind != UnitKind.Leadership || ending.Contains(u.Id))
            ? new Problem("E-LEADERSHIP-NEEDED", Fields.Unit)
            : null;
}
