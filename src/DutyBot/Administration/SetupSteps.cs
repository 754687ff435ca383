using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Administration;

/// <summary>What a new office does, in this order, until it has assigned its first task.</summary>
internal enum SetupStep
{
    NameOffice,
    RegisterPeople,
    CreateLeadership,
    CreateUnits,
    AppointHeads,
    BindChannels,
    NameAssigner,
    AssignFirstTask,
}

/// <param name="Verb">Of the form that does it.</param>
internal sealed record SetupState(SetupStep Step, bool IsDone, string Verb)
{
    /// <summary>The units it is still to be done for, where it is done for each.</summary>
    public IReadOnlyList<UnitView> Lacking { get; init; } = [];
}

/// <summary>How far a new organisation has come on a day.</summary>
internal static class SetupSteps
{
    public static IReadOnlyList<SetupState> Of(Organisation organisation, LocalDate today)
    {
        var units = organisation.UnitsOn(today);
        var working = units.Where(unit => unit.Kind != UnitKind.Leadership).ToList();
        return
        [
            new(SetupStep.NameOffice, organisation.Name.Length > 0, "org.nameOffice"),
            new(SetupStep.RegisterPeople, organisation.SearchPeople("", today).Length > 1, "org.registerMembers"),
            new(SetupStep.CreateLeadership, units.Any(unit => unit.Kind == UnitKind.Leadership), "org.createUnit"),
            new(SetupStep.CreateUnits, working.Count > 0, "org.createUnit"),
            OfEach(SetupStep.AppointHeads, units, unit => organisation.HeadOf(unit.Id, today) is not null, "org.appoint"),
            OfEach(SetupStep.BindChannels, working, unit => organisation.ChannelOf(unit.Id) is not null, "org.bindChannel"),
            new(SetupStep.NameAssigner, HasAssigner(organisation, today), "org.grantRole"),
            new(SetupStep.AssignFirstTask, organisation.HasAssignedTask, "task.assign"),
        ];
    }

    private static SetupState OfEach(SetupStep step, IReadOnlyList<UnitView> units, Func<UnitView, bool> has, string verb)
    {
        List<UnitView> lacking = [.. units.Where(unit => !has(unit))];
        return new SetupState(step, units.Count > 0 && lacking.Count == 0, verb) { Lacking = lacking };
    }

    // The head and the deputies of the leadership assign by their position.
    private static bool HasAssigner(Organisation organisation, LocalDate today) =>
        !organisation.Leaders(today).IsEmpty || !organisation.Holders(Role.Assigner, today).IsEmpty;
}
