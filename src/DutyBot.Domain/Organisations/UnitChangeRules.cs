using DutyBot.Domain.Documents;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Domain.Organisations.OrganisationRules;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>Units that begin, change their name, their place or their channel (D-04, 1.4.14).</summary>
internal static class UnitChangeRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            CreateUnit c => Decide(organisation, c),
            RenameUnit c => Decide(organisation, c),
            MoveUnit c => Decide(organisation, c),
            BindChannel c => Decide(organisation, c, context.DateOf(c.Act)),
            UnbindChannel c => organisation.ChannelOf(c.Unit ?? default) is null
                ? Decision<OrganisationEvent>.Nothing
                : new ChannelUnbound(c.Act, c.Unit!.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a change of a unit."),
        };

    /// <summary>What is wrong with a unit that is to begin on a day.</summary>
    public static IEnumerable<Problem> Problems(Organisation organisation, NewUnit unit, LocalDate? from)
    {
        // Made by the host; a button that names none, or one that is there, was tampered with.
        if (string.IsNullOrWhiteSpace(unit.Id.Value) || organisation.Find(unit.Id) is not null)
        {
            yield return new Problem("E-UNREADABLE");
        }

        if (organisation.BadCode(unit.Code, unit.Id, from ?? LocalDate.MaxIsoValue) is { } badCode)
        {
            yield return badCode;
        }

        foreach (var problem in organisation.BadName(unit.Id, unit.Name, unit.ShortName, from ?? LocalDate.MaxIsoValue))
        {
            yield return problem;
        }

        if (unit.Kind is null)
        {
            yield return new Problem("E-UNIT-KIND", Fields.Kind);
        }

        if (unit.Parent is not null && from is { } first && organisation.NotThere(unit.Parent, first, Fields.Parent) is { } homeless)
        {
            yield return homeless;
        }

        if (unit.Kind is UnitKind.Office && organisation.OfficeOn(from ?? default) is not null)
        {
            yield return new Problem("E-ONE-OFFICE", Fields.Kind);
        }
    }

    public static UnitCreated Created(Act act, NewUnit unit, LocalDate from, string basis) =>
        new(act, unit.Id, unit.Name.Trim(), ShortOf(unit.Name, unit.ShortName), unit.Kind!.Value, unit.Parent, from, basis.Trim(), unit.Code?.Trim());

    private static string ShortOf(string name, string shortName) => string.IsNullOrWhiteSpace(shortName) ? name.Trim() : shortName.Trim();

    private static Decision<OrganisationEvent> Decide(Organisation organisation, CreateUnit command) =>
        organisation.Find(command.Unit.Id) is not null
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [.. Problems(organisation, command.Unit, command.From), NoDate(command.From), NoBasis(command.Basis)],
                () => [Created(command.Act, command.Unit, command.From!.Value, command.Basis)]
            );

    private static Decision<OrganisationEvent> Decide(Organisation organisation, RenameUnit command)
    {
        if (organisation.Find(command.Unit ?? default) is not { } unit)
        {
            return new Problem("E-UNIT-UNKNOWN", Fields.Unit);
        }

        var from = command.From ?? LocalDate.MaxIsoValue;
        var shortName = ShortOf(command.Name, command.ShortName);
        if (command.From is not null && unit.NameOn(from) is var held && held.Full == command.Name.Trim() && held.Short == shortName)
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [
                .. organisation.BadName(unit.Id, command.Name, command.ShortName, from),
                NoDate(command.From),
                command.From is null ? null : organisation.TooEarly(unit.Id, from, Fields.From),
                NoBasis(command.Basis),
            ],
            () => [new UnitRenamed(command.Act, unit.Id, command.Name.Trim(), shortName, from, command.Basis.Trim())]
        );
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, MoveUnit command)
    {
        if (organisation.Find(command.Unit ?? default) is not { } unit)
        {
            return new Problem("E-UNIT-UNKNOWN", Fields.Unit);
        }

        if (command.From is not { } from)
        {
            return NoDate(command.From)!;
        }

        if (unit.ParentOn(from) == command.Parent)
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        var moved = new UnitMoved(command.Act, unit.Id, command.Parent, from, command.Basis.Trim());
        return OrganisationRules.Decide(
            [
                command.Parent is null ? null : organisation.NotThere(command.Parent, from, Fields.Parent),
                organisation.TooEarly(unit.Id, from, Fields.From),
                NoBasis(command.Basis),
                UnitTree.HasCycle(Organisation.Evolve(organisation, moved), from) ? new Problem("E-UNIT-CYCLE", Fields.Parent) : null,
            ],
            () => [moved]
        );
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, BindChannel command, LocalDate today)
    {
        var kind = command.Kind == ChannelKind.Standard ? null : new Problem("E-CHANNEL-KIND", Fields.Channel);
        var channel = string.IsNullOrWhiteSpace(command.ChannelId) ? new Problem("E-NO-CHANNEL", Fields.Channel) : null;
        if (kind is null && channel is null && organisation.BoundChannelOf(command.Unit ?? default) is { } bound && bound == Wanted(command))
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [kind, channel, organisation.NotThere(command.Unit, today), SecrecyMarks.Check(command.ChannelName, Fields.Channel)],
            () => [new ChannelBound(command.Act, command.Unit!.Value, command.ChannelId, command.TeamId, command.ChannelName)]
        );
    }

    private static BoundChannel Wanted(BindChannel command) => new(command.ChannelId, command.TeamId, command.ChannelName);
}
